/**
 * Names as they are compared: in small Latin letters without accents, whatever script and style they were written in.
 * Every step looks at one character at a time, so its time is linear in the text.
 */

/** Letters that no decomposition turns into a plain one. */
const LATIN: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ħ: 'h', ı: 'i', ĸ: 'k', ŋ: 'n', ŧ: 't', ə: 'a',
}; // prettier-ignore

/** Cyrillic as passports and company registers write it in Latin letters (ICAO 9303), with the Ukrainian letters. */
const CYRILLIC: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'i',
  й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'kh',
  ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia', ђ: 'd', ј: 'j', љ: 'lj',
  њ: 'nj', ћ: 'c', џ: 'dz', ќ: 'k', ѓ: 'g', ѕ: 'dz',
}; // prettier-ignore

/** Greek by ELOT 743, letter by letter. */
const GREEK: Record<string, string> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x',
  ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
}; // prettier-ignore

const LETTERS = new Map(Object.entries({ ...LATIN, ...CYRILLIC, ...GREEK }));

/** Signs that stand inside a word and say nothing: apostrophes of every kind, and points of abbreviations. */
const WITHIN_WORDS = new Set(["'", '’', '‘', '`', '´', 'ʼ', 'ʹ', '′', '.', '·']);

/**
 * Words of a text, in order: `Café-Zuid & Zn. B.V.` gives `cafe`, `zuid`, `and`, `zn`, `bv`. A point ends a word where a
 * space or a longer word follows it, so that letters of an abbreviation stay together.
 */
export function comparableWords(text: string): string[] {
  const words: string[] = [];
  let word = '';
  const end = (): void => {
    if (word !== '') words.push(word);
    word = '';
  };
  for (const character of text.normalize('NFKD').toLowerCase()) {
    const letters = lettersOf(character);
    if (letters !== undefined) word += letters;
    else if (character === '&' || character === '+') {
      end();
      words.push('and');
    } else if (!WITHIN_WORDS.has(character)) end();
    else if (character === '.' && word.length > 2) end();
  }
  end();
  return joinLetters(words);
}

/** The Latin letters of one character, or undefined where it is no part of a word. */
function lettersOf(character: string): string | undefined {
  if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) return character;
  const known = LETTERS.get(character);
  if (known !== undefined) return known;
  if (/^\p{M}$/u.test(character)) return '';
  return /^[\p{L}\p{N}]$/u.test(character) ? character : undefined;
}

/** `b v` is `bv`, `a b n` is `abn`: letters alone in a row are one abbreviation. */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  let wasLetter = false;
  for (const word of words) {
    const isLetter = word.length === 1 && /^\p{L}$/u.test(word);
    if (isLetter && wasLetter) joined.push((joined.pop() ?? '') + word);
    else joined.push(word);
    wasLetter = isLetter;
  }
  return joined;
}
