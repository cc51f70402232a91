import type { OrganisationType } from '../vocabulary/enumerations';
import type { Language, Localised } from '../vocabulary/languages';

/** One register's company numbers, such as the KvK's. */
export interface CompanyNumberScheme {
  /** As stored in `CompanyNumber.scheme`. */
  scheme: string;
  /** As people call it, on screens and in messages. */
  name: string;
  pattern: RegExp;
  /** Spreadsheets turn numbers into amounts and drop leading zeros: shorter digits are padded to this length. */
  padTo: number | undefined;
}

/** A number of the tax authority; whether one may be stored depends on the legal form. */
interface EntityNumberScheme {
  scheme: string;
  isValid: (text: string) => boolean;
}

/** Natural persons' data is personal data; a partnership is neither a person nor one person's. */
type Personality = 'legal' | 'partnership' | 'natural';

export interface LegalForm {
  code: string;
  name: string;
  /** How it stands in company names; case and punctuation do not matter. */
  spellings: readonly string[];
  personality: Personality;
}

export interface Region {
  /** ISO 3166-2, for example `NL-DR`. */
  code: string;
  name: Localised;
  /** Other names that people write for it. */
  aliases?: readonly string[];
}

/** The towns of a country with their regions. */
export interface Places {
  towns: readonly Town[];
  /** Every town that is called so, whatever its capitals and accents. */
  named: (name: string) => readonly Town[];
  /** The region of a postcode, as far as it tells; undefined where it is none, or lies in several. */
  regionOfPostcode: (postcode: string) => string | undefined;
}

export interface Town {
  name: string;
  /** Its code. Two towns of one name lie in two regions. */
  region: string;
  /** What it is called by the state, where people call it otherwise. */
  officially?: string;
}

/** A kind of organisation, told by the name. */
export interface NamedType {
  type: OrganisationType;
  /** Of a name without capitals, accents and punctuation. */
  pattern: RegExp;
}

/** The highest level of a classification of activities. */
export interface SectorSection {
  /** A letter. */
  code: string;
  /** The first and the last of its divisions, which are the first two digits of a code. */
  divisions: readonly [first: string, last: string];
  name: Localised;
}

export interface SectorScheme {
  /** With its version, as stored beside the code. */
  code: string;
  /** As a question names it: `2008`. */
  version: string;
  name: string;
  pattern: RegExp;
  sections: readonly SectorSection[];
}

/** All national facts in one place: a second country is a second profile, never an `if`. */
export interface CountryProfile {
  /** ISO 3166-1 alpha-2. */
  country: string;
  companyNumber: CompanyNumberScheme;
  entityNumber: EntityNumberScheme | undefined;
  legalForms: readonly LegalForm[];
  regions: readonly Region[];
  /** A long list, which is read where it is asked for only. */
  places: () => Promise<Places>;
  /** The first that fits tells what an organisation is; what fits none may be anything. */
  organisationNames: readonly NamedType[];
  postcode: {
    /** Of the normalised form. */
    pattern: RegExp;
    normalise: (text: string) => string;
  };
  /** Oldest first; the last is the one in force. */
  sectorSchemes: readonly SectorScheme[];
  language: Language;
  /** BCP 47, for the notation of dates, numbers and money. */
  locale: string;
  /** ISO 4217. */
  currency: string;
  /** IANA. */
  timeZone: string;
}
