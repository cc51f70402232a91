import { useT } from '../i18n/use-t';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useAttempt } from '../ui/use-attempt';
import type { LeftOut } from './left-out';
import { useRecordsText } from './use-records-text';

interface LeaveOutDialogProps {
  company: LeftOut;
  leaveOut: (companyId: string) => Promise<LeftOut>;
  bringBack: (companyId: string) => Promise<LeftOut>;
  onClose: () => void;
}

/** Says what goes with a company before it is left out of the import that made it; the notice takes it back. */
export function LeaveOutDialog({ company, leaveOut, bringBack, onClose }: LeaveOutDialogProps) {
  const t = useT();
  const offerUndo = useOfferUndo();
  const { isBusy, attempt } = useAttempt();
  const records = useRecordsText()(company.records);
  const confirm = async (): Promise<void> => {
    await leaveOut(company.companyId);
    const { name, companyId } = company;
    offerUndo(t('importing.leftOut', { company: name }), {
      undos: [() => bringBack(companyId)],
      undone: t('importing.broughtBack', { company: name }),
    });
    onClose();
  };
  return (
    <ConfirmDialog
      title={t('importing.leaveOutTitle', { company: company.name })}
      text={records === '' ? t('importing.leaveOutAlone') : t('importing.leaveOutWith', { records })}
      action={t('importing.leaveOut')}
      isBusy={isBusy}
      onConfirm={() => void attempt(confirm)}
      onClose={onClose}
    />
  );
}
