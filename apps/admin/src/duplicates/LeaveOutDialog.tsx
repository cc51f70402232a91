import { useNotify } from 'react-admin';
import { useFormat } from '../i18n/format';
import { useNames, useT } from '../i18n/use-t';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useAttempt } from '../ui/use-attempt';
import type { LeftOut } from './use-leave-out';

interface LeaveOutDialogProps {
  company: LeftOut;
  leaveOut: (companyId: string) => Promise<LeftOut>;
  onClose: () => void;
}

/** Says what goes with a company before it is left out of the import that made it. */
export function LeaveOutDialog({ company, leaveOut, onClose }: LeaveOutDialogProps) {
  const t = useT();
  const notify = useNotify();
  const { one, many } = useNames();
  const { number } = useFormat();
  const { isBusy, attempt } = useAttempt();
  const hanging = Object.entries(company.records).map(
    ([resource, count]) => `${number(count)} ${(count === 1 ? one : many)(resource).toLowerCase()}`,
  );
  const confirm = async (): Promise<void> => {
    await leaveOut(company.companyId);
    notify(t('importing.leftOut', { company: company.name }));
    onClose();
  };
  return (
    <ConfirmDialog
      title={t('importing.leaveOutTitle', { company: company.name })}
      text={
        hanging.length > 0
          ? t('importing.leaveOutWith', { records: hanging.join(', ') })
          : t('importing.leaveOutAlone')
      }
      action={t('importing.leaveOut')}
      isBusy={isBusy}
      onConfirm={() => void attempt(confirm)}
      onClose={onClose}
    />
  );
}
