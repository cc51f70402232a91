import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { LockedPeriod } from '../providers/reason';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { ReasonField } from '../ui/page/ReasonField';

interface ReasonDialogProps {
  locked: LockedPeriod;
  /** Told the reason, or nothing by who would rather not change it. */
  onAnswer: (reason: string | undefined) => void;
}

/** Why is what was accepted changed? */
export default function ReasonDialog({ locked: { centre, period }, onAnswer }: ReasonDialogProps) {
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
