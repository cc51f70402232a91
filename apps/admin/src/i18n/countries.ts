import type { Language } from '@fieldlab/domain';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
/** Of no country: groups of them, and what a browser keeps for its own tests. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** The countries by their code (ISO 3166-1), as the browser names them, in the order of their names. */
export function countries(language: Language): Readonly<Record<string, string>> {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`));
  const named = codes.flatMap((code): [string, string][] => {
    const name = names.of(code);
    return name === undefined || NO_COUNTRY.has(code) || isFormer(code) ? [] : [[code, name]];
  });
  return Object.fromEntries(named.sort(([, one], [, other]) => one.localeCompare(other, language)));
}

/** A country that has another code by now. */
const isFormer = (code: string): boolean => Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`;
