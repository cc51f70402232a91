import { UNKNOWN_CELL, type Breakdown, type Indicator } from '@fieldlab/domain';
import type { FamilyShares, FirmShare, RegisterShares } from '../../../figures/register-shares.service';
import { NOBODY, type Amounts } from './amounts';
import type { Place } from './place';
import type { Attribute, Region } from './region';

/** What companies add to numbers in one state of the register. */
export class Register {
  constructor(private readonly shares: RegisterShares) {}

  get knownAt(): string {
    return this.shares.knownAt;
  }

  /** The ids of all centres, and those in a cell of a breakdown that is read off centres. */
  centres(by?: Breakdown, key?: string): string[] {
    return this.shares.centres
      .filter(({ cells }) => by === undefined || cells[by]?.includes(key ?? ''))
      .map(({ id }) => id);
  }

  /** The cells of a breakdown in which the centres of a region lie. */
  cellsIn({ centres }: Region, by: Breakdown): string[] {
    const inside = this.shares.centres.filter(({ id }) => centres === 'all' || centres.has(id));
    return [...new Set(inside.flatMap(({ cells }) => cells[by] ?? []))];
  }

  /** What companies add in a slice; the same object wherever it is computed of the same shares. */
  amounts(place: Place, slice: string): Amounts {
    const family = this.familyOf(place.indicator);
    const shares = family.slices[slice] ?? NONE;
    const known = KNOWN.get(shares) ?? new Map<string, Amounts>();
    KNOWN.set(shares, known);
    const amounts = known.get(place.key) ?? amountsIn(family, shares, place);
    known.set(place.key, amounts);
    return amounts;
  }

  private familyOf({ code }: Indicator): FamilyShares {
    const found = this.shares.families.find(({ indicators }) => indicators.includes(code));
    if (!found) throw new Error(`Nobody says which companies stand behind ${code}`);
    return found;
  }
}

const NONE: readonly FirmShare[] = [];
/** By the key of a place. Most states of the register have the same shares, and then all that follows from them. */
const KNOWN = new WeakMap<readonly FirmShare[], Map<string, Amounts>>();

function amountsIn(
  family: FamilyShares,
  shares: readonly FirmShare[],
  { indicator, region: { centres }, attributes }: Place,
): Amounts {
  // Telling less apart than is asked would prove another number safe.
  if (family.isWhole && (centres !== 'all' || indicator.counts === 'pair'))
    throw new Error(`Nobody says in which centres the companies behind ${indicator.code} are`);
  const there = shares.filter(
    (share) => centres === 'all' || share.centres.some((centre) => centres.has(centre)),
  );
  const counts = flagTestOf(family, indicator);
  const own = there.filter(matching(family, attributes, there.filter(counts)));
  if (family.tests) return countedFirms(family, indicator, own);
  const column = family.indicators.indexOf(indicator.code);
  const amounts = new Map<string, number>();
  for (const { firm, amounts: all } of own) {
    const amount = (all[column] ?? 0) / 100;
    if (amount === 0) continue;
    const name = firm ?? NOBODY;
    amounts.set(name, indicator.counts === 'company' ? 1 : (amounts.get(name) ?? 0) + amount);
  }
  return amounts;
}

/** Which shares alone make a firm count; where amounts are added up, all. */
function flagTestOf({ tests }: FamilyShares, { code }: Indicator): (share: FirmShare) => boolean {
  const mask = tests?.[code]?.mask;
  return ({ amounts }) => mask === undefined || ((amounts[0] ?? 0) & mask) > 0;
}

/** @param counted the shares that count, of any cell */
function matching(
  { breakdowns, unknownAlone }: FamilyShares,
  attributes: readonly Attribute[],
  counted: readonly FirmShare[],
): (share: FirmShare) => boolean {
  const conditions = attributes.map(({ by, keys }) => {
    const column = breakdowns.indexOf(by);
    if (column < 0) throw new Error(`Nobody says in which cells by ${by} the companies are`);
    const isThere = ({ cells }: FirmShare): boolean => keys.includes(cells[column] ?? UNKNOWN_CELL);
    if (!unknownAlone?.includes(by) || !keys.includes(UNKNOWN_CELL)) return isThere;
    const known = new Set(
      counted.filter((share) => share.cells[column] !== UNKNOWN_CELL).map(({ firm }) => firm),
    );
    return (share: FirmShare) => isThere(share) && !known.has(share.firm);
  });
  return (share) => conditions.every((isThere) => isThere(share));
}

function countedFirms({ tests }: FamilyShares, indicator: Indicator, shares: readonly FirmShare[]): Amounts {
  const test = tests?.[indicator.code];
  if (!test) throw new Error(`Nobody says which companies ${indicator.code} counts`);
  const counts = (flags: number): boolean =>
    test.is === undefined ? (flags & test.mask) > 0 : (flags & test.mask) === test.is;
  const isPair = indicator.counts === 'pair';
  const flags = new Map<string, Map<string, number>>();
  for (const { firm, centres, amounts } of shares) {
    const own = flags.get(firm ?? NOBODY) ?? new Map<string, number>();
    flags.set(firm ?? NOBODY, own);
    const place = isPair ? (centres[0] ?? '') : '';
    own.set(place, (own.get(place) ?? 0) | (amounts[0] ?? 0));
  }
  const amounts = new Map<string, number>();
  for (const [firm, places] of flags) {
    const amount = [...places.values()].filter(counts).length;
    if (amount > 0) amounts.set(firm, amount);
  }
  return amounts;
}
