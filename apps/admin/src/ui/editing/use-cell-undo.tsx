import { Snackbar } from '@mui/material';
import { useNotify, useUpdate } from 'react-admin';
import { useState, type ReactNode } from 'react';
import { useNames, useT } from '../../i18n/use-t';
import { UndoAlert } from '../bulk/UndoAlert';
import { useRowName, type Row } from '../list/row-context';
import { useWhy } from '../use-error-text';

/** A cell that was changed, by the record before and after it. */
export interface CellChange {
  field: string;
  before: Row;
  /** What the field held, as the API takes it. */
  value: unknown;
  after: Row;
}

const MOST_KEPT = 50;
const SHOWN_MS = 12_000;

interface CellUndo {
  note: (change: CellChange) => void;
  /** Puts the last change back; false where there is none. */
  undo: () => boolean;
  /** Says what was changed last, with the way back. One at a time: who types on is not kept waiting by what was. */
  notice: ReactNode;
}

/** Takes changes of cells back, the last first, as long as nobody else changed the record since. */
export function useCellUndo(resource: string): CellUndo {
  const t = useT();
  const notify = useNotify();
  const why = useWhy();
  const nameOf = useRowName();
  const { field: fieldName } = useNames();
  const [update] = useUpdate<Row>();
  const [changes, setChanges] = useState<readonly CellChange[]>([]);
  const [isShown, setShown] = useState(false);
  const last = changes.at(-1);
  const putBack = async ({ field, before, value, after }: CellChange): Promise<void> => {
    const data = { ...after, [field]: value };
    const how = { mutationMode: 'pessimistic', returnPromise: true } as const;
    try {
      const now = await update(resource, { id: after.id, data, previousData: after }, how);
      if (now)
        setChanges((kept) => kept.map((one) => (isRightBefore(one, before) ? { ...one, after: now } : one)));
      notify(t('register.record.undone'));
    } catch (error) {
      notify(t('register.cells.notUndone', { why: why(error) }), { type: 'error' });
    }
  };
  const undo = (): boolean => {
    setShown(false);
    if (!last) return false;
    setChanges(changes.slice(0, -1));
    void putBack(last);
    return true;
  };
  const note = (change: CellChange): void => {
    setChanges([...changes.slice(1 - MOST_KEPT), change]);
    setShown(true);
  };
  const said = last && { field: fieldName(resource, last.field), row: nameOf(last.after) };
  const notice = said && (
    <Snackbar
      key={`${last.after.id} ${String(last.after.version)}`}
      open={isShown}
      autoHideDuration={SHOWN_MS}
      onClose={(_event, reason) => reason === 'timeout' && setShown(false)}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
    >
      <div>
        <UndoAlert text={t('register.cells.changed', said)} onUndo={undo} />
      </div>
    </Snackbar>
  );
  return { note, undo, notice };
}

/** Whether nothing but the change that was put back came after it. */
const isRightBefore = ({ after }: CellChange, before: Row): boolean =>
  after.id === before.id && after.version === before.version;
