import type { FiguresService } from '@api/modules/figures/figures.service';
import type { SeriesPoint } from '@api/modules/figures/series/series.dto';
import { currentIndicators, DomainError } from '@fieldlab/domain';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { figuresOn, levelsOn, seriesOn } from '../support/figures';
import { Random } from '../support/random';
import { liveRegister, type Day } from '../support/random-life';

/** The last instant of a quarter, and the first of the next, where the programme is. */
const KNOWN_AT = ['2018-09-30T22:00:00.000Z', '2018-12-31T22:59:59.999Z', '2019-03-31T21:59:59.999Z'];
const AS_OF = '2020-02-14';

/** As if each of the register's days had been one of those. */
async function known(ownerUrl: string, days: readonly Day[]): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  for (const [index, { knownAt }] of days.entries()) {
    await owner.query('update revisions set known_at = $2 where known_at = $1', [knownAt, KNOWN_AT[index]]);
  }
  await owner.end();
}

async function setup(seed: number) {
  const { database, ownerUrl, days, close } = await liveRegister(seed, new Random(seed), KNOWN_AT.length);
  onTestFinished(close);
  await known(ownerUrl, days);
  const register = days.at(-1)?.register;
  const scopes = ['programme', ...(register?.centres ?? []).slice(0, 1).map(({ code }) => `centre:${code}`)];
  return { figures: figuresOn(database), series: seriesOn(database), levels: levelsOn(database), scopes };
}

/** Every figure on a day as known at an instant; undefined where its scope was not known. */
async function figuresAt(figures: FiguresService, query: Parameters<FiguresService['compute']>[0]) {
  try {
    const answer = await figures.compute(query, 'en');
    return new Map(answer.figures.map(({ indicator, value }) => [indicator, value]));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'INVALID_INPUT') return undefined;
    throw error;
  }
}

describe('SeriesService', () => {
  it.each([1, 2])('is in register %i what the figures are, now and as known then', async (seed) => {
    const { figures, series, scopes } = await setup(seed);
    for (const scope of scopes) {
      const points = new Map<string, SeriesPoint[]>();
      for (const { code } of currentIndicators) {
        const answer = await series.compute({
          ...{ indicator: code, every: 'quarter', from: '2018-05-01', asOf: AS_OF, scope },
        });
        points.set(code, answer.periods);
      }
      const [any = []] = points.values();
      expect(any.map(({ period, on }) => `${period} ${on}`).join(', ')).toBe(
        '2018-Q2 2018-06-30, 2018-Q3 2018-09-30, 2018-Q4 2018-12-31, 2019-Q1 2019-03-31, ' +
          '2019-Q2 2019-06-30, 2019-Q3 2019-09-30, 2019-Q4 2019-12-31, 2020-Q1 2020-02-14',
      );
      for (const [index, { on, thenKnownAt }] of any.entries()) {
        const query = { asOf: on, from: '2018-05-01', scope };
        const now = await figuresAt(figures, query);
        const then =
          thenKnownAt === null ? undefined : await figuresAt(figures, { ...query, knownAt: thenKnownAt });
        for (const { code } of currentIndicators) {
          const where = JSON.stringify({ seed, scope, code, on, thenKnownAt });
          const point = points.get(code)?.[index];
          expect(point?.asKnownNow, where).toBe(now?.get(code));
          expect(point?.asKnownThen, where).toBe(then?.get(code) ?? null);
        }
      }
    }
  });

  it('knows at the end of a day what became known in its last millisecond, and nothing before the first', async () => {
    const { series } = await setup(4);
    const { periods } = await series.compute({
      ...{ indicator: 'centres_active', every: 'quarter', from: '2018-04-01', asOf: AS_OF },
    });
    const then = new Map(periods.map(({ period, thenKnownAt }) => [period, thenKnownAt]));
    expect([then.get('2018-Q2'), then.get('2018-Q3')]).toEqual([null, null]);
    expect(then.get('2018-Q4')).toBe('2018-12-31T22:59:59.999Z');
    expect(then.get('2019-Q1')).toBe('2019-03-31T21:59:59.999Z');
    await expect(
      series.compute({ indicator: 'jobs', every: 'quarter', from: '1900-01-01', asOf: AS_OF }),
    ).rejects.toThrow(/more than 400 periods/);
  });
});

describe('LevelsService', () => {
  it.each([1, 3])(
    'says of register %i what breaking down by level says of each of its days',
    async (seed) => {
      const { figures, levels, scopes } = await setup(seed);
      const indicators = ['companies_participating'];
      for (const scope of scopes) {
        // Said, since a random programme may start after the days that are looked at.
        const from = '2018-05-01';
        const { periods } = await levels.compute({ every: 'quarter', from, asOf: AS_OF, scope }, 'nl');
        expect(periods.length).toBeGreaterThan(4);
        for (const { on, value, levels: cells } of periods) {
          const [figure] = (await figures.compute({ asOf: on, from, scope, by: 'level', indicators }, 'nl'))
            .figures;
          expect({ on, value, cells }).toEqual({ on, value: figure?.value, cells: figure?.breakdown });
        }
      }
    },
  );
});
