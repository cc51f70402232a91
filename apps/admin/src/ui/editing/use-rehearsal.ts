import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { useT } from '../../i18n/use-t';
import type { RegisterProvider } from '../../providers/data-provider';
import { reasonQuery } from '../../providers/reason';
import { NotPutBack, type Turn } from '../bulk/in-turn';
import { useRowName, type Row } from '../list/row-context';

/** What becomes of a record by a change: what it will be, that it is so already, or why it cannot. */
export type Rehearsed = { record: Row } & (
  { kind: 'CHANGES'; to: unknown } | { kind: 'SAME' } | { kind: 'REFUSED'; error: unknown }
);

/** One field, and what it is to be. */
export interface NewValue {
  name: string;
  value: unknown;
}

export const valueOf = (record: Row, name: string): unknown => (record as Record<string, unknown>)[name];

/** So many are asked about at once. */
const TOGETHER = 5;

/** Asks the server what a change would do to each of the records, by all its rules; nothing is written. */
export function useRehearsal(resource: string, read: () => Promise<Row[]>) {
  const provider = useDataProvider<RegisterProvider>();
  const [rehearsed, setRehearsed] = useState<readonly Rehearsed[] | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const one = async (record: Row, { name, value }: NewValue, reason: string): Promise<Rehearsed> => {
    try {
      const { data } = await provider.update<Row>(resource, {
        id: record.id,
        data: { ...record, [name]: value },
        previousData: record,
        meta: { query: { ...reasonQuery(reason), dryRun: true } },
      });
      const to = valueOf(data, name);
      return isSame(to, valueOf(record, name)) ? { record, kind: 'SAME' } : { record, kind: 'CHANGES', to };
    } catch (refusal) {
      return { record, kind: 'REFUSED', error: refusal };
    }
  };
  const ask = async (change: NewValue, reason: string): Promise<void> => {
    setAsking(true);
    setError(undefined);
    try {
      const records = await read();
      const told: Rehearsed[] = [];
      for (let at = 0; at < records.length; at += TOGETHER) {
        const some = records.slice(at, at + TOGETHER);
        told.push(...(await Promise.all(some.map((record) => one(record, change, reason)))));
      }
      setRehearsed(told);
    } catch (failure) {
      setError(failure);
    } finally {
      setAsking(false);
    }
  };
  return { rehearsed, isAsking, error, ask, forget: () => setRehearsed(undefined) };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Changes a record as it was seen; taken back, the old value comes again unless somebody changed it since. */
export function useChangingTurn(resource: string): (change: NewValue, reason: string) => Turn<Row> {
  const t = useT();
  const nameOf = useRowName();
  const provider = useDataProvider<RegisterProvider>();
  const put = (from: Row, { name, value }: NewValue, reason: string) =>
    provider.update<Row>(resource, {
      id: from.id,
      data: { ...from, [name]: value },
      previousData: from,
      meta: { query: reasonQuery(reason) },
    });
  return (change, reason) => async (record) => {
    const { data: changed } = await put(record, change, reason);
    const former = { name: change.name, value: valueOf(record, change.name) };
    return () =>
      put(changed, former, t('register.bulk.undoReason')).catch((error: unknown) => {
        throw new NotPutBack(nameOf(record), error);
      });
  };
}
