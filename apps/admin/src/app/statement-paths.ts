import type { Language } from '@fieldlab/domain';

/** Where the accessibility statement is; each address has its own language. */
export const STATEMENT_PATHS: Record<Language, string> = { nl: '/toegankelijkheid', en: '/accessibility' };
