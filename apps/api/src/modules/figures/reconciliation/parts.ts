import type { Hundredths, Indicator } from '@fieldlab/domain';
import { visitBusinesses } from '../columns/businesses';
import { dateOf } from '../columns/days';
import { OPEN } from '../columns/versions';
import { companyFamily } from '../engine/company-family';
import { PARTICIPATED, PARTICIPATING, REACHED } from '../engine/firm-flags';
import { centreFamily } from '../engine/centre-family';
import type { EngineContext } from '../engine/engine-context';
import { RECORD_FAMILIES } from '../engine/record-families';

/** What is known of a firm in a setting; `flags` as the company family sets them. */
export interface FirmFacts {
  flags: number;
  /** The start of its first participation. */
  firstOn: string | null;
  /** In how many centres it took part in the period. */
  centres: number;
}

/** What one thing adds to a figure, and what is known of it beside that. An amount of 0 is not counted. */
export interface Part {
  amount: Hundredths;
  firm?: FirmFacts;
  trait?: string | null;
}
export type Parts = ReadonlyMap<string, Part>;

/** Indicators of one kind are made of the same things, so that a difference lies in which of them count. */
export type ThingKind = 'firm' | 'centre' | 'spin-off' | 'attendance' | 'outcome' | 'investment';

const ONE = 100n;
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

/** The firms of a setting, read once for all indicators that count them. */
export async function firmsOf(context: EngineContext): Promise<Map<string, FirmFacts>> {
  const facts = new Map<string, FirmFacts>();
  await visitBusinesses(context, ({ id, flags, firstOn, centres }) => {
    facts.set(id, { flags, firstOn: firstOn === OPEN ? null : dateOf(firstOn), centres });
  });
  return facts;
}

const COUNTS_FIRM: Record<string, (firm: FirmFacts, context: EngineContext) => number> = {
  companies_reached: ({ flags }) => Number((flags & REACHED) > 0),
  companies_participated: ({ flags }) => Number((flags & PARTICIPATED) > 0),
  companies_participating: ({ flags }) => Number((flags & PARTICIPATING) > 0),
  companies_new: ({ firstOn }, { slices: [slice] }) =>
    Number(firstOn !== null && slice !== undefined && firstOn <= slice.to && firstOn >= (slice.from ?? '')),
  participations: ({ flags, centres }) => ((flags & PARTICIPATED) > 0 ? centres : 0),
};

/** Answers whether firms are counted by what they did. */
export const countsFirms = ({ code }: Indicator): boolean => code in COUNTS_FIRM;

export function partsOfFirms(
  { code }: Indicator,
  facts: ReadonlyMap<string, FirmFacts>,
  context: EngineContext,
): Parts {
  const count = COUNTS_FIRM[code];
  if (!count) throw new Error(`${code} does not count firms`);
  return new Map([...facts].map(([id, firm]) => [id, { firm, amount: BigInt(count(firm, context)) * ONE }]));
}

/** The parts of every other figure that is a count or a sum: the things or records behind it. */
export async function partsOfRecords({ code }: Indicator, context: EngineContext): Promise<Parts> {
  if (centreFamily.indicators.includes(code)) {
    const { rows } = await centreFamily.members(context, code, ALL);
    const kinds = new Map(context.centres.map(({ id, kind }) => [id, kind]));
    return new Map(rows.map(({ id }) => [id, { amount: ONE, trait: kinds.get(id) ?? null }]));
  }
  const family = RECORD_FAMILIES.find(({ indicators }) => indicators.includes(code));
  if (!family) throw new Error(`Nothing adds up to ${code}`);
  const contributions = await family.contributions(context, code);
  return new Map(contributions.map(({ key, ...part }) => [key, part]));
}
