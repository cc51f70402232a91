import { to as copyTo } from 'pg-copy-streams';
import type { Database } from '@api/platform/database/database';
import type { FiguresService } from '@api/modules/figures/figures.service';
import { figuresOn, reconciliationOn } from '../support/figures';
import { BareDuckDb } from './bare-duckdb';
import type { Row } from './bench';
import { compare, line, type Measured } from './compare';
import { heldRow } from './held';
import type { Size } from './large-register';

export const AS_OF = '2021-05-01';
const ONE_WRITE = `update participations set note = 'written' where id = (select id from participations limit 1)`;

/** The best statement that we could write by hand for the three company indicators, and nothing else. */
export const THREE_INDICATORS = `
  select count(*) filter (where flags & 1 > 0), count(*) filter (where flags & 2 > 0), count(*) filter (where flags & 4 > 0)
    from (
      select p.company_id, bit_or(case
               when p.started_on > '${AS_OF}' or least(p.ended_on, z.ended_on) <= '2015-01-01' then 0
               when p.level < 'PARTICIPANT'::participation_level then 1
               when z.started_on <= '${AS_OF}' and coalesce(least(p.ended_on, z.ended_on) > '${AS_OF}', true) then 7
               else 3 end) as flags
        from participations p join centres z on z.id = p.centre_id
       where p.deleted_at is null
       group by p.company_id) f
    join companies c on c.id = f.company_id and c.organisation_type = 'BUSINESS'`;

/** What a general tool asks: distinct companies by centre, and nothing of merges, centres' ends or what they are. */
const DISTINCT_BY_CENTRE = `
  select z.code, count(distinct p.company_id) from participations p join centres z on z.id = p.centre_id
   where p.deleted_at is null and p.level >= 'PARTICIPANT'::participation_level and p.started_on <= '${AS_OF}' group by 1`;

/** All that the copy in columns is made of, as PostgreSQL sends it. */
const EVERYTHING = `
  copy (select id, company_id, centre_id, level, started_on, ended_on, rev_from, rev_to from participations_history)
    to stdout (format binary)`;

/** The indicators of the statements above. */
const COMPANY_INDICATORS = ['companies_reached', 'companies_participated', 'companies_participating'];

/** What the same questions cost in a register of this size, beside a DuckDB that holds the same rows. */
export async function* benchGrowth(
  database: Database,
  { companies, participationsEach }: Size,
  figures = figuresOn(database),
): AsyncIterable<Row> {
  const size = `${(companies * participationsEach).toLocaleString('en')} participations`;
  const bare = await BareDuckDb.of(database);
  try {
    await refuseOtherNumbers(figures, bare);
    yield await heldRow(`All indicators, ${size}`, () => figures.compute({ asOf: AS_OF }, 'en'));
    const all = await compare({
      what: `Three company indicators, ${size}`,
      run: () => figures.compute({ asOf: AS_OF, indicators: COMPANY_INDICATORS }, 'en'),
      reference: 'a bare DuckDB statement for the same three',
      referenceRun: () => bare.query(THREE_INDICATORS),
      aim: 'at most 3',
    });
    yield { text: line(all), measured: all };
    const byCentre = await compare({
      what: `Companies that took part, by centre, ${size}`,
      run: () => figures.compute({ asOf: AS_OF, by: 'centre', indicators: ['companies_participated'] }, 'en'),
      reference: 'a plain count of distinct companies by centre in bare DuckDB',
      referenceRun: () => bare.query(DISTINCT_BY_CENTRE),
      aim: 'at most 3',
    });
    yield { text: line(byCentre), measured: byCentre };
    yield await heldRow(`All indicators by year, ${size}`, () =>
      figures.compute({ asOf: AS_OF, by: 'year' }, 'en'),
    );
  } finally {
    bare.close();
  }
}

/** What answers something else is no reference. */
async function refuseOtherNumbers(figures: FiguresService, bare: BareDuckDb): Promise<void> {
  const answer = await figures.compute({ asOf: AS_OF, indicators: COMPANY_INDICATORS }, 'en');
  const { rows } = await bare.query(THREE_INDICATORS);
  const [ours, theirs] = [answer.figures.map(({ value }) => value), Object.values(rows[0] ?? {})];
  if (ours.map(Number).join() !== theirs.map(Number).join()) {
    throw new Error(`We say ${ours.join()}, DuckDB ${theirs.join()}.`);
  }
}

export async function benchFigures(database: Database, between: string): Promise<Measured[]> {
  const figures = figuresOn(database);
  const reconciliation = reconciliationOn(database);
  const side = (indicator: string) => ({ indicator, asOf: AS_OF });
  const all = (knownAt?: string) => figures.compute({ asOf: AS_OF, knownAt }, 'en');
  return [
    await compare({
      what: 'All indicators, 100,000 companies, 500 centres, 1,000,000 participations',
      run: () => all(),
      reference: 'one hand-written statement for three company indicators',
      referenceRun: () => database.pool.query(THREE_INDICATORS),
      aim: 'at most 1.5',
    }),
    await compare({
      what: 'All indicators, after a write before each answer',
      run: async () => {
        await database.pool.query(ONE_WRITE);
        await all();
      },
      reference: 'the same statement, after the same write',
      referenceRun: async () => {
        await database.pool.query(ONE_WRITE);
        await database.pool.query(THREE_INDICATORS);
      },
      aim: 'at most 0.5',
    }),
    await compare({
      what: 'Companies that took part, by centre',
      run: () => figures.compute({ asOf: AS_OF, by: 'centre', indicators: ['companies_participated'] }, 'en'),
      reference: 'a plain count of distinct companies by centre',
      referenceRun: () => database.pool.query(DISTINCT_BY_CENTRE),
      aim: 'at most 0.5',
    }),
    await compare({
      what: 'All indicators, by year',
      run: () => figures.compute({ asOf: AS_OF, by: 'year' }, 'en'),
      reference: 'one hand-written statement for three indicators in one year',
      referenceRun: () => database.pool.query(THREE_INDICATORS),
      aim: 'at most 1',
    }),
    await compare({
      what: 'The first answer of a process, which copies the history',
      run: () => figuresOn(database).compute({ asOf: AS_OF }, 'en'),
      reference: 'reading the versions of participations by COPY, and nothing else',
      referenceRun: () => readAll(database, EVERYTHING),
      aim: 'at most 3',
    }),
    await compare({
      what: 'All indicators as known before 100,000 corrections',
      run: () => all(between),
      reference: 'the same as known now',
      referenceRun: () => all(),
      aim: 'at most 2',
    }),
    await compare({
      what: 'The bridge from companies reached to companies participating',
      run: () =>
        reconciliation.bridge(
          { left: side('companies_reached'), right: side('companies_participating') },
          'en',
          (step) => step,
        ),
      reference: 'the two figures',
      referenceRun: async () => {
        for (const code of ['companies_reached', 'companies_participating']) {
          await figures.compute({ asOf: AS_OF, indicators: [code] }, 'en');
        }
      },
      aim: 'at most 3',
    }),
  ];
}

async function readAll(database: Database, copy: string): Promise<number> {
  const client = await database.pool.connect();
  try {
    let bytes = 0;
    for await (const piece of client.query(copyTo(copy)) as AsyncIterable<Buffer>) bytes += piece.length;
    return bytes;
  } finally {
    client.release();
  }
}
