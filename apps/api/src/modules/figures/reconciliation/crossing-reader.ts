import {
  hundredthsOf,
  type Hundredths,
  type Indicator,
  type ReconciliationReason,
  type Transition,
} from '@fieldlab/domain';
import { TOTAL, type EngineContext } from '../engine/engine-context';
import { familyOf, measure } from '../engine/measure';
import { narrowToCell, totalSlice } from '../engine/narrowing';
import { whyChanged, type Why } from './classify';
import { KnowledgeChanges } from './knowledge-changes';
import {
  countsFirms,
  firmsOf,
  partsOfFirms,
  partsOfRecords,
  sameThings,
  type FirmFacts,
  type Parts,
} from './parts';
import type { Crossing, Setting } from './settings';

/** A thing that counts differently after a crossing. A ratio is no sum: what changes its parts has no amount. */
export interface Difference {
  key: string;
  change: Hundredths;
  why: Why;
  indicator: Indicator;
}

/** What a crossing does to the figure, and through which things. */
export interface Crossed {
  differences: Difference[];
  /** Only of a ratio: the figure is computed again after the crossing. */
  recomputed?: { change: Hundredths; why: Why };
}

const isRatio = ({ kind }: Indicator): boolean => kind === 'ratio';

/** Computes crossings from the records, reading what several settings share only once. */
export class CrossingReader {
  private readonly contexts = new Map<string, Promise<EngineContext>>();
  private readonly firms = new Map<string, Promise<Map<string, FirmFacts>>>();
  private readonly parts = new Map<string, Promise<Parts>>();

  /** `base` answers the centres of a scope as they were known; none when the scope was not known. */
  constructor(private readonly base: (setting: Setting) => Promise<EngineContext>) {}

  async cross(crossing: Crossing): Promise<Crossed> {
    const { before, after } = crossing;
    if (isRatio(before.indicator)) return this.crossRatio(crossing);
    const [a, b] = [await this.partsOf(before), await this.partsOf(after)];
    if (!sameThings(before.indicator, after.indicator)) return { differences: replaced(crossing, a, b) };
    const changed = changesBetween(a, b);
    if (crossing.transition === 'knownAt') return { differences: await this.known(crossing, changed) };
    const differences = changed.map(({ key, change }) => {
      const [one, other] = [a.get(key), b.get(key)];
      const why = whyChanged(crossing, { before: one, after: other, isLoss: change < 0n });
      return { key, change, why, indicator: (change < 0n ? before : after).indicator };
    });
    return { differences };
  }

  /** The figure itself, in hundredths; undefined where there is nothing to divide. */
  async valueOf(setting: Setting): Promise<Hundredths | undefined> {
    if (!isRatio(setting.indicator)) {
      let total = 0n;
      for (const { amount } of (await this.partsOf(setting)).values()) total += amount;
      return total;
    }
    const values = await measure(await this.contextOf(setting), [setting.indicator]);
    return hundredthsOf(values.get(setting.indicator.code)?.get(TOTAL));
  }

  private async crossRatio(crossing: Crossing): Promise<Crossed> {
    const { before, after, transition } = crossing;
    const change = ((await this.valueOf(after)) ?? 0n) - ((await this.valueOf(before)) ?? 0n);
    const [a, b] = [await this.membersOf(before), await this.membersOf(after)];
    const why: Why = { reason: RECOMPUTED[transition] };
    const moved = [...difference(a, b), ...difference(b, a)];
    const differences = moved.map((key) => ({ key, change: 0n, why, indicator: after.indicator }));
    return { differences, recomputed: { change, why } };
  }

  private async known(
    crossing: Crossing,
    changed: readonly { key: string; change: Hundredths }[],
  ): Promise<Difference[]> {
    const { before, after } = crossing;
    if (changed.length === 0) return [];
    const { client } = await this.contextOf(after);
    const changes = await KnowledgeChanges.between(
      client,
      after.indicator,
      [before.register, after.register],
      changed.map(({ key }) => key),
    );
    return changed.map(({ key, change }) => ({
      key,
      change,
      why: changes.why(key, change < 0n),
      indicator: after.indicator,
    }));
  }

  private contextOf(setting: Setting): Promise<EngineContext> {
    return remembered(this.contexts, placeOf(setting), async () => {
      const { from, asOf, indicator, cell } = setting;
      const base = await this.base(setting);
      const slices = [totalSlice({ from: from ?? undefined, asOf })];
      const whole = { ...base, slices, provinceOf: indicator.provinceOf };
      // A period or centre that is not in this span or scope holds nothing.
      return narrowToCell(whole, indicator, cell?.by, cell?.key) ?? { ...whole, centres: [] };
    });
  }

  private partsOf(setting: Setting): Promise<Parts> {
    const { indicator } = setting;
    const place = placeOf(setting);
    return remembered(this.parts, `${indicator.code} ${place}`, async () => {
      const context = await this.contextOf(setting);
      if (!countsFirms(indicator)) return partsOfRecords(indicator, context);
      return partsOfFirms(indicator, await remembered(this.firms, place, () => firmsOf(context)), context);
    });
  }

  private async membersOf(setting: Setting): Promise<Set<string>> {
    const context = await this.contextOf(setting);
    const page = { limit: 2 ** 31 - 1, offset: 0 };
    const { rows } = await familyOf(setting.indicator).members(context, setting.indicator.code, page);
    return new Set(rows.map(({ id }) => id));
  }
}

const RECOMPUTED: Record<Transition, ReconciliationReason> = {
  definition: 'DEFINITION_CHANGED',
  indicator: 'DEFINITION_CHANGED',
  scope: 'SCOPE_DIFFERS',
  from: 'PERIOD_DIFFERS',
  asOf: 'PERIOD_DIFFERS',
  knownAt: 'KNOWLEDGE_DIFFERS',
};

/** What two settings share of the register: all but the indicator. */
const placeOf = ({ scopeText, from, asOf, register, indicator, cell }: Setting): string =>
  JSON.stringify([scopeText, from, asOf, register.knowledge.knownAt, indicator.provinceOf, cell]);

function remembered<T>(memory: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = memory.get(key) ?? make();
  memory.set(key, made);
  return made;
}

function changesBetween(a: Parts, b: Parts): { key: string; change: Hundredths }[] {
  const changes: { key: string; change: Hundredths }[] = [];
  for (const [key, { amount }] of b) {
    const change = amount - (a.get(key)?.amount ?? 0n);
    if (change !== 0n) changes.push({ key, change });
  }
  for (const [key, { amount }] of a) {
    if (amount !== 0n && !b.has(key)) changes.push({ key, change: -amount });
  }
  return changes;
}

/** Figures of different things: all of the one goes, all of the other comes. */
function replaced({ before, after }: Crossing, a: Parts, b: Parts): Difference[] {
  const of = (parts: Parts, sign: bigint, indicator: Indicator, reason: ReconciliationReason): Difference[] =>
    [...parts].flatMap(([key, { amount }]) =>
      amount === 0n ? [] : [{ key, change: sign * amount, why: { reason }, indicator }],
    );
  return [...of(a, -1n, before.indicator, 'OF_THE_FIRST'), ...of(b, 1n, after.indicator, 'OF_THE_SECOND')];
}

const difference = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] =>
  [...one].filter((key) => !other.has(key));
