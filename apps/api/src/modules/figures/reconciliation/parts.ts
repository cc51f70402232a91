import type { Indicator } from '@fieldlab/domain';
import { visitBusinesses } from '../columns/businesses';
import { daysOf, type SliceDays } from '../columns/days';
import type { IdNumbers } from '../columns/id-numbers';
import { inTurns } from '../../../platform/work/in-turns';
import { OPEN } from '../columns/versions';
import { centreFamily } from '../engine/centre-family';
import { companyFamily } from '../engine/company-family';
import type { EngineContext, Slice } from '../engine/engine-context';
import { PARTICIPATED, PARTICIPATING, REACHED } from '../engine/firm-flags';
import { RECORD_FAMILIES } from '../engine/record-families';
import { ONE } from '../engine/sum';

/** So many firms are looked at before others get their turn: some milliseconds. */
export const FIRMS_AT_ONCE = 2 ** 13;

/** What is known of a firm in a setting; `flags` as the company family sets them. */
export interface FirmFacts {
  flags: number;
  /** The start of its first participation; OPEN where there is none. */
  firstOn: number;
  /** In how many centres it took part in the period. */
  centres: number;
}

/** What one thing adds to a figure, in hundredths, and what is known of it beside that. */
export interface Part {
  amount: number;
  firm?: FirmFacts;
  trait?: string | null;
}

/** What a figure is made of. Things go by their numbers in the copy, and have an id only where they are named. */
export interface Parts {
  /** Those that add something. */
  things: Iterable<number>;
  amountOf: (thing: number) => number;
  /** Undefined of what is not there. */
  partOf: (thing: number) => Part | undefined;
  idOf: (thing: number) => string;
}

/** Indicators of one kind are made of the same things, so that a difference lies in which of them count. */
export type ThingKind = 'firm' | 'centre' | 'spin-off' | 'attendance' | 'outcome' | 'investment';

/** Everything: a page of this many is never full. */
const ALL = { limit: 2 ** 31 - 1, offset: 0 };

export function kindOf({ code, counts }: Indicator): ThingKind {
  if (companyFamily.indicators.includes(code) || counts === 'company') return 'firm';
  if (counts === 'spinOff') return 'spin-off';
  return counts === 'pair' ? 'firm' : counts;
}

/** Answers whether two figures can be compared thing by thing. Kinds of outcome are different things. */
export const sameThings = (one: Indicator, other: Indicator): boolean =>
  one.code === other.code ||
  (kindOf(one) === kindOf(other) && !['outcome', 'attendance'].includes(kindOf(one)));

/** The firms of a setting, each at its number in the copy. */
export interface FirmsRead {
  flags: Uint8Array;
  firstOn: Int32Array;
  centres: Uint16Array;
  idOf: (firm: number) => string;
}

/** Reads the firms of a setting, once for all indicators that count them. */
export async function firmsOf(context: EngineContext): Promise<FirmsRead> {
  const { companies } = (await context.register.columns()).copy.ids;
  const read: FirmsRead = {
    flags: new Uint8Array(companies.size),
    firstOn: new Int32Array(companies.size).fill(OPEN),
    centres: new Uint16Array(companies.size),
    idOf: (firm) => companies.idOf(firm),
  };
  await visitBusinesses(context, ({ company, flags, firstOn, centres }) => {
    read.flags[company] = flags;
    read.firstOn[company] = firstOn;
    read.centres[company] = centres;
  });
  return read;
}

const COUNTS_FIRM: Record<string, (firm: FirmFacts, slice: SliceDays) => number> = {
  companies_reached: ({ flags }) => Number((flags & REACHED) > 0),
  companies_participated: ({ flags }) => Number((flags & PARTICIPATED) > 0),
  companies_participating: ({ flags }) => Number((flags & PARTICIPATING) > 0),
  companies_new: ({ firstOn }, { from, to }) => Number(firstOn <= to && firstOn >= from),
  participations: ({ flags, centres }) => ((flags & PARTICIPATED) > 0 ? centres : 0),
};

/** Answers whether firms are counted by what they did. */
export const countsFirms = ({ code }: Indicator): boolean => code in COUNTS_FIRM;

export async function partsOfFirms({ code }: Indicator, firms: FirmsRead, slice: Slice): Promise<Parts> {
  const count = COUNTS_FIRM[code];
  if (!count) throw new Error(`${code} does not count firms`);
  const { flags, firstOn, centres, idOf } = firms;
  const amounts = new Int32Array(flags.length);
  const counted = new Int32Array(flags.length);
  const factsOf = (firm: number): FirmFacts => ({
    ...{ flags: flags[firm] ?? 0, firstOn: firstOn[firm] ?? OPEN, centres: centres[firm] ?? 0 },
  });
  const days = daysOf(slice);
  let length = 0;
  await inTurns(flags.length, FIRMS_AT_ONCE, (from, to) => {
    for (let firm = from; firm < to; firm += 1) {
      const amount = flags[firm] === 0 ? 0 : ONE * count(factsOf(firm), days);
      amounts[firm] = amount;
      if (amount > 0) counted[length++] = firm;
    }
  });
  const amountOf = (firm: number): number => amounts[firm] ?? 0;
  return {
    things: counted.subarray(0, length),
    amountOf,
    partOf: (firm) =>
      (flags[firm] ?? 0) === 0 ? undefined : { firm: factsOf(firm), amount: amountOf(firm) },
    idOf,
  };
}

/** The parts of every other figure that is a count or a sum: the things or records behind it. */
export async function partsOfRecords({ code }: Indicator, context: EngineContext): Promise<Parts> {
  const { ids } = (await context.register.columns()).copy;
  if (centreFamily.indicators.includes(code)) {
    const { rows } = await centreFamily.members(context, code, ALL);
    const kinds = new Map(context.centres.map(({ id, kind }) => [id, kind]));
    const parts = rows.map(({ id }): [number, Part] => [
      ids.centres.numbered(id),
      { amount: ONE, trait: kinds.get(id) ?? null },
    ]);
    return partsIn(new Map(parts), ids.centres);
  }
  const family = RECORD_FAMILIES.find(({ indicators }) => indicators.includes(code));
  if (!family) throw new Error(`Nothing adds up to ${code}`);
  return partsIn(await family.contributions(context, code), ids[family.memberKind(code)]);
}

const partsIn = (parts: ReadonlyMap<number, Part>, ids: IdNumbers): Parts => ({
  things: [...parts.keys()],
  amountOf: (thing) => parts.get(thing)?.amount ?? 0,
  partOf: (thing) => parts.get(thing),
  idOf: (thing) => ids.idOf(thing),
});
