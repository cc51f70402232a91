import { addDays, currentIndicators, type Breakdown } from '@fieldlab/domain';
import type { OracleQuery } from './oracle/oracle';
import type { RegisterSnapshot } from './oracle/snapshot';
import { Random } from './random';

/** What the engine and the oracle are both asked: `from` is always given, null only without a programme. */
export type RandomQuery = OracleQuery & { from: string | null };

/**
 * Questions to one register, with dates on and around its own dates, any scope, and any indicator with any breakdown
 * that it knows.
 */
export function randomQueries(register: RegisterSnapshot, seed: number, count: number): RandomQuery[] {
  const random = new Random(seed);
  const days = datesOf(register);
  return Array.from({ length: count }, () => randomQuery(register, random, days));
}

function randomQuery(register: RegisterSnapshot, random: Random, days: readonly string[]): RandomQuery {
  const indicator = random.pick(currentIndicators);
  const [one, other] = [near(random, days), near(random, days)].sort() as [string, string];
  return {
    indicator: indicator.code,
    asOf: other,
    from: lowerBound(register, random, one, other),
    scope: scope(register, random),
    ...(random.chance(0.75) ? breakdown(random, random.pick(indicator.breakdowns)) : {}),
    ...(indicator.countsGroups && random.chance(0.5) ? { countBy: 'group' } : {}),
  };
}

const breakdown = (random: Random, by: Breakdown): Pick<OracleQuery, 'by' | 'sectorVersion'> =>
  by === 'sector' && random.chance(0.6) ? { by, sectorVersion: random.pick(['2008', '2025']) } : { by };

function near(random: Random, days: readonly string[]): string {
  return addDays(random.pick(days), random.pick([-1, 0, 0, 0, 1]));
}

function lowerBound(
  { programme }: RegisterSnapshot,
  random: Random,
  from: string,
  asOf: string,
): string | null {
  if (programme === null) return random.chance(0.5) ? null : from;
  const byDefault = programme.startedOn <= asOf && random.chance(0.3);
  return byDefault ? programme.startedOn : from;
}

function scope({ centres }: RegisterSnapshot, random: Random): string {
  const hubs = centres.filter(({ kind }) => kind === 'HUB');
  if (random.chance(0.4)) return 'programme';
  return hubs.length > 0 && random.chance(0.5)
    ? `hub:${random.pick(hubs).code}`
    : `centre:${random.pick(centres).code}`;
}

/** Every date that occurs in the register. */
function datesOf(register: RegisterSnapshot): string[] {
  const { centres, companies, participations, activities, investments, spinOffs, outcomes } = register;
  const dates = [
    register.programme?.startedOn ?? null,
    ...[...centres, ...participations].flatMap(({ startedOn, endedOn }) => [startedOn, endedOn]),
    ...companies.flatMap(({ profiles }) => profiles).flatMap(({ from, to }) => [from, to]),
    ...activities.map(({ heldOn }) => heldOn),
    ...investments.map(({ datedOn }) => datedOn),
    ...spinOffs.flatMap(({ foundedOn, dissolvedOn }) => [foundedOn, dissolvedOn]),
    ...outcomes.map(({ achievedOn }) => achievedOn),
    '2018-12-31',
  ].filter((date) => date !== null);
  return [...new Set(dates)].sort();
}
