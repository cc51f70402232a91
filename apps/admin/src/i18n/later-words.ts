import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Language } from '@fieldlab/domain';
import type { LaterMessages } from './messages';

const CATALOGUES: Record<Language, () => Promise<LaterMessages>> = {
  nl: () => import('./nl/later').then(({ later }) => later),
  en: () => import('./en/later').then(({ later }) => later),
};

interface Tree {
  readonly [key: string]: string | Tree;
}

let words: Tree | undefined;

/** A text that came with a page; undefined for all others. */
export function laterWord(key: string): string | undefined {
  const found = key
    .split('.')
    .reduce<string | Tree | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), words);
  return typeof found === 'string' ? found : undefined;
}

/** From now on there are such words, in a language. */
export async function bringLaterWords(language: Language): Promise<void> {
  words = await CATALOGUES[language]();
}

/** In another language, where they are there already. */
export async function turnLaterWords(language: Language): Promise<void> {
  if (words) await bringLaterWords(language);
}

/** A page, or a part of one, that arrives together with its words. */
export const lazyWithWords = <Props = object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> =>
  lazy(async () => {
    const language = document.documentElement.lang === 'en' ? 'en' : 'nl';
    const [page] = await Promise.all([load(), words ?? bringLaterWords(language)]);
    return page;
  });
