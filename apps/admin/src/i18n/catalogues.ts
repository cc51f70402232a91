import type { Language } from '@fieldlab/domain';
import type { Messages } from './messages';

/** A reader loads one language only. */
export const CATALOGUES: Record<Language, () => Promise<Messages>> = {
  nl: () => import('./nl').then(({ nl }) => nl),
  en: () => import('./en').then(({ en }) => en),
};

export const isLanguage = (text: string): text is Language => text in CATALOGUES;

/** The language in which the page starts: chosen before, else the browser's, else Dutch. */
export function firstLanguage(chosen: unknown, preferred: readonly string[]): Language {
  if (typeof chosen === 'string' && isLanguage(chosen)) return chosen;
  const known = preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return known ?? 'nl';
}
