import { Button } from '@mui/material';
import { Suspense, useState } from 'react';
import { useCanAccess, useResourceContext } from 'react-admin';
import { lazyWithWords } from '../../i18n/later-words';
import { useT } from '../../i18n/use-t';
import { RefusedDialog } from '../bulk/RefusedDialog';
import { useBulk } from '../bulk/use-bulk';
import { useRowName } from '../list/row-context';
import { editableFields } from './editable';

const BulkEditDialog = lazyWithWords(() => import('./BulkEditDialog'));

/** Gives one field of the chosen rows another value, once one has seen what that does to each of them. */
export function BulkEdit() {
  const t = useT();
  const resource = useResourceContext() ?? '';
  const nameOf = useRowName();
  const { canAccess } = useCanAccess({ resource, action: 'edit' });
  const said = (count: number): string => t('register.bulk.changed', { smart_count: count });
  const { read, run, count, isBusy, outcome, dismiss } = useBulk(said);
  const [isOpen, setOpen] = useState(false);
  if (!canAccess || editableFields(resource).length === 0) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('register.record.edit')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <BulkEditDialog
            resource={resource}
            count={count}
            read={read}
            isBusy={isBusy}
            onConfirm={(turn, records) => void run(turn, records).then(() => setOpen(false))}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
      {outcome && <RefusedDialog outcome={outcome} nameOf={nameOf} said={said} onClose={dismiss} />}
    </>
  );
}
