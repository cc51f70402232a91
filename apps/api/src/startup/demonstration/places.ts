import type { Random } from './random';

export interface Address {
  postcode: string;
  municipality: string;
  province: string | null;
}

interface Province {
  /** Its share of the country's manufacturers, in parts of a thousand. */
  share: number;
  /** Towns, each with the digits of a postcode there. */
  towns: readonly (readonly [town: string, digits: number])[];
}

/** In which provinces the country makes things, and in which of their towns. */
const PROVINCES: Readonly<Record<string, Province>> = {
  'NL-DR': {
    share: 29,
    towns: [
      ['Emmen', 7821],
      ['Assen', 9405],
      ['Hoogeveen', 7903],
      ['Coevorden', 7742],
    ],
  },
  'NL-FL': {
    share: 27,
    towns: [
      ['Almere', 1322],
      ['Lelystad', 8243],
      ['Dronten', 8251],
      ['Emmeloord', 8304],
    ],
  },
  'NL-FR': {
    share: 48,
    towns: [
      ['Leeuwarden', 8938],
      ['Drachten', 9207],
      ['Heerenveen', 8447],
      ['Sneek', 8606],
    ],
  },
  'NL-GE': {
    share: 130,
    towns: [
      ['Arnhem', 6827],
      ['Nijmegen', 6541],
      ['Apeldoorn', 7327],
      ['Ede', 6718],
      ['Doetinchem', 7005],
      ['Zutphen', 7202],
    ],
  },
  'NL-GR': {
    share: 33,
    towns: [
      ['Groningen', 9723],
      ['Veendam', 9641],
      ['Hoogezand', 9601],
      ['Stadskanaal', 9502],
    ],
  },
  'NL-LI': {
    share: 70,
    towns: [
      ['Venlo', 5928],
      ['Roermond', 6045],
      ['Maastricht', 6222],
      ['Sittard', 6135],
      ['Weert', 6002],
    ],
  },
  'NL-NB': {
    share: 192,
    towns: [
      ['Eindhoven', 5652],
      ['Tilburg', 5048],
      ['Breda', 4817],
      ['Helmond', 5705],
      ['Oss', 5347],
      ['Veghel', 5466],
      ['Waalwijk', 5145],
    ],
  },
  'NL-NH': {
    share: 138,
    towns: [
      ['Amsterdam', 1042],
      ['Haarlem', 2031],
      ['Alkmaar', 1812],
      ['Zaandam', 1507],
      ['Hoorn', 1627],
      ['Beverwijk', 1948],
    ],
  },
  'NL-OV': {
    share: 81,
    towns: [
      ['Enschede', 7547],
      ['Hengelo', 7556],
      ['Almelo', 7602],
      ['Zwolle', 8028],
      ['Deventer', 7418],
      ['Oldenzaal', 7575],
    ],
  },
  'NL-UT': {
    share: 64,
    towns: [
      ['Utrecht', 3542],
      ['Amersfoort', 3812],
      ['Nieuwegein', 3439],
      ['Veenendaal', 3903],
      ['Woerden', 3447],
    ],
  },
  'NL-ZE': {
    share: 23,
    towns: [
      ['Middelburg', 4338],
      ['Vlissingen', 4382],
      ['Goes', 4462],
      ['Terneuzen', 4538],
    ],
  },
  'NL-ZH': {
    share: 165,
    towns: [
      ['Rotterdam', 3044],
      ['Delft', 2629],
      ['Dordrecht', 3316],
      ['Zoetermeer', 2718],
      ['Gouda', 2802],
      ['Leiden', 2333],
      ['Gorinchem', 4207],
    ],
  },
};

const ABROAD: Readonly<Record<string, readonly string[]>> = {
  BE: ['Antwerpen', 'Hasselt', 'Gent'],
  DE: ['Aachen', 'Lingen', 'Münster'],
};
/** Without those that no postcode has: FIOQUY are never used, and S would make SA, SD and SS. */
const LETTERS = 'ABCDEGHJKLMNPRTVWXZ';

/** Where a firm of a province lies. */
export function addressIn(random: Random, province: string): Address {
  const [municipality, digits] = random.pick(PROVINCES[province]?.towns ?? []);
  const letters = [0, 1].map(() => LETTERS.charAt(random.int(0, LETTERS.length - 1))).join('');
  return { postcode: `${digits} ${letters}`, municipality, province };
}

export const townAbroad = (random: Random, country: string): string => random.pick(ABROAD[country] ?? []);

/** A province by its share, leaving some out. */
export function provinceOf(random: Random, without: readonly string[] = []): string {
  const able = Object.entries(PROVINCES).filter(([code]) => !without.includes(code));
  let left = random.next() * able.reduce((sum, [, { share }]) => sum + share, 0);
  for (const [code, { share }] of able) {
    left -= share;
    if (left < 0) return code;
  }
  return able.at(-1)?.[0] ?? '';
}
