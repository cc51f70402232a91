import type { CountryProfile, Places, Town } from './country-profile';
import { foldText } from '../text/folded-text';

/**
 * Reads the compact form in which a country's places are written down.
 * @param towns of each region, parted by bars.
 * @param postcodes the first code of every run and its region, such as `1011NH 1309FL`, in the order of the codes.
 */
export function placesOf(
  country: string,
  towns: Readonly<Record<string, string>>,
  postcodes: string,
): Places {
  const runs = postcodes.split(' ').map((run) => ({
    first: Number.parseInt(run, 10),
    region: `${country}-${run.replace(/^\d+/, '')}`,
  }));
  return {
    towns: Object.entries(towns)
      .flatMap(([region, names]) => names.split('|').map((name) => ({ name, region })))
      .sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    regionOfPostcode: (postcode) => {
      const digits = /^[1-9]\d{3}/.exec(postcode.trim())?.[0];
      return digits && runs.findLast(({ first }) => first <= Number(digits))?.region;
    },
  };
}

/** Every town that is called so, whatever its capitals and accents. */
export const townsNamed = ({ towns }: Places, name: string): Town[] => {
  const plain = foldText(name);
  return plain === '' ? [] : towns.filter((town) => foldText(town.name) === plain);
};

/** Where an address lies: by its postcode first, and else by its town where only one is called so. */
export function regionOf(
  places: Places,
  { postcode = '', town = '' }: { postcode?: string; town?: string },
): string | undefined {
  const named = townsNamed(places, town);
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
