import type { Client } from 'pg';

export interface Size {
  companies: number;
  centres: number;
  /** So many of the centres are hubs, of which the others are fieldlabs. */
  hubs: number;
  participationsEach: number;
  /** Nothing is recorded in it afterwards, so what would refuse an overlap, which takes minutes to build, is not built. */
  isReadOnly?: boolean;
}

/** A national programme. */
export const SIZE: Size = { companies: 100_000, centres: 500, hubs: 5, participationsEach: 10 };
/** How cost grows: 10,000 participations, 100,000 and 1,000,000; a register of Europe's size is the next. */
export const GROWING: readonly Size[] = [
  { ...SIZE, companies: SIZE.companies / 100 },
  { ...SIZE, companies: SIZE.companies / 10 },
  SIZE,
];
/** All hubs of Europe in one register. */
export const EUROPE: Size = {
  ...{ companies: 1_000_000, centres: 2_000, hubs: 250, participationsEach: 10, isReadOnly: true },
};
/** So many are corrected, and of few a tenth. */
const CORRECTIONS = 100_000;
const LEAST_PER_CORRECTION = 10;
const NEVER_OVERLAP = 'participations_never_overlap';

/**
 * Fills an empty register to a size, and its history to match, of which some participations were corrected once. The
 * load is one revision, as an import is; triggers are off while it lasts, and what compares rows with others is made
 * again behind it, from the same definitions: how long writing takes is measured elsewhere.
 */
export async function fillLargeRegister(owner: Client, size = SIZE): Promise<{ between: string }> {
  // Only loading waits so long, and only it may take so much memory.
  await owner.query(
    `set synchronous_commit = off; set statement_timeout = 0; set maintenance_work_mem = '1GB'; set work_mem = '256MB'`,
  );
  await owner.query('begin');
  const historyOf = await namesOfHistory(owner);
  const again = await putOff(owner, size, historyOf);
  const kept = TABLES.map((table) => keepInHistory(table, historyOf(table)));
  for (const statement of [...load(size), ...REVISION, ...kept, ...again]) await owner.query(statement);
  await owner.query('commit');
  const between = await correctSome(owner, size);
  await owner.query('vacuum analyze');
  return { between };
}

const TABLES = [
  'programmes',
  'centres',
  'companies',
  'company_numbers',
  'company_profiles',
  'participations',
];

/** Names that people have, so that searching them is searching. */
const FAMILIES =
  'Jansen,De Vries,Van den Berg,Bakker,Visser,Smit,Meijer,De Boer,Mulder,De Groot,Bos,Vos,Peters,Hendriks,Van Leeuwen,Dekker,Brouwer,De Wit,Dijkstra,Smits,De Graaf,Van der Meer,Kok,Jacobs,Vermeulen,Schouten,Willems,Hoekstra,Koster,Prins';
const TRADES =
  'Metaal,Techniek,Automatisering,Machinebouw,Robotica,Kunststoffen,Elektronica,Precisie,Lastechniek,Bouw,Logistiek,Software,Optiek,Chemie,Textiel,Energie,Voeding,Verpakking,Gieterij,Instrumenten';

/** What compares rows with others, and the indexes that are no constraint's: without it, and with it again. */
const COMPARING = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as without,
         format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as again,
         contype = 'f' as is_reference
    from pg_constraint where conrelid = any($1::regclass[]) and contype in ('f', 'u', 'x')
   union all
  select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid), false
    from pg_index where indrelid = any($1::regclass[])
     and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
   order by is_reference`;

type HistoryOf = (table: string) => string;

/** Where the history of a table is: registers of former releases had a schema for it. */
async function namesOfHistory(owner: Client): Promise<HistoryOf> {
  const { rowCount } = await owner.query(`select from pg_namespace where nspname = 'history'`);
  return rowCount === 0 ? (table) => `${table}_history` : (table) => `history.${table}`;
}

/** Leaves out what makes loading slow; answers the statements that bring it back. */
async function putOff(owner: Client, { isReadOnly = false }: Size, historyOf: HistoryOf): Promise<string[]> {
  const tables = [...TABLES, ...TABLES.map(historyOf)];
  const { rows } = await owner.query<{ without: string; again: string }>(COMPARING, [tables]);
  for (const { without } of rows.toReversed()) await owner.query(without);
  for (const table of TABLES) await owner.query(`alter table ${table} disable trigger user`);
  // Of a table that begins in its own transaction nothing is written ahead.
  await owner.query(`truncate participations, ${historyOf('participations')} cascade`);
  const built = rows.filter(({ again }) => !isReadOnly || !again.includes(NEVER_OVERLAP));
  return [
    ...built.map(({ again }) => again),
    ...TABLES.map((table) => `alter table ${table} enable trigger user`),
  ];
}

const load = ({ companies, centres, hubs, participationsEach }: Size): string[] => [
  `select announce_author(null, 'bench', null, null)`,
  `insert into programmes (name, started_on) values ('Bench', '2015-01-01')`,
  `insert into centres (code, kind, name, started_on, province)
     select 'HUB-' || i, 'HUB', 'Hub ' || i, '2015-01-01', 'NL-ZH' from generate_series(1, ${hubs}) i`,
  `insert into centres (code, kind, name, hub_id, started_on, ended_on, province, technologies)
     select 'FL-' || i, 'FIELDLAB', 'Fieldlab ' || i, (select id from centres where code = 'HUB-' || (1 + i % ${hubs})),
            '2015-01-01', case when i % 10 = 0 then date '2020-06-01' end, 'NL-ZH', array['5G', 'Photonics']
       from generate_series(1, ${centres - hubs}) i`,
  `create temp table firm as select uuid_v7() as id, n from generate_series(1, ${companies}) n`,
  `insert into companies (id, name, match_name, organisation_type)
     select id, name || ' ' || n, lower(name) || ' ' || n, (case when n % 20 = 0 then 'KNOWLEDGE' else 'BUSINESS' end)::organisation_type
       from firm cross join lateral (select (string_to_array('${FAMILIES}', ','))[1 + n % 30] || ' '
                                            || (string_to_array('${TRADES}', ','))[1 + (n / 30) % 20] as name) named`,
  `insert into company_numbers (company_id, scheme, number) select id, 'KVK', (10000000 + n * 7)::text from firm`,
  `insert into company_profiles (company_id, size_class, province)
     select id, (array['MICRO', 'SMALL', 'MEDIUM', 'LARGE', null])[1 + n % 5]::size_class, 'NL-ZH' from firm`,
  `create temp table lab as select id, row_number() over (order by code) as n from centres where kind = 'FIELDLAB'`,
  `insert into participations (company_id, centre_id, level, started_on, ended_on)
     select firm.id, lab.id, (array['REACHED', 'ENGAGED', 'PARTICIPANT', 'PARTNER'])[1 + (i * 7 + firm.n) % 4]::participation_level,
            day, case when (firm.n + i) % 4 = 0 then day + 200 end
       from firm cross join generate_series(0, ${participationsEach - 1}) i
       join lab on lab.n = 1 + (firm.n::bigint * 13 + i * 41) % ${centres - hubs}
       cross join lateral (select date '2015-01-01' + ((firm.n::bigint * 31 + i * 97) % 1900)::int as day) d
      order by day`,
];

/** By the names of its columns: a later one stands behind the revisions in the history. */
const keepInHistory = (table: string, history: string): string =>
  `do $$ declare names text; begin
     select string_agg(quote_ident(attname), ', ') into names from pg_attribute
      where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped;
     execute format('insert into ${history} (%s, rev_from) select %1$s, (select max(id) from revisions) from ${table}', names);
   end $$`;

const REVISION = [`insert into revisions (actor_name) values ('bench')`];

/** A correction of some participations; answers an instant between the load and the correction. */
async function correctSome(owner: Client, { companies, participationsEach }: Size): Promise<string> {
  const { rows } = await owner.query<{ now: Date }>('select clock_timestamp() as now');
  await new Promise((resolve) => setTimeout(resolve, 20));
  const each = Math.max(LEAST_PER_CORRECTION, Math.round((companies * participationsEach) / CORRECTIONS));
  await owner.query(`update participations set note = 'corrected' where hashtext(id::text) % ${each} = 0`);
  return (rows[0]?.now ?? new Date()).toISOString();
}
