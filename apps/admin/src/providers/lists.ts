import { unwrap, type Schemas } from '@fieldlab/api-client';
import { api } from './api';
import { request, withHttpErrors } from './http';

export type ListRow = Schemas['ListRow'];
export type NewList = Schemas['NewList'];
export type WrittenList = Schemas['Import'];
export type CompanyMatch = Schemas['CompanyMatch'];
export type CompanyDescription = Schemas['CompanyMatchQuery']['companies'][number];

/** Writes a list as one change; sent again under the same key after a lost connection, it is done once. */
export function writeList(list: NewList, key: string): Promise<WrittenList> {
  const sent = { body: list, headers: { 'Idempotency-Key': key } };
  return withHttpErrors(unwrap(api.POST('/api/v1/imports/lists', sent)));
}

export type NewRows = Schemas['NewRows'];

/** Makes records of one kind as one change, in the same way. */
export function writeRows(rows: NewRows, key: string): Promise<WrittenList> {
  const sent = { body: rows, headers: { 'Idempotency-Key': key } };
  return withHttpErrors(unwrap(api.POST('/api/v1/imports/rows', sent)));
}

/** Takes a list or a workbook back as a whole. */
export const undoImport = (id: string): Promise<unknown> => request('POST', `/imports/${id}/undo`);

/** The server takes no more at once. */
const AT_ONCE = 100;

/** For each description the company that is meant, or those that may be. */
export async function matchCompanies(companies: readonly CompanyDescription[]): Promise<CompanyMatch[]> {
  const matches: CompanyMatch[] = [];
  for (let at = 0; at < companies.length; at += AT_ONCE) {
    const sent = { body: { companies: companies.slice(at, at + AT_ONCE) } };
    matches.push(...(await withHttpErrors(unwrap(api.POST('/api/v1/companies/matches', sent)))).data);
  }
  return matches;
}
