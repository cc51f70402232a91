import type { Field } from './fields';
import type { RecordSpec } from './record-spec';

/** A checked query for all of a list: sort, words, filters. */
export type ListFilters = Record<string, unknown> & { sort?: string; q?: string };
/** And for a page of it. */
export type ListQuery = ListFilters & { page: number; perPage: number };

const NOT_FILTERS = new Set(['page', 'perPage', 'sort', 'q']);

/** The filters that were sent, by the names they were sent under. */
export const filtersOf = (query: ListFilters): [string, unknown][] =>
  Object.entries(query).filter(([name, value]) => value !== undefined && !NOT_FILTERS.has(name));

/** What is asked of the date that `startedOnFrom` and `startedOnTo` bound, both days included. */
export function boundedDate(
  spec: RecordSpec,
  name: string,
): { field: string; end: 'From' | 'To' } | undefined {
  const end = name.endsWith('From') ? 'From' : name.endsWith('To') ? 'To' : undefined;
  if (!end) return undefined;
  const field = name.slice(0, -end.length);
  return spec.fields[field]?.kind === 'date' ? { field, end } : undefined;
}

export function sortOf(
  spec: RecordSpec,
  { sort = spec.defaultSort }: ListFilters,
): { name: string; descends: boolean } {
  return sort.startsWith('-') ? { name: sort.slice(1), descends: true } : { name: sort, descends: false };
}

/** Answers whether some records have no value of it. */
export const isEmptiable = ({ required, fallback }: Field): boolean => !required && fallback === undefined;
