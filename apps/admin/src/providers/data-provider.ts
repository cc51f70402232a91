import type {
  CreateParams,
  DataProvider,
  DeleteManyParams,
  DeleteParams,
  GetListParams,
  GetManyParams,
  GetManyReferenceParams,
  GetOneParams,
  Identifier,
  RaRecord,
  UpdateParams,
} from 'react-admin';
import { request, type Query } from './http';
import { apart, changesOf, filledIn, listQuery } from './list-query';
import type { RecordVersion, Versioned } from './records';

const MOST_IDS = 100;

interface Page<T> {
  data: T[];
  total: number;
}
interface Abortable {
  signal?: AbortSignal;
}

const addressOf = (resource: string, id: Identifier): string => `/${resource}/${encodeURIComponent(id)}`;
const versionOf = (record: unknown): string => `"${(record as Versioned).version}"`;
const queryOf = (meta: unknown): Query | undefined => (meta as { query?: Query } | undefined)?.query;

async function getMany<T>(resource: string, ids: readonly Identifier[], signal?: AbortSignal): Promise<T[]> {
  const batches = Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, index) =>
    ids.slice(index * MOST_IDS, (index + 1) * MOST_IDS),
  );
  const pages = await Promise.all(
    batches.map((id) =>
      request<Page<T>>('GET', `/${resource}`, { query: { id, perPage: MOST_IDS }, signal }),
    ),
  );
  return pages.flatMap(({ data }) => data);
}

async function remove(resource: string, record: Versioned, query?: Query): Promise<void> {
  await request('DELETE', addressOf(resource, record.id), {
    query,
    headers: { 'If-Match': versionOf(record) },
  });
}

/** react-admin's way to the API: pages, changes with the version they were made on, and what is only ours. */
export const dataProvider = {
  supportAbortSignal: true,

  getList: async <T extends RaRecord>(resource: string, params: GetListParams & Abortable) =>
    request<Page<T>>('GET', `/${resource}`, { query: listQuery(params), signal: params.signal }),

  getOne: async <T extends RaRecord>(resource: string, { id, signal }: GetOneParams<T> & Abortable) => ({
    data: await request<T>('GET', addressOf(resource, id), { signal }),
  }),

  getMany: async <T extends RaRecord>(resource: string, { ids, signal }: GetManyParams<T> & Abortable) => ({
    data: await getMany<T>(resource, ids, signal),
  }),

  getManyReference: async <T extends RaRecord>(
    resource: string,
    params: GetManyReferenceParams & Abortable,
  ) => {
    const query = { ...listQuery(params), [params.target]: params.id };
    return request<Page<T>>('GET', `/${resource}`, { query, signal: params.signal });
  },

  create: async <T extends RaRecord>(resource: string, { data, meta }: CreateParams<T>) => {
    const { record, about } = apart(data);
    const query = { ...queryOf(meta), ...about };
    return { data: await request<T>('POST', `/${resource}`, { body: filledIn(record), query }) };
  },

  update: async <T extends RaRecord>(resource: string, { id, data, previousData, meta }: UpdateParams<T>) => {
    const { record, about } = apart(data);
    const body = changesOf(record, previousData);
    if (Object.keys(body).length === 0) return { data: previousData };
    const headers = { 'If-Match': versionOf(previousData) };
    return {
      data: await request<T>('PATCH', addressOf(resource, id), {
        ...{ body, headers },
        query: { ...queryOf(meta), ...about },
      }),
    };
  },

  updateMany: () => Promise.reject(new Error('Records are changed one by one, each on its own version.')),

  delete: async <T extends RaRecord>(resource: string, { id, previousData, meta }: DeleteParams<T>) => {
    const record = (previousData ?? (await request('GET', addressOf(resource, id)))) as T & Versioned;
    await remove(resource, record, queryOf(meta));
    return { data: record as T };
  },

  deleteMany: async (resource: string, { ids }: DeleteManyParams) => {
    const records = await getMany<Versioned>(resource, ids);
    for (const record of records) await remove(resource, record);
    return { data: records.map(({ id }) => id) };
  },

  /** Takes a deletion back. */
  restore: (resource: string, id: Identifier, query?: Query) =>
    request<unknown>('POST', `${addressOf(resource, id)}/restore`, { query }),

  /** Takes the last change of a record back as a whole, with the periods that it began. */
  undoChange: (resource: string, { id, version }: Versioned, query?: Query) =>
    request<unknown>('DELETE', `${addressOf(resource, id)}/change`, {
      query,
      headers: { 'If-Match': `"${version}"` },
    }),

  history: (resource: string, id: Identifier) =>
    request<Page<RecordVersion>>('GET', `${addressOf(resource, id)}/history`),
};

dataProvider satisfies DataProvider;

export type RegisterProvider = typeof dataProvider;
