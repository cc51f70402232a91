import type { Client } from 'pg';
import { Database } from '@api/platform/database/database';
import { figuresOn } from '../support/figures';
import type { LargeRegister, Row } from './bench';
import { compare, line } from './compare';
import { AS_OF, benchGrowth, THREE_INDICATORS } from './figures.bench';
import { held, heldRow } from './held';
import { EUROPE } from './large-register';

const MEBI = 2 ** 20;

/** The best statement by hand for distinct companies that took part, by hub, as known up to a revision. */
const byHub = (revision: string): string => `
  select hub.code, count(distinct p.company_id)
    from participations_history p
    join centres_history z on z.id = p.centre_id and ${wasCurrent('z', revision)}
    join centres_history hub on hub.id = coalesce(z.hub_id, z.id) and ${wasCurrent('hub', revision)}
    join companies_history c on c.id = p.company_id and c.organisation_type = 'BUSINESS' and ${wasCurrent('c', revision)}
   where ${wasCurrent('p', revision)} and p.level >= 'PARTICIPANT' and p.started_on <= '${AS_OF}'
     and coalesce(least(p.ended_on, z.ended_on) > '2015-01-01', true)
   group by 1`;

const wasCurrent = (version: string, revision: string): string =>
  `${version}.deleted_at is null and ${version}.rev_from <= ${revision}
     and (${version}.rev_to is null or ${version}.rev_to > ${revision})`;

/** All of Europe in one register: what the copy takes, and what it answers beside PostgreSQL. */
export async function* benchEurope({ owner, appUrl, between }: LargeRegister): AsyncIterable<Row> {
  const database = new Database(appUrl);
  const figures = figuresOn(database);
  try {
    yield await copied(owner, () => figures.compute({ asOf: AS_OF }, 'en'));
    const all = await compare({
      what: 'All indicators, 1,000,000 companies, 250 hubs, 10,000,000 participations',
      run: () => figures.compute({ asOf: AS_OF }, 'en'),
      reference: 'one hand-written statement for three company indicators',
      referenceRun: () => database.pool.query(THREE_INDICATORS),
      ...{ aim: 'at most 1.5 s', rounds: 3 },
    });
    yield { text: line(all), measured: all };
    const revision = await revisionAt(owner, between);
    const hubs = {
      asOf: AS_OF,
      knownAt: between,
      by: 'hub',
      indicators: ['companies_participated'],
    } as const;
    const known = await compare({
      what: 'Distinct companies across hubs, as known before 100,000 corrections',
      run: () => figures.compute(hubs, 'en'),
      reference: 'the same by a hand-written statement',
      referenceRun: () => database.pool.query(byHub(revision)),
      ...{ aim: 'at most 2 s', rounds: 3 },
    });
    yield { text: line(known), measured: known };
    yield await heldRow('Distinct companies across hubs', () => figures.compute(hubs, 'en'));
    yield* benchGrowth(database, EUROPE, figures);
  } finally {
    await database.close();
  }
}

/** What the first answer takes: it copies the history. */
async function copied(owner: Client, first: () => Promise<unknown>): Promise<Row> {
  const before = process.memoryUsage();
  const { milliseconds, heldMilliseconds } = await held(first);
  const after = process.memoryUsage();
  const { rows } = await owner.query<{ size: string }>('select pg_database_size(current_database()) as size');
  const measured = {
    ...{ milliseconds, heldMilliseconds },
    databaseMebibytes: Math.round(Number(rows[0]?.size) / MEBI),
    columnsMebibytes: Math.round((after.arrayBuffers - before.arrayBuffers) / MEBI),
    residentMebibytes: Math.round((after.rss - before.rss) / MEBI),
  };
  const text = `The first answer of a process: ${milliseconds.toFixed(0)} ms, in which others waited at most ${heldMilliseconds.toFixed(0)} ms
  the copy and what it read of it ${measured.columnsMebibytes} MiB, in the process ${measured.residentMebibytes} MiB more than before; in PostgreSQL ${measured.databaseMebibytes} MiB`;
  return { text, measured };
}

async function revisionAt(owner: Client, instant: string): Promise<string> {
  const { rows } = await owner.query<{ high: string }>(
    'select high::text from revisions where known_at <= $1 order by known_at desc limit 1',
    [instant],
  );
  return rows[0]?.high ?? '0';
}
