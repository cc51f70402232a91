import { Suspense, useEffect, useState } from 'react';
import { lazyWithWords } from '../i18n/later-words';
import { whenProofIsDue } from '../providers/proof';

const ProofDialog = lazyWithWords(() => import('./ProofDialog'));

interface Question {
  answer: (isProved: boolean) => void;
}

/** Asks the reader to show again who they are, before how somebody signs in changes. */
export function ProofHost() {
  const [question, setQuestion] = useState<Question | undefined>(undefined);
  useEffect(() => whenProofIsDue(() => new Promise((answer) => setQuestion({ answer }))), []);
  if (!question) return null;
  const answer = (isProved: boolean): void => {
    setQuestion(undefined);
    question.answer(isProved);
  };
  return (
    <Suspense>
      <ProofDialog onAnswer={answer} />
    </Suspense>
  );
}
