import {
  hundredthsOf,
  type Hundredths,
  type Indicator,
  type ReconciliationReason,
  type Transition,
} from '@fieldlab/domain';
import { inTurns } from '../../../platform/work/in-turns';
import { TOTAL, type EngineContext } from '../engine/engine-context';
import { familyOf, measure } from '../engine/measure';
import { narrowToCell, totalSlice } from '../engine/narrowing';
import { ExactSum } from '../engine/sum';
import { whyChanged, type Why } from './classify';
import { KnowledgeChanges } from './knowledge-changes';
import {
  countsFirms,
  FIRMS_AT_ONCE,
  firmsOf,
  partsOfFirms,
  partsOfRecords,
  sameThings,
  type FirmsRead,
  type Parts,
} from './parts';
import type { Crossing, Setting } from './settings';

/** A thing that counts differently after a crossing. A ratio is no sum: what changes its parts has no amount. */
export interface Difference {
  /** Its id, which most are never asked for. */
  key: () => string;
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
  private readonly firms = new Map<string, Promise<FirmsRead>>();
  private readonly parts = new Map<string, Promise<Parts>>();

  /** `base` answers the centres of a scope as they were known; none when the scope was not known. */
  constructor(private readonly base: (setting: Setting) => Promise<EngineContext>) {}

  async cross(crossing: Crossing): Promise<Crossed> {
    const { before, after } = crossing;
    if (isRatio(before.indicator)) return this.crossRatio(crossing);
    const [a, b] = [await this.partsOf(before), await this.partsOf(after)];
    if (!sameThings(before.indicator, after.indicator)) return { differences: replaced(crossing, a, b) };
    const changed = changesBetween(a, b);
    if (crossing.transition === 'knownAt') return { differences: await this.known(crossing, changed, b) };
    const differences: Difference[] = [];
    await inTurns(changed.length, FIRMS_AT_ONCE, (from, to) => {
      for (const { thing, change } of changed.slice(from, to)) {
        const why = whyChanged(crossing, {
          ...{ before: a.partOf(thing), after: b.partOf(thing), isLoss: change < 0 },
        });
        const { indicator } = change < 0 ? before : after;
        differences.push({ key: () => b.idOf(thing), change: BigInt(change), why, indicator });
      }
    });
    return { differences };
  }

  /** The figure itself, in hundredths; undefined where there is nothing to divide. */
  async valueOf(setting: Setting): Promise<Hundredths | undefined> {
    if (!isRatio(setting.indicator)) {
      const { things, amountOf } = await this.partsOf(setting);
      const sum = new ExactSum();
      for (const thing of things) sum.add(amountOf(thing));
      return sum.total;
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
    const differences = moved.map((id) => ({
      ...{ key: () => id, change: 0n, why, indicator: after.indicator },
    }));
    return { differences, recomputed: { change, why } };
  }

  private async known(
    crossing: Crossing,
    changed: readonly Change[],
    { idOf }: Parts,
  ): Promise<Difference[]> {
    const { before, after } = crossing;
    if (changed.length === 0) return [];
    const { client } = await this.contextOf(after);
    const changes = await KnowledgeChanges.between(
      client,
      after.indicator,
      [before.register, after.register],
      changed.map(({ thing }) => idOf(thing)),
    );
    return changed.map(({ thing, change }) => ({
      key: () => idOf(thing),
      change: BigInt(change),
      why: changes.why(idOf(thing), change < 0),
      indicator: after.indicator,
    }));
  }

  private contextOf(setting: Setting): Promise<EngineContext> {
    return remembered(this.contexts, placeOf(setting), async () => {
      const { from, asOf, indicator, cell } = setting;
      const base = await this.base(setting);
      const slices = [totalSlice({ from: from ?? undefined, asOf })];
      const whole = { ...base, slices, placedBy: indicator.placedBy };
      // A period or centre that is not in this span or scope holds nothing.
      return narrowToCell(whole, indicator, cell?.by, cell?.key) ?? { ...whole, centres: [] };
    });
  }

  private partsOf(setting: Setting): Promise<Parts> {
    const { indicator } = setting;
    const place = placeOf(setting);
    return remembered(this.parts, `${indicator.code} ${place}`, async () => {
      const context = await this.contextOf(setting);
      const [slice] = context.slices;
      if (!slice || !countsFirms(indicator)) return partsOfRecords(indicator, context);
      const firms = await remembered(this.firms, place, () => firmsOf(context));
      return partsOfFirms(indicator, firms, slice);
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
  JSON.stringify([scopeText, from, asOf, register.knowledge.knownAt, indicator.placedBy, cell]);

function remembered<T>(memory: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = memory.get(key) ?? make();
  memory.set(key, made);
  return made;
}

/** What a thing adds more, or less, in hundredths. */
interface Change {
  thing: number;
  change: number;
}

function changesBetween(a: Parts, b: Parts): Change[] {
  const changes: Change[] = [];
  for (const thing of b.things) {
    const change = b.amountOf(thing) - a.amountOf(thing);
    if (change !== 0) changes.push({ thing, change });
  }
  for (const thing of a.things) {
    if (b.amountOf(thing) === 0) changes.push({ thing, change: -a.amountOf(thing) });
  }
  return changes;
}

/** Figures of different things: all of the one goes, all of the other comes. */
function replaced({ before, after }: Crossing, a: Parts, b: Parts): Difference[] {
  const of = (parts: Parts, sign: bigint, indicator: Indicator, reason: ReconciliationReason): Difference[] =>
    Array.from(parts.things, (thing) => ({
      ...{ key: () => parts.idOf(thing), change: sign * BigInt(parts.amountOf(thing)) },
      ...{ why: { reason }, indicator },
    }));
  return [...of(a, -1n, before.indicator, 'OF_THE_FIRST'), ...of(b, 1n, after.indicator, 'OF_THE_SECOND')];
}

const difference = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] =>
  [...one].filter((key) => !other.has(key));
