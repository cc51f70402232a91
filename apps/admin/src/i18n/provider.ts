import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import type { Language } from '@fieldlab/domain';
import { CATALOGUES, isLanguage } from './catalogues';
import { laterWord, turnLaterWords } from './later-words';
import type { Messages } from './messages';

const LOCALES = [
  { locale: 'nl', name: 'Nederlands' },
  { locale: 'en', name: 'English' },
];

const languageOf = (locale: string): Language => (isLanguage(locale) ? locale : 'nl');

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
