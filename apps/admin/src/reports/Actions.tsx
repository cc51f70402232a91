import { Button } from '@mui/material';
import { reportActions, type ReportAction } from '@fieldlab/domain';
import { useCanAccess, useGetIdentity, useNotify } from 'react-admin';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import { useReportWrites, type Report } from '../providers/reports';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import { useAttempt } from '../ui/use-attempt';
import { ActionDialog } from './ActionDialog';

/** What this person may do next with the report, as the lifecycle says; each asks before it does. */
export function Actions({ report }: { report: Report }) {
  const t = useT();
  const notify = useNotify();
  const offerUndo = useOfferUndo();
  const { act } = useReportWrites();
  const { identity } = useGetIdentity();
  const { canAccess } = useCanAccess({ resource: 'reports', action: 'edit' });
  const [asking, setAsking] = useState<ReportAction | undefined>(undefined);
  const { isBusy, attempt } = useAttempt();
  if (!canAccess || !identity) return null;
  const confirm = async (action: ReportAction, body: object | undefined): Promise<void> => {
    await attempt(async () => {
      const after = await act(report, action, body);
      // What takes longer, or fails, says so on the page itself.
      if (action === 'submit' || action === 'approve') {
        const undo = () => act(after, 'return', { remark: t('register.bulk.undoReason') });
        offerUndo(t(`reports.done.${action}`), { undos: [undo], undone: t('reports.done.return') });
      } else if (action !== 'publish' || after.status === 'PUBLISHED') notify(t(`reports.done.${action}`));
    });
    setAsking(undefined);
  };
  return (
    <>
      {reportActions(report, String(identity.id)).map((action) => (
        <Button
          key={action}
          variant={action === 'return' ? 'outlined' : 'contained'}
          onClick={() => setAsking(action)}
        >
          {t(`reports.actions.${action}`)}
        </Button>
      ))}
      {asking && (
        <ActionDialog
          report={report}
          action={asking}
          isBusy={isBusy}
          onConfirm={(body) => void confirm(asking, body)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
