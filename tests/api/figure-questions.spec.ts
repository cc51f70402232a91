import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInAs } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';
import { importDemonstration } from '../support/importing';

const QUESTIONS = '/api/v1/figures/questions';
const ASOF = '2021-05-01';
const HEADLINES = ['companies_participated', 'spin_offs', 'investment_realised'];

let test: TestApp;
let viewer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  viewer = await signedInAs(test, 'VIEWER');
  await importDemonstration(test);
});
afterAll(() => test.close());

const ask = (questions: unknown, language = 'nl') =>
  viewer.post(QUESTIONS).set('Accept-Language', language).send({ questions });
/** What one question answers by itself. */
const alone = async (path: string, query: object, language = 'nl'): Promise<unknown> =>
  (await viewer.get(`/api/v1${path}`).query(query).set('Accept-Language', language).expect(200)).body;

describe('POST /figures/questions', () => {
  it('answers each question as it is answered by itself, in the order of the questions', async () => {
    const figures = [
      { asOf: ASOF, indicator: HEADLINES },
      { asOf: ASOF, indicator: ['companies_reached', 'jobs@1', 'spin_offs'] },
      { asOf: '2020-05-01', indicator: HEADLINES },
      { asOf: ASOF, by: 'year', indicator: HEADLINES },
      { asOf: ASOF, by: 'province', indicator: ['companies_participated'] },
      { asOf: ASOF, scope: 'hub:HUB-NOORD' },
      { asOf: ASOF, countBy: 'group' },
      { asOf: ASOF, knownAt: '2026-01-01T00:00:00Z', indicator: HEADLINES },
      {},
    ];
    const levels = { asOf: ASOF, every: 'year' };
    const questions = [{ kind: 'levels', ...levels }, ...figures.map((one) => ({ kind: 'figures', ...one }))];
    const { body, headers } = await ask(questions).expect(200);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(body.data).toEqual([
      { levels: await alone('/figures/levels', levels) },
      ...(await Promise.all(figures.map(async (one) => ({ figures: await alone('/figures', one) })))),
    ]);
  });

  it.each([
    ['gzip, br', 'gzip'],
    ['identity', undefined],
  ])('is as small as its reader can take it: %s', async (accepted, encoding) => {
    const questions = [{ kind: 'figures', asOf: ASOF, indicator: HEADLINES }];
    const { body, headers } = await ask(questions).set('Accept-Encoding', accepted).expect(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toContain('Accept-Encoding');
    expect(body.data).toHaveLength(1);
  });

  it('has each answer on a line of its own, for who reads it while it comes', async () => {
    const { text } = await ask([
      { kind: 'figures', asOf: ASOF, indicator: HEADLINES },
      { kind: 'figures', asOf: ASOF, by: 'year', indicator: HEADLINES },
    ]).expect(200);
    const [first, ...lines] = text.trim().split('\n');
    const last = lines.pop();
    expect([first, last]).toEqual(['{"data":[', ']}']);
    const parsed = lines.map((line) => JSON.parse(line.replace(/,$/, '')) as object);
    expect(parsed).toEqual(JSON.parse(text).data);
  });

  it('says of one question what is wrong with it, and answers the others', async () => {
    const { body } = await ask([
      { kind: 'figures', asOf: ASOF, indicator: ['no_such_thing'] },
      { kind: 'figures', asOf: ASOF, indicator: HEADLINES },
      { kind: 'figures', asOf: ASOF, scope: 'centre:NOWHERE' },
      { kind: 'levels', asOf: '1950-01-01', from: '2000-01-01', every: 'year' },
    ]).expect(200);
    expect(body.data).toMatchObject([
      { problem: { status: 400, code: 'INVALID_INPUT', errors: [{ code: 'NO_SUCH_INDICATOR' }] } },
      { figures: { figures: HEADLINES.map((indicator) => ({ indicator })) } },
      { problem: { status: 400 } },
      { problem: { status: 400, errors: [{ code: 'STARTS_AFTER_END' }] } },
    ]);
  });

  it('speaks the language that is asked for', async () => {
    const question = { kind: 'figures', asOf: ASOF, by: 'province', indicator: ['companies_participated'] };
    const labels = async (language: string) =>
      JSON.stringify((await ask([question], language).expect(200)).body.data);
    expect(await labels('nl')).toContain('Noord-Brabant');
    expect(await labels('en')).toContain('North Brabant');
  });

  it('refuses what is no question, and more than twenty', async () => {
    const one = { kind: 'figures', asOf: ASOF, indicator: HEADLINES };
    const wrong = [
      [[], 'TOO_FEW', 'questions'],
      [Array.from({ length: 21 }, () => one), 'TOO_MANY', 'questions'],
      [[one, { ...one, asOf: 'yesterday' }], 'NOT_A_DATE', 'questions.1.asOf'],
      [[{ ...one, colour: 'red' }], 'UNKNOWN_FIELD', 'questions.0.colour'],
    ] as const;
    for (const [questions, code, path] of wrong) {
      const { body } = await ask(questions).expect(400);
      expect(body.errors).toMatchObject([{ code, path }]);
    }
    await ask([{ ...one, kind: 'sums' }]).expect(400);
    await ask([{ ...one, indicator: 'spin_offs' }]).expect(400);
  });
});
