import type { CountryProfile, Places, Town } from './country-profile';
import { foldText } from '../text/folded-text';

/**
 * Reads the compact form in which a country's places are written down.
 * @param towns of each region, parted by bars.
 * @param postcodes the first code of every run and its region, such as `1011NH 1309FL`, in the order of the codes.
 * @param official what towns are called by the state that people call otherwise.
 */
export function placesOf(
  country: string,
  towns: Readonly<Record<string, string>>,
  postcodes: string,
  official: Readonly<Record<string, string>>,
): Places {
  const runs = postcodes.split(' ').map((run) => ({
    first: Number.parseInt(run, 10),
    region: `${country}-${run.replace(/^\d+/, '')}`,
  }));
  const all = Object.entries(towns)
    .flatMap(([region, names]) => names.split('|').map((name) => townOf(name, region, official[name])))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  const byName = new Map<string, Town[]>();
  for (const town of all) {
    const plain = foldText(town.name);
    byName.set(plain, [...(byName.get(plain) ?? []), town]);
  }
  return {
    towns: all,
    named: (name) => byName.get(foldText(name)) ?? [],
    regionOfPostcode: (postcode) => {
      const digits = /^[1-9]\d{3}/.exec(postcode.trim())?.[0];
      return digits && runs.findLast(({ first }) => first <= Number(digits))?.region;
    },
  };
}

const townOf = (name: string, region: string, officially: string | undefined): Town => ({
  ...{ name, region },
  ...(officially !== undefined && { officially }),
});

/** A town as the state writes it, whatever capitals and accents somebody gave it; what is none is left as it is. */
export function spelledTown(places: Places, name: string, region: string | null): string {
  const named = places.named(name);
  const town = named.find((one) => one.region === region) ?? named[0];
  return town?.officially ?? town?.name ?? name;
}

/** Where an address lies: by its postcode first, and else by its town where only one is called so. */
export function regionOf(
  places: Places,
  { postcode = '', town = '' }: { postcode?: string; town?: string },
): string | undefined {
  const named = places.named(town);
  return places.regionOfPostcode(postcode) ?? (named.length === 1 ? named[0]?.region : undefined);
}

/** What an organisation of that name probably is; undefined where the name does not tell. */
export function guessOrganisationType(
  { organisationNames }: CountryProfile,
  name: string,
): CountryProfile['organisationNames'][number]['type'] | undefined {
  const plain = foldText(name);
  return organisationNames.find(({ pattern }) => pattern.test(plain))?.type;
}
