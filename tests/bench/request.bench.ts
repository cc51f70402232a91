import type { Client } from 'pg';
import { assertSameAnswers, page, word } from './lists.bench';
import { CONNECTIONS, ratesOf, type Rates, type Target } from './load';
import { makeSession, makeToken, serve } from './serve';

const ROUNDS = 7;

interface Question {
  what: string;
  beside: string;
  /** At least this part of what the reference answers a second. */
  aim: number;
  headers: Record<string, string>;
  ours: Target['path'];
  theirs: Target['path'];
}

export interface MeasuredRequest extends Rates {
  what: string;
  beside: string;
  aim: number;
}

/** What a request costs beyond its statement, beside programs that run the same statement and nothing else. */
export async function* benchRequests(owner: Client, appUrl: string): AsyncIterable<MeasuredRequest> {
  const questions = await questionsOf(owner);
  const [register, reference] = [await serve('register', appUrl), await serve('reference', appUrl)];
  try {
    for (const { what, beside, aim, headers, ours, theirs } of questions) {
      const target = { port: register.port, headers, path: ours };
      const other = { port: reference.port, headers: {}, path: theirs };
      await assertSameAnswers(target, other);
      yield { what, beside, aim, ...(await ratesOf(target, other, ROUNDS)) };
    }
  } finally {
    await register.end();
    await reference.end();
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
      ...{ what: 'A page of 25 participations with names, total known', aim: 0.4, headers: byToken },
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

export const requestLine = ({ what, beside, aim, rate, referenceRate, ratio }: MeasuredRequest): string =>
  [
    what,
    `  ${rate.toFixed(0)} a second at ${CONNECTIONS} connections; ${beside}: ${referenceRate.toFixed(0)}`,
    `  ratio ${ratio.toFixed(2)} (aim: at least ${aim})`,
  ].join('\n');
