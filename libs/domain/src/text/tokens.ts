/** How much work reading a text took, so that a test can tell that it grows no faster than the text. */
export interface StepCounter {
  steps: number;
}

type TokenKind = 'word' | 'digits' | 'space' | 'sign';

/** A stretch of one kind of character; a sign stands by itself. Places are in UTF-16 code units. */
export interface Token {
  kind: TokenKind;
  text: string;
  start: number;
  end: number;
}

const LETTER = /^[\p{L}\p{M}]$/u;
const SPACE = /^\s$/;

/**
 * A text as words, runs of digits, white space and signs, in their order and without gaps. Every character is looked at
 * once, which no regular expression that searches for something promises.
 */
export function tokensOf(text: string, counter: StepCounter = { steps: 0 }): Token[] {
  const tokens: Token[] = [];
  let open: Token | undefined;
  let place = 0;
  for (const character of text) {
    counter.steps += 1;
    const kind = kindOf(character);
    const end = place + character.length;
    if (open?.kind === kind && kind !== 'sign') open.end = end;
    else tokens.push((open = { kind, text: '', start: place, end }));
    place = end;
  }
  for (const token of tokens) token.text = text.slice(token.start, token.end);
  return tokens;
}

function kindOf(character: string): TokenKind {
  if (character >= '0' && character <= '9') return 'digits';
  if (SPACE.test(character)) return 'space';
  return LETTER.test(character) ? 'word' : 'sign';
}

/** A word as words are compared: without accents and capitals. */
export const foldedWord = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const DUTCH = new Set('de het een van en met voor zijn die dat deden er opzichte minste'.split(' '));
const ENGLISH = new Set('the of and with for were was are that which took there companies'.split(' '));

/** Whether a text looks more like English than like Dutch, for the few words that mean something else in each. */
export function isMostlyEnglish(tokens: readonly Token[]): boolean {
  let balance = 0;
  for (const { kind, text } of tokens) {
    if (kind !== 'word' || text.length > 10) continue;
    const word = foldedWord(text);
    if (ENGLISH.has(word)) balance += 1;
    if (DUTCH.has(word)) balance -= 1;
  }
  return balance >= 0;
}
