import type { Client } from 'pg';
import { assertSameAnswers, page, word } from './lists.bench';
import { ratesLines, ratesOf, type Rates, type Target } from './load';
import {
  A_ROW_ALONE,
  AS_HIGH,
  asColumns,
  asLogged,
  dropBareTable,
  makeBareTable,
  pairsForBoth,
} from './logging';
import { processorTimes } from './processor-time';
import { makeSession, makeToken, serve } from './serve';

const ROUNDS = 5;

interface Question {
  what: string;
  beside: string;
  /** At least this part of what the reference answers a second; a write has none, as the reference does less. */
  aim: number | undefined;
  headers: Record<string, string>;
  ours: Target['path'];
  body?: Target['body'];
  theirs: Target['path'];
}

export interface MeasuredRequest extends Rates {
  what: string;
  beside: string;
  aim: number | undefined;
}

/**
 * What a request costs beyond its statement, beside programs that run the same statement and nothing else.
 * @param isReadOnly nothing can be logged in this register
 */
export async function* benchRequests(
  owner: Client,
  appUrl: string,
  { rounds = ROUNDS, isReadOnly = false } = {},
): AsyncIterable<MeasuredRequest> {
  const questions = [...(await questionsOf(owner)), ...(isReadOnly ? [] : [await logging(owner)])];
  const [register, reference] = [await serve('register', appUrl), await serve('reference', appUrl)];
  try {
    const taken = await processorTimes(register.process, owner);
    for (const { what, beside, aim, headers, ours, body, theirs } of questions) {
      const target = { port: register.port, headers, path: ours, ...(body && { body }) };
      const other = { port: reference.port, headers: {}, path: theirs };
      if (!body) await assertSameAnswers(target, other);
      yield { what, beside, aim, ...(await ratesOf(target, other, rounds, taken)) };
    }
  } finally {
    await register.end();
    await reference.end();
    await dropBareTable(owner);
  }
}

async function questionsOf(owner: Client): Promise<Question[]> {
  const byToken = { Authorization: `Bearer ${await makeToken(owner, 'request')}` };
  const { cookie, hash } = await makeSession(owner, 'browser');
  return [
    {
      ...{ what: 'GET /health/live', beside: 'bare Express', aim: 0.6, headers: {} },
      ours: () => '/health/live',
      theirs: () => '/express/live',
    },
    {
      ...{ what: 'GET /session', beside: 'Express and one query by key', aim: 0.5 },
      headers: { Cookie: cookie },
      ours: () => '/api/v1/session',
      theirs: () => `/express/session?token=${hash.toString('hex')}&idle=28800`,
    },
    {
      ...{ what: 'A page of 25 participations with names, total known', aim: 0.5, headers: byToken },
      beside: 'the statement through bare Node and pg',
      ours: (turn) => `/api/v1/participations?page=${page(turn) + 1}`,
      theirs: (turn) => `/participations-known?${page(turn) * 25}`,
    },
    {
      ...{ what: 'Companies searched by words', aim: 0.5, headers: byToken },
      beside: 'the statement through bare Node and pg',
      ours: (turn) => `/api/v1/companies?q=${word(turn)}`,
      theirs: (turn) => `/search?${word(turn)}`,
    },
  ];
}

/** A write, which answers other ids than its reference. */
async function logging(owner: Client): Promise<Question> {
  await makeBareTable(owner);
  const [next, nextBare] = await pairsForBoth(owner);
  const token = await makeToken(owner, 'logging', ['read', 'records:write']);
  return {
    ...{ what: 'Logging a participation', aim: undefined, headers: { Authorization: `Bearer ${token}` } },
    beside: `${A_ROW_ALONE}, through bare Node and pg`,
    ours: () => '/api/v1/participations',
    body: () => asLogged(next()),
    theirs: () => `/bare-participations?${encodeURIComponent(JSON.stringify(asColumns(nextBare())))}`,
  };
}

export const requestLine = ({ what, beside, aim, ...rates }: MeasuredRequest): string =>
  [what, ...ratesLines(rates, beside, aim === undefined ? AS_HIGH : `at least ${aim}`)].join('\n');
