import { useEffect, useState } from 'react';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { whenLocked, type LockedPeriod } from '../providers/reason';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { ReasonField } from '../ui/page/ReasonField';

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
  return <ReasonDialog locked={question.locked} onAnswer={answer} />;
}

function ReasonDialog({
  locked: { centre, period },
  onAnswer,
}: {
  locked: LockedPeriod;
  onAnswer: (reason: string | undefined) => void;
}) {
  const t = useT();
  const { quarter } = useFormat();
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={t('rounds.locked.title')}
      text={t('rounds.locked.text', { centre, period: quarter(period) })}
      action={t('rounds.locked.action')}
      isHarmless
      isDisabled={reason.trim() === ''}
      onConfirm={() => onAnswer(reason.trim())}
      onClose={() => onAnswer(undefined)}
    >
      <ReasonField autoFocus required label={t('rounds.locked.reason')} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
