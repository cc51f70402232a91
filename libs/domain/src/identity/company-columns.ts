import { COMPANIES } from '../register/companies';
import type { FieldColumn } from '../register/field';
import { plainName } from '../workbook/headers';
import type { CompanyDescription } from './company-comparison';

export type CompanyColumn = keyof CompanyDescription;

const namesOf = ({ name, label, aliases = [] }: FieldColumn): string[] => [
  ...(name === undefined ? [] : [name]),
  label.nl,
  label.en,
  ...aliases,
];
const registered = (field: keyof typeof COMPANIES.fields): string[] => {
  const { column } = COMPANIES.fields[field];
  return [field, ...(column ? namesOf(column) : [])];
};

/** The headings under which lists of companies have what is compared: ours, in both languages, and usual others. */
const HEADINGS: Record<CompanyColumn, readonly string[]> = {
  name: [
    ...registered('name'),
    'org name',
    'organisation',
    'organization',
    'company',
    'bedrijf',
    'organisatie',
  ],
  number: [...registered('kvkNumber'), ...registered('foreignNumber'), 'number', 'nummer'],
  country: registered('country'),
  street: ['street', 'straat', 'address', 'adres', 'street address', 'straat en huisnummer'],
  postcode: [...registered('postcode'), 'zip', 'postal code', 'zip code'],
  municipality: [
    ...registered('municipality'),
    'town',
    'city',
    'plaats',
    'woonplaats',
    'stad',
    'vestigingsplaats',
  ],
  website: [...registered('website'), 'url', 'web', 'homepage'],
  phone: ['phone', 'telephone', 'telefoon', 'telefoonnummer', 'tel'],
  email: ['email', 'e-mail', 'e-mailadres', 'email address'],
};

const COLUMNS = new Map(
  Object.entries(HEADINGS).flatMap(([column, names]) =>
    names.map((name): [string, CompanyColumn] => [plainName(name), column as CompanyColumn]),
  ),
);

/** What a heading of a list of companies holds, whatever its language, case and marks; undefined when unknown. */
export const companyColumn = (heading: string): CompanyColumn | undefined => COLUMNS.get(plainName(heading));
