import type { CopiedTable } from './copied-tables';

/** What a column means where its name and type do not say it. */
const MEANINGS: Readonly<Record<string, string>> = {
  id: 'Identity of the record, the same in every snapshot',
  version: 'Number of the version that was known, from 1',
  started_on: 'First day on which it holds',
  ended_on: 'First day on which it no longer holds; empty while it does',
  valid_from: 'First day on which it holds; empty where it always did',
  valid_to: 'First day on which it no longer holds; empty while it does',
  held_on: 'Day',
  dated_on: 'Day',
  achieved_on: 'Day',
  founded_on: 'Day',
  dissolved_on: 'First day on which it is no longer there',
  merged_into_id: 'The company that this one was found to be the same as; see merged',
  root: 'The company at the end of the chain of merges, which counts',
  amount_eur: 'Euro',
  quantity: 'Pieces; of JOBS full-time equivalents',
  people: 'Number of people',
  level: 'From least to most: REACHED, ENGAGED, PARTICIPANT, PARTNER',
  province: 'ISO 3166-2',
  country: 'ISO 3166-1',
  organisation_type: 'Only BUSINESS is counted as a company',
  dimension: 'The breakdown',
  key: 'The cell of a breakdown: of the centre along that dimension, or of the municipality in its province',
};

const HEADER = 'table,column,type,refers_to,meaning';

/** Every column of every table as CSV: its type in DuckDB, the table that it refers to, and what it means. */
export function dataDictionary(tables: readonly CopiedTable[]): string {
  const names = new Set(tables.map(({ name }) => name));
  const lines = tables.flatMap(({ name, columns }) =>
    columns.map((column) =>
      [name, column.name, column.type, referredTo(column.name, names), MEANINGS[column.name] ?? '']
        .map(quoted)
        .join(','),
    ),
  );
  return `${[HEADER, ...lines].join('\n')}\n`;
}

const REFERRED: Readonly<Record<string, string>> = {
  hub_id: 'centres',
  root: 'companies',
  merged_into_id: 'companies',
  group_id: 'companies',
  company_id: 'companies',
  centre_id: 'centres',
  centre_ids: 'centres',
  activity_id: 'activities',
};

const referredTo = (column: string, tables: ReadonlySet<string>): string => {
  const table = REFERRED[column];
  return table !== undefined && tables.has(table) ? table : '';
};

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
