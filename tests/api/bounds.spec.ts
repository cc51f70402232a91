import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDemonstration } from '../support/importing';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  await importDemonstration(register);
  admin = await register.as('ADMIN');
});
afterAll(() => register.close());

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `Jansen Metaalbewerking ${index} BV` }));
const match = (count: number) => admin.post('/companies/matches', { companies: names(count) });
const health = (name: string) => request(register.url).get(`/health/${name}`);
const statuses = (answers: { status: number }[]) => new Set(answers.map(({ status }) => status));

/** Asks after its health, again and again, until all are answered. */
async function meanwhile(asked: Promise<{ status: number }>[], checks: readonly string[]) {
  const work = { isOver: false };
  const answered = Promise.all(asked).finally(() => (work.isOver = true));
  const answers: { status: number }[] = [];
  do for (const check of checks) answers.push(await health(check));
  while (!work.isOver);
  return [await answered, answers] as const;
}

describe('what anybody may ask has a bound', () => {
  it('answers for its health while twenty lists of names are matched', { timeout: 60_000 }, async () => {
    const [matched, answers] = await meanwhile(
      Array.from({ length: 20 }, async () => match(100)),
      ['ready', 'live'],
    );
    expect([statuses(matched), statuses(answers)]).toEqual([new Set([200]), new Set([200])]);
  });

  it('answers for its health while a hundred figures are asked at once', { timeout: 60_000 }, async () => {
    const figure = (year: number) =>
      admin.get(`/figures?asOf=${year}-05-01&by=centre&indicator=companies_participated`);
    const [figures, answers] = await meanwhile(
      Array.from({ length: 100 }, async (_, index) => figure(2018 + (index % 8))),
      ['live'],
    );
    expect([statuses(figures), statuses(answers)]).toEqual([new Set([200]), new Set([200])]);
  });

  it('matches a hundred names, and says so of one more', async () => {
    expect((await match(100).expect(200)).body.data).toHaveLength(100);
    const { body } = await match(101).expect(400);
    expect(body).toMatchObject({ code: 'INVALID_INPUT', errors: [{ path: 'companies' }] });
  });
});
