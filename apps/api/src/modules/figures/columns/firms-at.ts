import { LRUCache } from 'lru-cache';
import type { Changes } from './changes';
import { endsOf } from './ends-of';
import { inTurns } from '../../../platform/work/in-turns';
import { KeptReadings } from './kept-readings';
import type { ProfileTraits } from './versions-sql';
import type { ColumnsAt } from './register-columns';
import { NONE } from './versions';

/** Which company each record's company is after merges, and what each is, as known at a place. */
export interface FirmsAt {
  count: number;
  /** By company, the one that it was merged into in the end, or itself. */
  root: Int32Array;
  /** By company, 1 where it is a business that was there. */
  isBusiness: Uint8Array;
  isThere: Uint8Array;
}

/** So many versions are looked at before others get their turn: some milliseconds. */
const AT_ONCE = 2 ** 17;
/** One is what a dashboard asks about. */
const readings = new KeptReadings<FirmsAt>(3);

export const companiesKnown = (at: ColumnsAt): Promise<FirmsAt> => {
  const carry = (before: FirmsAt, changes: Changes): FirmsAt | undefined =>
    before.count === at.copy.ids.companies.size && firmsAfter(at, changes) === 'same' ? before : undefined;
  return readings.get(at, 'companies', () => firmsAt(at), carry);
};

/**
 * What companies are by these changes: each what it was (there, merged into the same, and a business or not); that, and
 * some that came or came back, of which there were no records, since none is deleted that has any; or others.
 */
export function firmsAfter(
  { copy }: Pick<ColumnsAt, 'copy'>,
  { after, upTo, rows }: Changes,
): 'same' | 'more' | 'others' {
  const versions = copy.versions.companies;
  const { company, mergedInto, isBusiness } = versions.fields;
  const before = new Map<number, number>();
  const current = new Map<number, number>();
  for (const row of rows.companies) {
    if (versions.holds(row, after)) before.set(company[row] ?? NONE, row);
    if (versions.holds(row, upTo)) current.set(company[row] ?? NONE, row);
  }
  let hasMore = false;
  for (const id of new Set([...before.keys(), ...current.keys()])) {
    const [was, is] = [before.get(id), current.get(id)];
    if (is === undefined) return 'others';
    if (was === undefined) hasMore = true;
    else if (mergedInto[is] !== mergedInto[was] || isBusiness[is] !== isBusiness[was]) return 'others';
  }
  return hasMore ? 'more' : 'same';
}

async function firmsAt({ copy, place, drafts }: ColumnsAt): Promise<FirmsAt> {
  const count = copy.ids.companies.size;
  const { company, mergedInto, isBusiness } = copy.versions.companies.fields;
  const into = new Int32Array(count).fill(NONE);
  const firms = { isBusiness: new Uint8Array(count), isThere: new Uint8Array(count) };
  const rows = await copy.versions.companies.inTurnsAt(place, drafts?.companies);
  await inTurns(rows.length, AT_ONCE, (from, to) => {
    for (const row of rows.subarray(from, to)) {
      const id = company[row] ?? 0;
      into[id] = mergedInto[row] ?? NONE;
      firms.isBusiness[id] = isBusiness[row] ?? 0;
      firms.isThere[id] = 1;
    }
  });
  return { count, root: endsOf(into), ...firms };
}

/** What several breakdowns of one question are read off at once. */
const KEPT_NUMBERS = 4;
const numbersBy = new WeakMap<ColumnsAt, LRUCache<string, Promise<Int32Array>>>();

/** By company, the number of its traits or its location on a day; -1 where it has no profile then. */
export function profilesOn(at: ColumnsAt, what: 'traits' | 'location', day: number): Promise<Int32Array> {
  const kept = numbersBy.get(at) ?? new LRUCache<string, Promise<Int32Array>>({ max: KEPT_NUMBERS });
  numbersBy.set(at, kept);
  const key = `${what} ${day}`;
  const known = kept.get(key) ?? readProfiles(at, what, day);
  kept.set(key, known);
  return known;
}

async function readProfiles(
  { copy, place, drafts }: ColumnsAt,
  what: 'traits' | 'location',
  day: number,
): Promise<Int32Array> {
  const read = new Int32Array(copy.ids.companies.size).fill(NONE);
  const { company, validFrom, validTo, [what]: numbers } = copy.versions.company_profiles.fields;
  const rows = await copy.versions.company_profiles.inTurnsAt(place, drafts?.company_profiles);
  await inTurns(rows.length, AT_ONCE, (from, to) => {
    for (const row of rows.subarray(from, to)) {
      if ((validFrom[row] ?? 0) <= day && day < (validTo[row] ?? 0))
        read[company[row] ?? 0] = numbers[row] ?? NONE;
    }
  });
  return read;
}

/** What `read` says of each combination of traits, by its number. */
export const readTraits = <T>({ copy }: ColumnsAt, read: (traits: ProfileTraits) => T): T[] =>
  copy.traits.company_profiles.values.map(read);

/** By company, the head of its group on a day, or itself. */
export async function headsOn(at: ColumnsAt, firms: FirmsAt, day: number): Promise<Int32Array> {
  const { copy, place, drafts } = at;
  const { company, group, validFrom, validTo } = copy.versions.company_profiles.fields;
  const parent = new Int32Array(firms.count).fill(NONE);
  const rows = await copy.versions.company_profiles.inTurnsAt(place, drafts?.company_profiles);
  await inTurns(rows.length, AT_ONCE, (from, to) => {
    for (const row of rows.subarray(from, to)) {
      const above = firms.root[group[row] ?? NONE] ?? NONE;
      const own = company[row] ?? 0;
      const isValid = (validFrom[row] ?? 0) <= day && day < (validTo[row] ?? 0);
      if (isValid && above !== NONE && above !== own && firms.isThere[above] === 1) parent[own] = above;
    }
  });
  return endsOf(parent);
}
