import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let author: Caller;
let approver: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  [author, approver] = [await register.as('EVALUATOR'), await register.as('EVALUATOR')];
});
afterAll(() => register.close());

const check = (text: string) => request(register.url).post('/api/v1/public/check').send({ text });
const draft = (text: string) =>
  author.post('/reports', { title: 'Hostile', asOf: '2021-05-01', indicators: ['jobs'], text });

// Each of these once kept the only thread busy for seconds or for ever: the test's own time-out is the bound.
describe('a text that anybody sends', () => {
  it.each([
    ['2,000 spaces', ' '.repeat(2_000)],
    ['20,000 spaces', ' '.repeat(20_000)],
    ['spaces between a number and its unit', `€${' '.repeat(9_000)}7${' '.repeat(9_000)}%`],
    ['a number without an end', '7'.repeat(20_000)],
  ])('of %s is answered', async (_, text) => {
    const { body } = await check(text).expect(200);
    expect(body.numbers.length).toBeLessThanOrEqual(1);
  });

  it('is answered for fifty numbers at most', async () => {
    const { body } = await check('7;'.repeat(9_999)).expect(200);
    expect(body.numbers).toHaveLength(50);
  });

  it('is refused when it is longer than anybody reads', async () => {
    await check('7'.repeat(20_001)).expect(400);
  });
});

describe('a report’s text', () => {
  it('is refused with a figure that is hidden behind spaces', async () => {
    const { body } = await draft(`{{jobs:centre=a${' '.repeat(49_900)}b}}`).expect(400);
    expect(body.errors).toMatchObject([{ path: 'text' }]);
    expect(JSON.stringify(body).length).toBeLessThan(2_000);
  });

  it('is approved with as many empty lines as fit', async () => {
    const { body } = await draft('\n'.repeat(50_000)).expect(201);
    await author.post(`/reports/${body.id as string}/submit`).expect(200);
    await approver.post(`/reports/${body.id as string}/approve`).expect(200);
  });

  it('names the first numbers that nobody vouched for, not thousands', async () => {
    const { body } = await draft('7 '.repeat(25_000)).expect(201);
    await author.post(`/reports/${body.id as string}/submit`).expect(200);
    const refused = await approver.post(`/reports/${body.id as string}/approve`).expect(409);
    expect(refused.body).toMatchObject({ code: 'TYPED_NUMBERS' });
    expect(refused.body.detail.length).toBeLessThan(300);
  });

  it('tells the first faults of thousands', async () => {
    const { body } = await draft('{{?}}'.repeat(10_000)).expect(400);
    expect(body.errors).toHaveLength(50);
  });

  it('holds 50,000 characters of any alphabet, and not one more', async () => {
    await draft('€'.repeat(50_000)).expect(201);
    const { body } = await draft('a'.repeat(50_001)).expect(400);
    expect(body.errors).toMatchObject([{ path: 'text' }]);
  });
});
