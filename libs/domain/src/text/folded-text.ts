/** Apostrophes, primes and accents that stand alone: what people type for one another. */
const APOSTROPHES = /['`´’‘‛‚′‵ʹʻʼʽʾʿˈˊˋ՚Ꞌꞌ＇｀]/gu;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Letters with a stroke or in one piece, which Unicode does not take apart. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ƒ: 'f',
};
const WHOLE_LETTERS = /[ßæœøłđðþħıŋŧƒ]/gu;

/**
 * What is compared where only the words matter: lower case, without accents, punctuation and what nobody sees, words
 * separated by one space: `Café-Zuid B.V.` → `cafe zuid bv`, `Møller’s Straße` → `mollers strasse`.
 */
export function foldText(text: string): string {
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(WHOLE_LETTERS, (letter) => LETTERS[letter] ?? letter)
    .replace(/\./g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
