import type { Language } from '@fieldlab/domain';

/** Where the accessibility statement is; each address has its own language. */
export const STATEMENT_PATHS: Record<Language, string> = { nl: '/toegankelijkheid', en: '/accessibility' };

/** The language that an address asks for; undefined where it asks for none. */
export const languageOfPath = (path: string): Language | undefined =>
  path === STATEMENT_PATHS.nl ? 'nl' : path === STATEMENT_PATHS.en ? 'en' : undefined;
