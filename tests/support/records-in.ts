import type { DataProvider, GetListParams, RaRecord } from 'react-admin';

/** What a register holds, by kind of record. */
export type Records = Readonly<Record<string, readonly RaRecord<string>[]>>;

/** A register in memory that is only read: what is found for a text is what has it somewhere in its own. */
export function recordsIn(records: Records): DataProvider {
  const all = (resource: string): readonly RaRecord<string>[] => records[resource] ?? [];
  const page = (resource: string, { filter }: GetListParams) => {
    const data = all(resource).filter((record) => answersTo(record, filter as Record<string, unknown>));
    return Promise.resolve({ data, total: data.length });
  };
  const readOnly = () => Promise.reject(new Error('This register is only read.'));
  const reading = {
    getList: page,
    getManyReference: page,
    getOne: (resource: string, { id }: { id: unknown }) => {
      const data = all(resource).find((record) => record.id === id);
      return data ? Promise.resolve({ data }) : Promise.reject(new Error(`No ${resource} ${String(id)}.`));
    },
    getMany: (resource: string, { ids }: { ids: readonly unknown[] }) =>
      Promise.resolve({ data: all(resource).filter(({ id }) => ids.includes(id)) }),
  };
  const writing = {
    ...{ create: readOnly, update: readOnly, updateMany: readOnly },
    ...{ delete: readOnly, deleteMany: readOnly },
  };
  return { ...reading, ...writing } as unknown as DataProvider;
}

function answersTo(record: RaRecord, { q = '', ...others }: Record<string, unknown>): boolean {
  const text = Object.values(record).join('\n').toLowerCase();
  return (
    text.includes(String(q).toLowerCase()) &&
    Object.entries(others).every(([field, value]) => value === undefined || record[field] === value)
  );
}
