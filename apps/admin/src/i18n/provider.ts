import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import type { Language } from '@fieldlab/domain';
import { laterWord, turnLaterWords } from './later-words';
import type { Messages } from './messages';

/** A reader loads one language only. */
const CATALOGUES: Record<Language, () => Promise<Messages>> = {
  nl: () => import('./nl').then(({ nl }) => nl),
  en: () => import('./en').then(({ en }) => en),
};

const LOCALES = [
  { locale: 'nl', name: 'Nederlands' },
  { locale: 'en', name: 'English' },
];

const isLanguage = (text: string): text is Language => text in CATALOGUES;

const languageOf = (locale: string): Language => (isLanguage(locale) ? locale : 'nl');

/** The language in which the page starts: chosen before, else the browser's, else Dutch. */
export function firstLanguage(chosen: unknown, preferred: readonly string[]): Language {
  if (typeof chosen === 'string' && isLanguage(chosen)) return chosen;
  const known = preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return known ?? 'nl';
}

export async function makeI18nProvider(first: Language): Promise<I18nProvider> {
  const initial = await CATALOGUES[first]();
  sayLanguage(first);
  const messagesOf = (locale: string): Messages | Promise<Messages> => {
    if (locale === first && document.documentElement.lang === first) return initial;
    const language = languageOf(locale);
    sayLanguage(language);
    return CATALOGUES[language]();
  };
  const provider = polyglotI18nProvider(messagesOf, first, LOCALES);
  return {
    ...provider,
    translate: (key: string, options?: object) => provider.translate(key, { _: laterWord(key), ...options }),
    changeLocale: async (locale, options) => {
      await turnLaterWords(languageOf(locale)); // before the page is drawn anew
      await provider.changeLocale(locale, options);
    },
  };
}

/** Screen readers pronounce the page in the language that it says. */
function sayLanguage(language: Language): void {
  document.documentElement.lang = language;
}
