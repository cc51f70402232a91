import { EventEmitter, once } from 'node:events';
import { asDomainError } from '@api/platform/database/database-errors';
import { UnitOfWork } from '@api/platform/database/unit-of-work';
import type { Reader } from '@api/platform/database/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestRegister, type TestRegister } from '../support/register';

const SOMEBODY = { actorId: null, actorName: 'Somebody' };
const MAX_ATTEMPTS = 4;
const raised = (code: string): string => `do $$ begin raise 'race' using errcode = '${code}'; end $$`;
const SPEAKERS: [string, (tx: Reader, sql: string) => Promise<unknown>][] = [
  ['SQL', ({ client }, sql) => client.query(sql)],
  ["Prisma's SQL", ({ prisma }, sql) => prisma.$executeRawUnsafe(sql)],
];

let register: TestRegister;
let units: UnitOfWork;
beforeAll(async () => {
  register = await startTestRegister();
  units = register.app.get(UnitOfWork);
});
afterAll(() => register.close());

describe.each(['40001', '40P01'])('who is ended by PostgreSQL for the sake of another (%s)', (code) => {
  it.each(SPEAKERS)('does the same again, having spoken %s', async (_, speak) => {
    let attempts = 0;
    const work = units.run(SOMEBODY, async (tx) => {
      attempts += 1;
      return attempts < MAX_ATTEMPTS ? speak(tx, raised(code)) : 'done';
    });
    expect(await work).toBe('done');
    expect(attempts).toBe(MAX_ATTEMPTS);
  });

  it.each(SPEAKERS)('is refused for now where that does not help, having spoken %s', async (_, speak) => {
    const refusals = [
      units.run(SOMEBODY, (tx) => speak(tx, raised(code))),
      speak(register.database, raised(code)),
    ].map((asked) => asked.catch((error: unknown) => asDomainError(error)?.code));
    expect(await Promise.all(refusals)).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
  });
});

it('lets two who wait for each other both finish, one after the other', async () => {
  const ids = await Promise.all(
    ['A', 'B'].map(async (code) => {
      const kind = { kind: 'HUB', startedOn: '2018-01-01' };
      return (await (await register.as('ADMIN')).post('/centres', { code, name: code, ...kind }).expect(201))
        .body as { id: string };
    }),
  );
  let [attempts, written] = [0, 0];
  const began = new EventEmitter();
  const renames = ids.map(({ id }, index) =>
    units.run(SOMEBODY, async ({ prisma }) => {
      attempts += 1;
      await prisma.centre.update({ where: { id }, data: { name: `first of ${index}` } });
      written += 1;
      if (written === 1) await once(began, 'all');
      else began.emit('all');
      const [other] = ids.filter((one) => one.id !== id);
      await prisma.centre.update({ where: { id: other?.id ?? '' }, data: { name: `second of ${index}` } });
    }),
  );
  await Promise.all(renames);
  expect(attempts).toBe(3);
});
