import type { Client } from 'pg';
import { ask, ratesLines, ratesOf, type Rates, type Target } from './load';
import { processorTimes } from './processor-time';
import { makeToken, serve } from './serve';

const ROUNDS = 3;

interface List {
  what: string;
  /** The same question, to the register and to the reference. */
  ours: (turn: number) => string;
  theirs: (turn: number) => string;
}

const WORDS = [
  'jansen metaal',
  'de vries',
  'hoekstra robotica',
  'vermeulen',
  'smits optiek',
  'willms chemie',
];
const TURNS_COMPARED = WORDS.length;
export const word = (turn: number): string => encodeURIComponent(WORDS[turn % WORDS.length] ?? '');
export const page = (turn: number): number => turn % 40;

const LISTS: readonly List[] = [
  {
    what: 'Companies by name, a page and the total of 100,000',
    ours: (turn) => `/api/v1/companies?sort=name&page=${page(turn) + 1}`,
    theirs: (turn) => `/companies?${page(turn) * 25}`,
  },
  {
    what: 'Companies searched by words, typing errors forgiven',
    ours: (turn) => `/api/v1/companies?q=${word(turn)}`,
    theirs: (turn) => `/search?${word(turn)}`,
  },
  {
    what: "Participations with company's and centre's names, a page and the total of 1,000,000",
    ours: (turn) => `/api/v1/participations?page=${page(turn) + 1}`,
    theirs: (turn) => `/participations?${page(turn) * 25}`,
  },
];

export interface MeasuredRate extends Rates {
  what: string;
}

/** What is listed over HTTP, beside bare Node and pg answering the same. */
export async function benchLists(owner: Client, appUrl: string): Promise<MeasuredRate[]> {
  const authorization = { Authorization: `Bearer ${await makeToken(owner, 'lists')}` };
  const [register, reference] = [await serve('register', appUrl), await serve('reference', appUrl)];
  const taken = await processorTimes(register.process, owner);
  const measured: MeasuredRate[] = [];
  for (const { what, ours, theirs } of LISTS) {
    const target = { port: register.port, headers: authorization, path: ours };
    const other = { port: reference.port, headers: {}, path: theirs };
    await assertSameAnswers(target, other);
    measured.push({ what, ...(await ratesOf(target, other, ROUNDS, taken)) });
  }
  await register.end();
  await reference.end();
  return measured;
}

export const rateLine = ({ what, ...rates }: MeasuredRate): string =>
  [what, ...ratesLines(rates, 'bare Node and pg', 'at least 0.5')].join('\n');

/** @throws Error where the register and the reference answer differently. */
export async function assertSameAnswers(target: Target, other: Target): Promise<void> {
  for (let turn = 0; turn < TURNS_COMPARED; turn += 1) {
    const [mine, theirs] = [await ask(target, turn), await ask(other, turn)].map((body) =>
      JSON.stringify(sorted(JSON.parse(body))),
    ) as [string, string];
    if (mine !== theirs)
      throw new Error(
        `${target.path(turn)} and ${other.path(turn)} differ:\n${around(mine, theirs)}\n${around(theirs, mine)}`,
      );
  }
}

/** What stands where two answers begin to differ. */
function around(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return one.slice(Math.max(0, at - 40), at + 200);
}

/** Keys in one order, at every depth. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
