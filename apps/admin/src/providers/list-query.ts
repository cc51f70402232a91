import type { GetListParams } from 'react-admin';
import type { Query } from './http';

/** react-admin's list parameters as the API reads them; empty filters are no filters. */
export function listQuery({
  pagination,
  sort,
  filter,
}: Pick<GetListParams, 'pagination' | 'sort'> & { filter?: unknown }): Query {
  return {
    ...(pagination && { page: pagination.page, perPage: pagination.perPage }),
    ...(sort?.field && sort.field !== 'id' && { sort: `${sort.order === 'DESC' ? '-' : ''}${sort.field}` }),
    ...filterQuery(filter),
  };
}

function filterQuery(filter: unknown): Query {
  if (typeof filter !== 'object' || filter === null) return {};
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => isAsked(value)));
}

const isAsked = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** What of a form differs from the record it began with: a PATCH holds only that. Empty fields become null. */
export function changesOf(data: object, previous: object): Record<string, unknown> {
  const before = new Map<string, unknown>(Object.entries(previous));
  const changed = Object.entries(data).filter(
    ([key, value]) => JSON.stringify(emptied(value)) !== JSON.stringify(emptied(before.get(key))),
  );
  return Object.fromEntries(changed.map(([key, value]) => [key, emptied(value)]));
}

/** Said about a change and no part of the record: why, and from which day it holds instead of correcting. */
const ABOUT_A_CHANGE = ['reason', 'effectiveOn'];

/** What changes, and what is said about it, which goes in the address. */
export function apart(data: object): { record: Record<string, unknown>; about: Record<string, string> } {
  const entries = Object.entries(data as Record<string, unknown>);
  const isAbout = ([name]: [string, unknown]): boolean => ABOUT_A_CHANGE.includes(name);
  const about = entries.flatMap(([name, value]): [string, string][] =>
    isAbout([name, value]) && typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [],
  );
  return {
    record: Object.fromEntries(entries.filter((entry) => !isAbout(entry))),
    about: Object.fromEntries(about),
  };
}

/** What a form holds, without the fields that nobody filled in. */
export const filledIn = (data: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => emptied(value) !== null));

const emptied = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
