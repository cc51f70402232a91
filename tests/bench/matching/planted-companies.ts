import type { CompanyDescription } from '@fieldlab/domain';
import { Random } from '../../support/random';

/** A list of companies in which some stand twice or more, and which rows are one company. */
export interface LabelledList {
  companies: CompanyDescription[];
  /** The company of each row, by number. */
  entities: number[];
}

const [CONSONANTS, VOWELS] = [
  'b d f g h k l m n p r s t v w z br st kr'.split(' '),
  'a e i o u aa ee oo ie'.split(' '),
];
const END = 'beek berg bosch daal dijk felt gaard hof huis kamp laan man mans meer ma poel rade stra veld ven voort wijk zoon stede'.split(' '); // prettier-ignore
const TRADES = 'Metaalbewerking Zagerij Drukkerij Bakkerij Lasertechniek Installaties Elektrotechniek Kunststoffen Bouw Transport Tuinbouw Scheepsbouw Verpakkingen Meubelen Textiel Optiek Software Adviesgroep Machinefabriek Koeltechniek Sensoren Robotica Gieterij Logistiek'.split(' '); // prettier-ignore
const FORMS = ['B.V.', 'BV', 'N.V.', 'V.O.F.', '', '', 'GmbH', 'Ltd.'];
const TOWNS = 'Almelo Breda Delft Emmen Franeker Goes Hoorn Kampen Leeuwarden Meppel Nijkerk Oss Putten Roermond Sneek Tiel Uden Venlo Weert Zutphen Assen Borne Cuijk Doetinchem Ede Gennep Heerlen Joure Katwijk Lochem'.split(' '); // prettier-ignore
const STREETS = 'Havenweg Industrielaan Spoorstraat Kade Molenpad Nijverheidsweg Ambachtstraat Fabrieksweg'.split(' '); // prettier-ignore
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** How many firms have the name of another: a brother's of another trade, or a namesake in another town. */
const NAMESAKES = 0.12;

/**
 * A register for measuring alone: neither its names nor its mistakes are those that anything was made with.
 * @param planted how many of its rows are a company that stands in it already, written otherwise
 */
export function plantedCompanies(size: number, planted: number, seed: number): LabelledList {
  const random = new Random(seed);
  const firms = [firm(random)];
  while (firms.length < size - planted)
    firms.push(random.chance(NAMESAKES) ? namesake(random.pick(firms), random) : firm(random));
  const rows = firms.map((company, entity) => ({ company, entity, at: random.next() }));
  // Of two firms of one name nobody could say whose a third row is that says nothing else.
  const known = alone(firms);
  for (let count = 0; count < planted; count += 1) {
    const entity = random.pick(known);
    rows.push({
      company: writtenOtherwise(firms[entity] ?? firm(random), random),
      entity,
      at: random.next(),
    });
  }
  rows.sort((a, b) => a.at - b.at);
  return {
    companies: rows.map(({ company }) => company),
    entities: rows.map(({ entity }) => entity),
  };
}

/** The firms whose name no other has, whatever its legal form, by number. */
function alone(firms: readonly CompanyDescription[]): number[] {
  const bare = firms.map(({ name }) => withoutForm(name));
  const counts = new Map<string, number>();
  for (const name of bare) counts.set(name, (counts.get(name) ?? 0) + 1);
  return bare.flatMap((name, at) => (counts.get(name) === 1 ? [at] : []));
}

const surname = (random: Random): string => {
  const syllables = random.times(1, 3, () => random.pick(CONSONANTS) + random.pick(VOWELS));
  const name = [...syllables, random.pick(END)].join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
};

const letter = (random: Random): string => LETTERS[random.int(0, LETTERS.length - 1)] ?? '';

const numbered = (random: Random): Pick<CompanyDescription, 'number' | 'country'> => ({
  number: String(random.int(10_000_000, 99_999_999)),
  country: 'NL',
});

function place(random: Random): Pick<CompanyDescription, 'postcode' | 'municipality' | 'street'> {
  const town = random.int(0, TOWNS.length - 1);
  const block = 1000 + town * 290 + random.int(0, 279);
  return {
    municipality: TOWNS[town],
    postcode: `${block} ${(letter(random) + letter(random)).toUpperCase()}`,
    street: `${random.pick(STREETS)} ${random.int(1, 300)}`,
  };
}

function firm(random: Random): CompanyDescription {
  const names = random.times(1, random.chance(0.25) ? 2 : 1, () => surname(random));
  const name = [...names, random.pick(TRADES)].join(' ');
  return {
    name: `${name} ${random.pick(FORMS)}`.trim(),
    ...place(random),
    ...(random.chance(0.7) && numbered(random)),
    ...(random.chance(0.5) && { website: `www.${name.replaceAll(' ', '').toLowerCase()}.example` }),
  };
}

/** Another company of whom the name reminds. Without numbers nobody could tell two of one name apart. */
function namesake(known: CompanyDescription, random: Random): CompanyDescription {
  const { name, number, postcode, municipality, street } = known;
  if (number !== undefined && random.chance(0.5)) return { name, ...place(random), ...numbered(random) };
  const [family = ''] = name.split(' ');
  const trade = random.pick(TRADES.filter((one) => !name.includes(one)));
  const isNextDoor = random.chance(0.3);
  return {
    name: `${family} ${trade} ${random.pick(FORMS)}`.trim(),
    ...{ municipality, postcode, street: isNextDoor ? street : place(random).street },
    ...numbered(random),
  };
}

/** What people make of a name. */
const MISTAKES: readonly ((name: string, random: Random) => string)[] = [
  mistyped,
  (name, random) => mistyped(mistyped(name, random), random),
  withoutForm,
  (name, random) => `${withoutForm(name)} ${random.pick(FORMS)}`.trim(),
  (name) => withoutForm(name).split(' ').reverse().join(' '),
  abbreviated,
  (name) => withoutForm(name).replace(' ', ''),
  (name) => name.toUpperCase().replaceAll('.', ''),
  (name) => `De ${withoutForm(name)}`,
];

/** As somebody else writes it, in another year: a mistake in its name, and of the rest not all, or moved. */
function writtenOtherwise(known: CompanyDescription, random: Random): CompanyDescription {
  const { number, country, website, municipality, postcode, street } = known;
  const moved = random.chance(0.15) ? { ...place(random), municipality } : { municipality, postcode, street };
  return {
    name: random.pick(MISTAKES)(known.name, random),
    ...(random.chance(0.8) && moved),
    ...(number !== undefined && random.chance(0.25) && { number, country }),
    ...(website !== undefined && random.chance(0.7) && { website }),
  };
}

function mistyped(name: string, random: Random): string {
  const at = random.int(1, Math.max(name.length - 2, 1));
  const [before, here, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 2)];
  const next = name.charAt(at + 1);
  return random.pick([
    before + letter(random) + next + after,
    before + next + after,
    before + here + here + next + after,
    before + next + here + after,
  ]);
}

function withoutForm(name: string): string {
  const [form] = FORMS.filter((one) => one !== '' && name.endsWith(` ${one}`)).sort(
    (a, b) => b.length - a.length,
  );
  return form === undefined ? name : name.slice(0, -form.length - 1);
}

function abbreviated(name: string): string {
  const words = withoutForm(name).split(' ');
  const last = words.pop() ?? '';
  return [...words, last.length > 6 ? `${last.slice(0, 5)}.` : last].join(' ');
}
