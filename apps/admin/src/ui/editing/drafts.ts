import {
  NETHERLANDS,
  readTypedAmount,
  readTypedDate,
  readTypedNumber,
  WORDS,
  type Language,
  type RegisterField,
} from '@fieldlab/domain';
import { countries } from '../../i18n/countries';
import type { Format } from '../../i18n/format';
import type { MessageKey } from '../../i18n/messages';
import { capitalised } from '../../i18n/use-t';
import { today } from '../../providers/today';

/** What stands in an editor: text as it is typed, or the ids of what was chosen. */
export type Draft = string | readonly string[];

export type ReadDraft = { value: unknown } | { fault: MessageKey };

/** The values that a field takes and their words, in their order; undefined where it takes anything. */
export function choicesOf(
  field: RegisterField,
  language: Language,
): readonly (readonly [code: string, word: string])[] | undefined {
  if (field.choice !== undefined) return Object.entries(WORDS[language][field.choice]).map(capitalise);
  switch (field.type) {
    case 'region':
      return NETHERLANDS.regions.map(({ code, name }) => [code, name[language]]);
    case 'legalForm':
      return NETHERLANDS.legalForms.map(({ code, name }) => [code, name]);
    case 'sectorVersion':
      return NETHERLANDS.sectorSchemes.map(({ code, name }) => [code, name]);
    case 'country':
      return Object.entries(countries(language));
    default:
      return undefined;
  }
}

const capitalise = ([code, word]: [string, string]): [string, string] => [code, capitalised(word)];

/** A value as its editor begins with it: dates and numbers as the reader writes them. */
export function draftOf(field: RegisterField, value: unknown, format: Format): Draft {
  if (field.type === 'referenceList') return Array.isArray(value) ? (value as string[]) : [];
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  switch (field.type) {
    case 'date':
      return format.shortDate(String(value));
    case 'money':
    case 'integer':
    case 'quantity':
      return format.number(Number(value));
    default:
      return String(value);
  }
}

/** What a draft says, as the API takes it; what it does not take itself, the API says of the field. */
export function readDraft(field: RegisterField, draft: Draft): ReadDraft {
  if (typeof draft !== 'string') return orEmpty(field, draft.length === 0 ? null : draft);
  const text = draft.trim();
  if (text === '') return orEmpty(field, null);
  switch (field.type) {
    case 'date':
      return orFault(readTypedDate(text, today()), 'register.form.notADate');
    case 'money':
      return orFault(readTypedAmount(text), 'register.form.notAnAmount');
    case 'integer':
    case 'quantity':
      return orFault(numberIn(text), 'register.form.notANumber');
    case 'textList':
      return { value: partsOf(text) };
    default:
      return { value: text };
  }
}

const partsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

function numberIn(text: string): number | undefined {
  const read = readTypedNumber(text);
  return read === undefined ? undefined : Number(read);
}

const orFault = (value: unknown, fault: MessageKey): ReadDraft =>
  value === undefined ? { fault } : { value };

const orEmpty = (field: RegisterField, value: unknown): ReadDraft =>
  value === null && field.required ? { fault: 'register.form.required' } : { value: emptyOf(field, value) };

/** A list without anything in it, rather than none. */
const emptyOf = ({ type }: RegisterField, value: unknown): unknown =>
  value === null && type === 'textList' ? [] : value;
