import { Button } from '@mui/material';
import { useResourceContext } from 'react-admin';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { ChosenNames } from '../bulk/ChosenNames';
import { RefusedDialog } from '../bulk/RefusedDialog';
import { useBulk } from '../bulk/use-bulk';
import { DeleteDialog } from '../page/DeleteDialog';
import { useDeletingTurn } from '../use-deletion';
import { useRowName } from './row-context';

/** Deletes the chosen rows for one reason; the notice that says so takes it back. */
export function BulkDelete() {
  const t = useT();
  const nameOf = useRowName();
  const turn = useDeletingTurn(useResourceContext() ?? '');
  const said = (count: number): string => t('register.record.deleted', { smart_count: count });
  const { count, run, isBusy, outcome, dismiss } = useBulk(said);
  const [isAsking, setAsking] = useState(false);
  const confirm = async (reason: string): Promise<void> => {
    await run(turn(reason));
    setAsking(false);
  };
  return (
    <>
      <Button size="small" color="error" onClick={() => setAsking(true)}>
        {t('register.record.delete')}
      </Button>
      {isAsking && (
        <DeleteDialog
          title={t('register.record.deleteMany', { smart_count: count })}
          isBusy={isBusy}
          onConfirm={(reason) => void confirm(reason)}
          onClose={() => setAsking(false)}
        >
          <ChosenNames nameOf={nameOf} />
        </DeleteDialog>
      )}
      {outcome && <RefusedDialog outcome={outcome} nameOf={nameOf} said={said} onClose={dismiss} />}
    </>
  );
}
