import { Database } from '@api/platform/database/database';
import { UnitOfWork } from '@api/platform/database/unit-of-work';
import { KnowledgeRepository } from '@api/modules/figures/engine/knowledge.repository';
import { FiguresRepository } from '@api/modules/figures/figures.repository';
import { FiguresService } from '@api/modules/figures/figures.service';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTestDatabase } from '../support/database';
import { oracleFigure } from '../support/oracle/oracle';
import type { RegisterSnapshot } from '../support/oracle/snapshot';
import { Random } from '../support/random';
import { randomQueries, type RandomQuery } from '../support/random-query';
import { randomRegister } from '../support/random-register';
import { liveOn } from '../support/register-life';
import { loadRegister } from '../support/register-loader';

/** `ORACLE_SEEDS=500` searches longer; the numbers are the same every time. */
const SEEDS = Number(process.env.ORACLE_SEEDS ?? 12);
const DAYS = 4;
const QUERIES_A_DAY = 30;
const BY = { actorId: null, actorName: 'test' };

interface Day {
  knownAt: string;
  register: RegisterSnapshot;
}

/** A register of its own, and what was known in it at the end of each of its days. */
async function setup(seed: number) {
  const { appUrl, drop } = await createTestDatabase();
  const database = new Database(appUrl);
  const unitOfWork = new UnitOfWork(database);
  const random = new Random(seed);
  const days: Day[] = [];
  let register = randomRegister(seed);
  for (let day = 0; day < DAYS; day += 1) {
    register = await unitOfWork.runSql(BY, async (client) => {
      if (day > 0) return liveOn(register, random, client);
      await loadRegister(client, register);
      return register;
    });
    const clock = await database.pool.query<{ known_at: Date }>('select known_at from knowledge_clock');
    days.push({ knownAt: clock.rows[0]?.known_at.toISOString() ?? '', register });
  }
  const figures = new FiguresService(new KnowledgeRepository(database), new FiguresRepository());
  return { figures, days, close: () => database.close().then(drop) };
}

async function engineFigure(figures: FiguresService, query: RandomQuery, knownAt: string | undefined) {
  const { indicator, from, ...rest } = query;
  const answer = await figures.compute(
    { ...rest, from: from ?? undefined, knownAt, indicators: [indicator] },
    'en',
  );
  const [figure] = answer.figures;
  const cells = figure?.breakdown?.map(({ key, value }) => [key, value] as const);
  return { value: figure?.value, ...(cells ? { breakdown: Object.fromEntries(cells) } : {}) };
}

async function engineMembers(
  figures: FiguresService,
  query: RandomQuery,
  knownAt: string | undefined,
  key?: string,
) {
  const { from, by, ...rest } = query;
  const cell = key === undefined ? {} : { by, key };
  const page = { limit: 1000, offset: 0 };
  const { data, total } = await figures.members({ ...rest, ...cell, from: from ?? undefined, knownAt }, page);
  expect(total).toBe(data.length);
  return data.map(({ id }) => id).sort();
}

describe('FiguresService against a plain reading of the contract', () => {
  it.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    'computes and shows register %i as read',
    async (seed) => {
      const { figures, days, close } = await setup(seed);
      onTestFinished(close);
      for (const [index, { knownAt, register }] of days.entries()) {
        const isLast = index === days.length - 1;
        for (const query of randomQueries(register, seed * 100 + index, QUERIES_A_DAY)) {
          const known = isLast && seed % 2 === 0 ? undefined : knownAt;
          const expected = oracleFigure(register, query);
          const where = JSON.stringify({ seed, knownAt: known, ...query });
          const { members, ...figure } = expected;
          expect(await engineFigure(figures, query, known), where).toEqual(figure);
          expect(await engineMembers(figures, query, known), where).toEqual(members());
          const [cell] = Object.keys(figure.breakdown ?? {}).slice(-1);
          if (cell !== undefined) {
            expect(await engineMembers(figures, query, known, cell), `${where} cell ${cell}`).toEqual(
              members(cell),
            );
          }
        }
      }
    },
  );
});
