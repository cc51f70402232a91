/** A run of digits, or a run of letters, in what somebody typed. */
export interface Token {
  kind: 'digits' | 'letters';
  text: string;
}

const isDigit = (character: string): boolean => character >= '0' && character <= '9';
const isLetter = (character: string): boolean => character.toLowerCase() !== character.toUpperCase();

/**
 * The runs of digits and of letters in a text, each character looked at once; undefined where it holds a character
 * that is neither and that does not part them.
 */
export function tokensOf(text: string, separators: string): Token[] | undefined {
  const tokens: Token[] = [];
  let before: Token['kind'] | undefined;
  for (const character of text) {
    const kind = isDigit(character) ? 'digits' : isLetter(character) ? 'letters' : undefined;
    if (kind === undefined && !separators.includes(character)) return undefined;
    const last = tokens.at(-1);
    if (kind !== undefined && kind === before && last) last.text += character;
    else if (kind !== undefined) tokens.push({ kind, text: character });
    before = kind;
  }
  return tokens;
}
