import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '@api/startup/demonstration/random';
import type { Client } from 'pg';
import { overviewQuestions, QUESTIONS_PATH } from '../../apps/admin/src/dashboard/overview-questions';
import { Caller } from './caller';
import { makeToken } from './serve';

/** So long a coordinator thinks between two things, and so long somebody looks at a dashboard before it is asked anew. */
const THINKS_MS = 1000;
const LOOKS_MS = 2000;
const CENTRES_EACH = 20;
/** More than a coordinator comes to. */
const PAIRS_EACH = 1000;

/** A company, and a fieldlab in which it does not take part. */
export interface Pair {
  companyId: string;
  centreId: string;
}

export interface Coordinator {
  token: string;
  pairs: Pair[];
}

/** @param from the first of the fieldlabs, so that nobody else takes a pair of them */
export async function newPairs(owner: Client, count: number, from = 0): Promise<Pair[]> {
  const { rows } = await owner.query<Pair>(
    `select f.id as "companyId", l.id as "centreId"
       from (select id, row_number() over (order by code) as n from centres
              where kind = 'FIELDLAB' and ended_on is null order by code offset $1 limit $2) l
      cross join lateral (
        select id from companies c
         where not exists (select from participations p where p.company_id = c.id and p.centre_id = l.id)
         order by id offset (l.n - 1) * $3 limit $3) f
      order by f.id limit $4`,
    [from, CENTRES_EACH, Math.ceil(count / CENTRES_EACH), count],
  );
  return rows;
}

/** Each with fieldlabs of their own; the first are left to who measures. */
export async function coordinatorsOf(owner: Client, count: number): Promise<Coordinator[]> {
  const all: Coordinator[] = [];
  for (let number = 1; number <= count; number += 1) {
    const pairs = await newPairs(owner, PAIRS_EACH, number * CENTRES_EACH);
    const centreIds = [...new Set(pairs.map(({ centreId }) => centreId))];
    const scopes = ['read', 'records:write'];
    const person = { role: 'COORDINATOR' as const, centreIds };
    all.push({ token: await makeToken(owner, `coordinator-${number}`, scopes, person), pairs });
  }
  return all;
}

/** What an evaluator's overview asks, as the admin does. */
export async function overview(caller: Caller): Promise<void> {
  const asked = { asOf: '2021-05-01', comparison: 'year', since: undefined, role: 'EVALUATOR' } as const;
  const questions = Object.values(overviewQuestions(asked));
  const { status } = await caller.post(QUESTIONS_PATH.replace('/api/v1', ''), { questions });
  if (status !== 200) throw new Error(`The figures of the overview answered ${status}.`);
}

/** Coordinators log participations, and dashboards are looked at, until it is ended. */
export function startLoad(
  port: number,
  coordinators: readonly Coordinator[],
  { readers, token }: { readers: number; token: string },
): { end: () => Promise<{ written: number; refused: number; looked: number }> } {
  const count = { written: 0, refused: 0, looked: 0 };
  const [over, random] = [new AbortController(), new Random(1)];
  // Everybody's pause ends with it.
  setMaxListeners(coordinators.length + readers, over.signal);
  const pause = (ms: number): Promise<void> =>
    sleep(ms * (0.5 + random.next()), undefined, { signal: over.signal }).catch(() => undefined);
  const write = async ({ token: own, pairs }: Coordinator): Promise<void> => {
    const caller = new Caller(port, own);
    for (const pair of pairs) {
      await pause(THINKS_MS);
      if (over.signal.aborted) return;
      const logged = { ...pair, level: 'PARTICIPANT', startedOn: '2022-01-01' };
      const { status } = await caller.post('/participations', logged);
      if (status === 201) count.written += 1;
      else count.refused += 1;
    }
  };
  const look = async (): Promise<void> => {
    const caller = new Caller(port, token);
    while (!over.signal.aborted) {
      await overview(caller);
      count.looked += 1;
      await pause(LOOKS_MS);
    }
  };
  const all = Promise.all([...coordinators.map(write), ...Array.from({ length: readers }, look)]);
  return {
    end: async () => {
      over.abort();
      await all;
      return count;
    },
  };
}
