import pg from 'pg';
import { median } from './compare';
import type { Pair } from './mixed-load';
import { A_ROW_ALONE, AS_HIGH, dropBareTable, LOGGED, makeBareTable, pairsForBoth } from './logging';

const ROUNDS = 3;
const ROUND_MS = 2_000;
const AT_ONCE = [1, 4, 16];

export interface MeasuredWrites {
  what: string;
  /** Transactions a second. */
  rate: number;
  referenceRate: number;
  /** The median of the rounds' own. */
  ratio: number;
}

/** What one PostgreSQL lets come of transactions that log a participation each, without the program. */
export async function* benchWrites(owner: pg.Client, appUrl: string): AsyncIterable<MeasuredWrites> {
  await makeBareTable(owner);
  try {
    const both = await pairsForBoth(owner);
    for (const atOnce of AT_ONCE) yield await writtenAtOnce(appUrl, atOnce, both);
  } finally {
    await dropBareTable(owner);
  }
}

async function writtenAtOnce(
  url: string,
  atOnce: number,
  [next, nextBare]: [() => Pair, () => Pair],
): Promise<MeasuredWrites> {
  const clients = await connected(url, atOnce);
  try {
    const rounds: { mine: number; theirs: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({
        mine: await committed(clients, 'participations', next),
        theirs: await committed(clients, 'bare_participations', nextBare),
      });
    return {
      what: `Transactions that log a participation, ${atOnce} at once, by SQL alone`,
      rate: median(rounds.map(({ mine }) => mine)),
      referenceRate: median(rounds.map(({ theirs }) => theirs)),
      ratio: median(rounds.map(({ mine, theirs }) => mine / theirs)),
    };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

export const writesLine = ({ what, rate, referenceRate, ratio }: MeasuredWrites): string =>
  [
    what,
    `  ${rate.toFixed(0)} a second; ${A_ROW_ALONE}: ${referenceRate.toFixed(0)}`,
    `  ratio ${ratio.toFixed(2)} (aim: ${AS_HIGH})`,
  ].join('\n');

const connected = (url: string, count: number): Promise<pg.Client[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );

/** How many transactions were committed a second, of which each also says who writes. */
async function committed(
  clients: readonly pg.Client[],
  table: 'participations' | 'bare_participations',
  next: () => Pair,
): Promise<number> {
  const start = performance.now();
  let count = 0;
  const text = `insert into ${table} (company_id, centre_id, level, started_on) values ($1, $2, $3, $4)`;
  const write = async (client: pg.Client): Promise<void> => {
    while (performance.now() - start < ROUND_MS) {
      const { companyId, centreId } = next();
      await client.query('begin');
      await client.query(`select announce_author(null, 'bench', null, null)`);
      await client.query({
        ...{ name: table, text, values: [companyId, centreId, LOGGED.level, LOGGED.startedOn] },
      });
      await client.query('commit');
      count += 1;
    }
  };
  await Promise.all(clients.map(write));
  return count / ((performance.now() - start) / 1000);
}
