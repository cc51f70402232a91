import { useRef, useState } from 'react';
import { useRefresh } from 'react-admin';
import { useT } from '../../i18n/use-t';
import { faultKey, refusalOf } from '../../providers/http';
import { undoImport, writeRows, type NewRows } from '../../providers/lists';
import { useOfferUndo } from '../bulk/use-bulk-action';
import { useErrorText } from '../use-error-text';
import { useFaultText } from '../use-fault-text';
import { columnOf } from './pasted-columns';
import type { CellRemark, ReadPastedRow } from './read-rows';

interface Refused {
  /** By the number of the row. */
  byRow: ReadonlyMap<number, readonly CellRemark[]>;
  /** What is wrong beside the rows. */
  rest: string;
  /** The rows that it was said of: what was mended since is another row. */
  rows: readonly ReadPastedRow[];
}

/** Sends the rows as one change that can be taken back; what the register holds against them is said at their cells. */
export function useAddingRows(resource: string, onDone: () => void) {
  const t = useT();
  const refresh = useRefresh();
  const offerUndo = useOfferUndo();
  const errorText = useErrorText();
  const faultText = useFaultText();
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | undefined>(undefined);
  const keyOf = useKey();
  const add = async (rows: readonly ReadPastedRow[]): Promise<void> => {
    const name = t('editing.importName', { smart_count: rows.length });
    const list = { resource, name, rows: rows.map(({ values }) => values) } as NewRows;
    setBusy(true);
    try {
      const { id } = await writeRows(list, keyOf(list));
      offerUndo(t('editing.added', { smart_count: rows.length }), {
        undos: [() => undoImport(id)],
        undone: t('imports.undone'),
      });
      onDone();
      refresh();
    } catch (error) {
      const byRow = remarksByRow(resource, rows, error, faultText);
      setRefused({ byRow, rest: byRow.size > 0 ? t('editing.refused') : errorText(error), rows });
    } finally {
      setBusy(false);
    }
  };
  return {
    ...{ add, isBusy },
    failure: refused?.rest,
    /** What was refused of a row, as long as it says what it said then. */
    refusedOf: (row: ReadPastedRow): readonly CellRemark[] => {
      const then = refused?.rows.find(({ number }) => number === row.number);
      const isSame = then !== undefined && JSON.stringify(then.values) === JSON.stringify(row.values);
      return isSame ? (refused?.byRow.get(row.number) ?? []) : [];
    },
  };
}

function remarksByRow(
  resource: string,
  rows: readonly ReadPastedRow[],
  error: unknown,
  faultText: (fault: string) => string,
): Map<number, CellRemark[]> {
  const found = new Map<number, CellRemark[]>();
  for (const fault of refusalOf(error).faults) {
    const [, at, field] = /^rows\.(\d+)(?:\.(\w+))?/.exec(fault.path) ?? [];
    const row = rows[Number(at ?? -1)];
    if (!row) continue;
    const column = field === undefined ? null : (columnOf(resource, field) ?? null);
    const remark = { column, text: faultText(faultKey(fault)), isFault: true };
    found.set(row.number, [...(found.get(row.number) ?? []), remark]);
  }
  return found;
}

/** One key for one content: after a lost connection the same rows are sent again and written once. */
function useKey(): (list: NewRows) => string {
  const last = useRef({ content: '', key: '' });
  return (list) => {
    const content = JSON.stringify(list);
    if (last.current.content !== content) last.current = { content, key: crypto.randomUUID() };
    return last.current.key;
  };
}
