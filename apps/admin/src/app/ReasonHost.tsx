import { lazy, Suspense, useEffect, useState } from 'react';
import { whenLocked, type LockedPeriod } from '../providers/reason';

const ReasonDialog = lazy(() => import('./ReasonDialog'));

interface Question {
  locked: LockedPeriod;
  answer: (reason: string | undefined) => void;
}

/** Asks why, when somebody changes what was accepted already. */
export function ReasonHost() {
  const [question, setQuestion] = useState<Question | undefined>(undefined);
  useEffect(() => whenLocked((locked) => new Promise((answer) => setQuestion({ locked, answer }))), []);
  if (!question) return null;
  const answer = (reason: string | undefined): void => {
    setQuestion(undefined);
    question.answer(reason);
  };
  return (
    <Suspense>
      <ReasonDialog locked={question.locked} onAnswer={answer} />
    </Suspense>
  );
}
