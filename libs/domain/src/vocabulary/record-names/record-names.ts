import type { Language } from '../languages';
import { RECORDS_EN } from './en';
import { RECORDS_NL } from './nl';

interface NamesOfKind {
  one: string;
  many: string;
  fields: Readonly<Record<string, string>>;
}

const NAMES: Record<Language, Readonly<Record<string, NamesOfKind>>> = { nl: RECORDS_NL, en: RECORDS_EN };

/** `companies` → `Bedrijven`. */
export const manyOf = (language: Language, resource: string): string =>
  NAMES[language][resource]?.many ?? resource;

/** `companies`, `sizeClass` → `Grootteklasse`. */
export const fieldName = (language: Language, resource: string, field: string): string =>
  NAMES[language][resource]?.fields[field] ?? field;

export const isCounted = (resource: string): boolean => Object.hasOwn(NAMES.en, resource);

/** `2 deelnames`, `1 activity`. */
export function countedOf(language: Language, resource: string, count: number): string {
  const names = NAMES[language][resource];
  const name = (count === 1 ? names?.one : names?.many) ?? resource;
  return `${count} ${name.toLowerCase()}`;
}

/** What a field is called whichever kind of record it is of: the first that has one of that name. */
export const anyFieldName = (language: Language, field: string): string | undefined =>
  Object.values(NAMES[language]).find(({ fields }) => Object.hasOwn(fields, field))?.fields[field];
