import type { FiguresService } from '@api/modules/figures/figures.service';
import { describe, expect, it, onTestFinished } from 'vitest';
import { engineFigure } from '../support/engine-figure';
import { figuresOn } from '../support/figures';
import { oracleFigure } from '../support/oracle/oracle';
import { Random } from '../support/random';
import { liveRegister } from '../support/random-life';
import { randomQueries, type RandomQuery } from '../support/random-query';

/** `ORACLE_SEEDS=500` searches longer; the numbers are the same every time. */
const SEEDS = Number(process.env.ORACLE_SEEDS ?? 8);
const DAYS = 4;
const QUERIES_A_DAY = 30;

/** A register of its own, and what was known in it at the end of each of its days. */
async function setup(seed: number) {
  const { database, days, close } = await liveRegister(seed, new Random(seed), DAYS);
  return { figures: figuresOn(database), days, close };
}

async function engineMembers(
  figures: FiguresService,
  query: RandomQuery,
  knownAt: string | undefined,
  key?: string,
) {
  const { from, by, sectorVersion, ...rest } = query;
  const cell = key === undefined ? {} : { by, key, sectorVersion };
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
