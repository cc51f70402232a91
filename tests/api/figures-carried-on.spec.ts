import type { FiguresService } from '@api/modules/figures/figures.service';
import { Database } from '@api/platform/database/database';
import { UnitOfWork } from '@api/platform/database/unit-of-work';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTestDatabase } from '../support/database';
import { engineFigure } from '../support/engine-figure';
import { figuresOn } from '../support/figures';
import { oracleFigure } from '../support/oracle/oracle';
import { Random } from '../support/random';
import { liveRegister, type Day } from '../support/random-life';
import { randomQueries } from '../support/random-query';
import { ALL_STEPS, TAKING_PART } from '../support/register-life';

/** `ORACLE_SEEDS=500` searches longer; the numbers are the same every time. */
const SEEDS = Number(process.env.ORACLE_SEEDS ?? 3);
const DAYS = 24;
const QUERIES_A_DAY = 6;

/** One who asks day after day hears what was carried on from what he heard before. */
describe('Figures that are asked again after each change', () => {
  it.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    'are those of the register as it then is: %i',
    async (seed) => {
      let figures: FiguresService | undefined;
      let day = 0;
      const onDay = async (lived: Day, database: Database): Promise<void> => {
        figures ??= figuresOn(database);
        day += 1;
        for (const query of randomQueries(lived.register, seed * 100, QUERIES_A_DAY)) {
          const { members: _, ...expected } = oracleFigure(lived.register, query);
          const told = await engineFigure(figures, query, undefined);
          expect(told, JSON.stringify({ seed, day, ...query })).toEqual(expected);
        }
      };
      const steps = [...TAKING_PART, ...TAKING_PART, ...TAKING_PART, ...ALL_STEPS];
      const { days, close } = await liveRegister(seed, new Random(seed), DAYS, { steps, onDay });
      onTestFinished(close);
      // What was known before is told as it was, though later readings share its columns.
      for (const { knownAt, register } of days)
        for (const query of randomQueries(register, seed * 100, QUERIES_A_DAY)) {
          const { members: _, ...expected } = oracleFigure(register, query);
          if (figures) expect(await engineFigure(figures, query, knownAt)).toEqual(expected);
        }
    },
  );

  it('hold a company that is restored, with what it does from then on', async () => {
    const test = await createTestDatabase();
    const database = new Database(test.appUrl);
    onTestFinished(() => database.close().then(() => test.drop()));
    const figures = figuresOn(database);
    const write = (text: string): Promise<unknown> =>
      new UnitOfWork(database).runSql({ actorId: null, actorName: 'test' }, (client) => client.query(text));
    const participated = async (): Promise<unknown> => {
      const asked = { asOf: '2021-01-01', indicators: ['companies_participated'] };
      return (await figures.compute(asked, 'en')).figures[0]?.value;
    };
    const takesPart = (name: string): Promise<unknown> =>
      write(`insert into participations (company_id, centre_id, level, started_on)
             select c.id, z.id, 'PARTICIPANT', '2020-01-01' from companies c, centres z where c.name = '${name}'`);
    await write(`
      insert into programmes (name, started_on) values ('Test', '2015-01-01');
      insert into centres (code, kind, name, started_on) values ('FL-1', 'FIELDLAB', 'One', '2015-01-01');
      insert into companies (name, match_name, organisation_type) values ('A', 'a', 'BUSINESS'), ('B', 'b', 'BUSINESS')`);
    await takesPart('A');
    expect(await participated()).toBe(1);
    await write(`update companies set deleted_at = now() where name = 'B'`);
    expect(await participated()).toBe(1);
    await write(`update companies set deleted_at = null where name = 'B'`);
    await takesPart('B');
    expect(await participated()).toBe(2);
  });
});
