import type { CopiedTable } from './copied-tables';
import type { CountedTable } from '../engine/register-at';
import { SHARED_SQL } from './shared-sql';

/** The day of a record that decides in which year's folder it lies; what has none lies by programme alone. */
export const DATED: Partial<Record<CountedTable, string>> = {
  participations: 'started_on',
  activities: 'held_on',
  investments: 'dated_on',
  spin_offs: 'founded_on',
  outcomes: 'achieved_on',
};

/** Statements for DuckDB, run in the folder of a snapshot, after which every table of it is there by its name. */
export function viewsSql(
  tables: readonly CopiedTable[],
  enumerations: ReadonlyMap<string, readonly string[]>,
): string {
  const types = [...enumerations].map(
    ([name, labels]) => `create type ${name} as enum (${labels.map((label) => `'${label}'`).join(', ')});`,
  );
  const views = tables.map(({ name, columns }) => {
    const cast = columns.map((column) => `${column.name}::${column.type} as ${column.name}`);
    return `create or replace view ${name} as
  select ${cast.join(', ')}
    from read_parquet('data/${name}/**/*.parquet', hive_partitioning = false);`;
  });
  return [...types, ...views, SHARED_SQL].join('\n');
}

interface Described {
  knownAt: string;
  programme: string | null;
}

export const readme = ({
  knownAt,
  programme,
}: Described): string => `# ${programme ?? 'Register'}, as known at ${knownAt}

The register as it was known at that instant, as Parquet files, and the published definitions of its figures as SQL. Whoever
has DuckDB computes every figure from these files alone.

- \`data/TABLE/programme=ID/year=YYYY/*.parquet\`: the live records, dated ones by year. \`merged\` names the company
  that each merged-away company counts as; \`centre_cells\` says in which cells each centre lies, \`municipalities\` which
  cell each municipality is, however it was written.
- \`data-dictionary.csv\`: every column, with its type and meaning.
- \`tables.sql\`: makes the types and views by which the definitions read the files. Run it in this folder.
- \`definitions/INDICATOR.sql\`: makes the macros of an indicator: itself, and one for each breakdown.

\`\`\`sql
.read tables.sql
.read definitions/companies_participated.sql
from companies_participated('2021-05-01');
from companies_participated('2021-05-01', period_from := '2019-01-01', scope := 'hub:HUB-NOORD');
from companies_participated_by_year('2021-05-01');
\`\`\`

A period begins with the programme unless \`period_from\` says otherwise. Values are text, exact to the cent. A key that is
not there is nothing: 0, or for a percentage or a ratio no number.

There are no contacts, notes, users, comments or audit trail in these files. Of sole traders there is the id, and what
figures are read off, but no name, number or address; erased persons are not in them at all.
`;
