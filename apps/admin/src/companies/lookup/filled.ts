import type { RegisteredCompany } from '../../providers/registered-companies';

/** What the trade register fills in of a company's form. */
const FIELDS = [
  'name',
  'kvkNumber',
  'legalForm',
  'sizeClass',
  'employees',
  'postcode',
  'municipality',
  'province',
  'sbiCode',
  'website',
] as const;
export type FilledField = (typeof FIELDS)[number];

type Values = Readonly<Record<string, unknown>>;

/** The fields that change, with what they become: what the register does not say stays as it is. */
export function filledFrom(company: RegisteredCompany, now: Values): [FilledField, string | number][] {
  const said = { ...company, kvkNumber: company.number };
  return FIELDS.flatMap((field) => {
    const value = said[field];
    return value === null || value === now[field] ? [] : [[field, value]];
  });
}
