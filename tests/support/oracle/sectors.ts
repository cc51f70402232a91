import type { ProfileRecord, RegisterSnapshot } from './snapshot';

export type SectorVersion = '2008' | '2025';

/** First and last division of each section, as Statistics Netherlands prints them. */
export const SECTIONS: Record<SectorVersion, Record<string, [number, number]>> = {
  '2008': {
    ...{ A: [1, 3], B: [5, 9], C: [10, 33], D: [35, 35], E: [36, 39], F: [41, 43], G: [45, 47], H: [49, 53] },
    ...{ I: [55, 56], J: [58, 63], K: [64, 66], L: [68, 68], M: [69, 75], N: [77, 82], O: [84, 84] },
    ...{ P: [85, 85], Q: [86, 88], R: [90, 93], S: [94, 96], T: [97, 98], U: [99, 99] },
  },
  '2025': {
    ...{ A: [1, 3], B: [5, 9], C: [10, 33], D: [35, 35], E: [36, 39], F: [41, 43], G: [46, 47], H: [49, 53] },
    ...{ I: [55, 56], J: [58, 60], K: [61, 63], L: [64, 66], M: [68, 68], N: [69, 75], O: [77, 82] },
    ...{ P: [84, 84], Q: [85, 85], R: [86, 88], S: [90, 93], T: [94, 96], U: [97, 98], V: [99, 99] },
  },
};

/** A code of which nobody said the version is of 2008. */
const versionOf = ({ sbiVersion }: ProfileRecord): SectorVersion =>
  sbiVersion === 'SBI2025' ? '2025' : '2008';

/** The letter of the section; null where the profile has no code of that version. */
export function sectorOf(profile: ProfileRecord | undefined, version: SectorVersion): string | null {
  const code = profile?.sbiCode ?? '';
  if (!profile || code.length < 2 || versionOf(profile) !== version) return null;
  const division = Number(code.slice(0, 2));
  const found = Object.entries(SECTIONS[version]).find(
    ([, [first, last]]) => first <= division && division <= last,
  );
  return found?.[0] ?? null;
}

/** Of which version most profiles have a code; of two that as many have, the newer. */
export function mostUsedVersion({ companies }: RegisterSnapshot): SectorVersion {
  const coded = companies.flatMap(({ profiles }) => profiles).filter(({ sbiCode }) => sbiCode !== null);
  const old = coded.filter((profile) => versionOf(profile) === '2008').length;
  return old > coded.length - old ? '2008' : '2025';
}
