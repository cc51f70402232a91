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
