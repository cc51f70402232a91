import { comparableWords } from './comparable-text';
import { readCompanyName, type ComparableName } from './company-name';
import { nameCeiling, type EvidenceCeiling } from './name-ceiling';
import { compareNames, type Evidence, type NameReason, type WordBits } from './name-comparison';

/** What is known of a company where it is compared with others. */
export interface CompanyDescription {
  name: string;
  /** In the register of `country`: `kvk_number` and foreign numbers alike. */
  number?: string | undefined;
  country?: string | undefined;
  street?: string | undefined;
  postcode?: string | undefined;
  municipality?: string | undefined;
  website?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
}

type FieldReason =
  | 'SAME_NUMBER'
  | 'OTHER_NUMBER'
  | 'SAME_POSTCODE'
  | 'OTHER_POSTCODE'
  | 'SAME_TOWN'
  | 'OTHER_TOWN'
  | 'SAME_STREET'
  | 'OTHER_STREET'
  | 'SAME_WEBSITE'
  | 'OTHER_WEBSITE'
  | 'SAME_PHONE'
  | 'OTHER_COUNTRY';
/**
 * `COMMON_NAME`: the name stands at several addresses of the list. `BETTER_MATCH`: one of the two is rather another of the
 * list. `EARLIER_DECISIONS`: what was decided of other pairs of
 * the register, whatever speaks for and against this one.
 */
export type MatchReason = NameReason | FieldReason | 'COMMON_NAME' | 'BETTER_MATCH' | 'EARLIER_DECISIONS';

/** A description, read once for all comparisons. */
export interface ComparableCompany {
  name: ComparableName;
  number: string | undefined;
  country: string | undefined;
  street: string | undefined;
  postcode: string | undefined;
  municipality: string | undefined;
  domain: string | undefined;
  phone: string | undefined;
}

/** How much agreeing and disagreeing on a field weighs, in bits (log2 of m/u in the manner of Fellegi and Sunter). */
const FIELD_WEIGHTS = {
  number: { same: 25, other: -12 },
  postcode: { same: 7, other: -5 },
  municipality: { same: 3, other: -7 },
  street: { same: 5, other: -5 },
  domain: { same: 7, other: -3 },
  phone: { same: 7, other: 0 },
  country: { same: 0.3, other: -9 },
} as const;
type ComparedField = keyof typeof FIELD_WEIGHTS;
const COMPARED_FIELDS = Object.keys(FIELD_WEIGHTS) as ComparedField[];

const FIELD_REASONS: Record<ComparedField, { same?: FieldReason; other?: FieldReason }> = {
  number: { same: 'SAME_NUMBER', other: 'OTHER_NUMBER' },
  postcode: { same: 'SAME_POSTCODE', other: 'OTHER_POSTCODE' },
  municipality: { same: 'SAME_TOWN', other: 'OTHER_TOWN' },
  street: { same: 'SAME_STREET', other: 'OTHER_STREET' },
  domain: { same: 'SAME_WEBSITE', other: 'OTHER_WEBSITE' },
  phone: { same: 'SAME_PHONE' },
  country: { other: 'OTHER_COUNTRY' },
};

/** Mail and hosting that everybody has. */
const SHARED_DOMAINS = new Set(
  'gmail.com hotmail.com outlook.com yahoo.com live.nl ziggo.nl kpnmail.nl planet.nl xs4all.nl facebook.com linkedin.com'.split(' '),
); // prettier-ignore

/** Always of all fields, in one order: comparing by the million is several times as fast so. */
export function readCompany(company: CompanyDescription): ComparableCompany {
  return {
    name: readCompanyName(company.name),
    number: lettersAndDigits(company.number),
    country: lettersAndDigits(company.country),
    street: lettersAndDigits(company.street),
    postcode: lettersAndDigits(company.postcode),
    municipality: lettersAndDigits(company.municipality),
    domain: domainOf(company.website ?? company.email?.split('@').at(-1)),
    phone: lastDigits(company.phone),
  };
}

/** Everything that speaks for or against two descriptions being one company, the name first. */
export function compareCompanies(
  left: ComparableCompany,
  right: ComparableCompany,
  bitsOf?: WordBits,
): Evidence<MatchReason>[] {
  const name = compareNames(left.name, right.name, bitsOf);
  const bits = name.reduce((sum, { weight }) => sum + weight, 0);
  const share = name.some(speaksAgainst) ? SHARED_BY_FAMILY : 1;
  return [...name, ...compareFields(left, right).map((found) => beside(found, bits > STRONG_NAME, share))];
}

/** Bounds of what `compareCompanies` would find, several times as fast. */
export function evidenceCeiling(
  left: ComparableCompany,
  right: ComparableCompany,
  bitsOf: WordBits,
): EvidenceCeiling {
  const name = nameCeiling(left.name, right.name, bitsOf);
  const share = name.telling <= AGAINST || name.others <= AGAINST ? SHARED_BY_FAMILY : 1;
  let { pro, contra } = name;
  for (const field of COMPARED_FIELDS) {
    const [one, other] = [left[field], right[field]];
    if (one === undefined || other === undefined) continue;
    const { same, other: apart } = FIELD_WEIGHTS[field];
    if (one !== other) contra += apart;
    else pro += field === 'number' ? same : same * share;
  }
  return { pro, contra };
}

/** From so many bits on the names by themselves are one name. */
const STRONG_NAME = 8;
const WEBSITE_BESIDE_NAME = 3;
/** Of what an address tells, where the names tell two firms apart: a holding and its works have one door. */
const SHARED_BY_FAMILY = 0.4;
const AGAINST = -5;

const speaksAgainst = ({ code, weight }: Evidence<NameReason>): boolean =>
  weight <= AGAINST && (code === 'OTHER_WORDS' || code === 'TELLING_WORD_ONE_SIDE');

/** What a field adds to what the names said already: an address on the web is made of the name. */
function beside(found: Evidence<FieldReason>, isNamed: boolean, share: number): Evidence<FieldReason> {
  if (found.code === 'SAME_NUMBER' || found.weight <= 0) return found;
  const weight = found.code === 'SAME_WEBSITE' && isNamed ? WEBSITE_BESIDE_NAME : found.weight;
  return { ...found, weight: weight * share };
}

function compareFields(left: ComparableCompany, right: ComparableCompany): Evidence<FieldReason>[] {
  return COMPARED_FIELDS.flatMap((field) => {
    const [one, other] = [left[field], right[field]];
    if (one === undefined || other === undefined) return [];
    const outcome = one === other ? 'same' : 'other';
    const code = FIELD_REASONS[field][outcome];
    const weight = FIELD_WEIGHTS[field][outcome];
    return code === undefined || weight === 0 ? [] : [{ code, words: one, weight }];
  });
}

/** Undefined where nothing is left. */
const lettersAndDigits = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : comparableWords(text).join('') || undefined;

function domainOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const host = address.toLowerCase().trim().split('://').at(-1)?.split('/')[0]?.split('?')[0] ?? '';
  const domain = host.startsWith('www.') ? host.slice(4) : host;
  return SHARED_DOMAINS.has(domain) || !domain.includes('.') ? undefined : domain;
}

/** Country and trunk prefixes differ in notation: the last nine digits are the same however it is written. */
const lastDigits = (phone: string | undefined): string | undefined => {
  const digits = phone?.replace(/[^0-9]/gu, '') ?? '';
  return digits.length < 7 ? undefined : digits.slice(-9);
};
