import { useLocale, useTranslate } from 'react-admin';
import { anyFieldName, WORDS, type Language, type Words } from '@fieldlab/domain';
import type { MessageKey } from './messages';

export type Translate = (key: MessageKey, options?: Readonly<Record<string, unknown>>) => string;

/** Our own texts, by keys that the compiler knows. */
export function useT(): Translate {
  const translate = useTranslate();
  return (key, options) => translate(key, options);
}

export function useLanguage(): Language {
  return useLocale() === 'en' ? 'en' : 'nl';
}

/** The words for the values of closed lists, in the reader's language. */
export const useWords = (): Words => WORDS[useLanguage()];

/** Names of a resource and its fields. */
export function useNames(): {
  one: (resource: string) => string;
  many: (resource: string) => string;
  field: (resource: string, field: string) => string;
  /** `Bedrijf toevoegen`, `Add company`. */
  add: (resource: string) => string;
} {
  const translate = useTranslate();
  const one = (resource: string): string => translate(`resources.${resource}.name`, { smart_count: 1 });
  return {
    one,
    add: (resource) =>
      translate('register.form.add', { name: one(resource), inSentence: one(resource).toLowerCase() }),
    many: (resource) => translate(`resources.${resource}.name`, { smart_count: 2 }),
    field: (resource, field) => translate(`resources.${resource}.fields.${field}`),
  };
}

/** What a field is called, whichever record it is of: a path such as `rows.2.amountEur` ends in it. Undefined for none. */
export function useFieldName(): (path: string) => string | undefined {
  const language = useLanguage();
  return (path) => {
    const name = path.split('.').findLast((part) => !/^[0-9]+$/.test(part)) ?? path;
    return anyFieldName(language, name);
  };
}

export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
