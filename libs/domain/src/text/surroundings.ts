import { foldedWord, type Token } from './tokens';

/** The words around a number, which say what it is a number of. */
export interface Surroundings {
  /** After it, nearest first, up to the next number or the end of the sentence. */
  after: string[];
  /** Before it, likewise. */
  before: string[];
  /** The words and numbers of the sentence on both sides, with a space around each. */
  sentence: string;
}

const MOST_BESIDE = 6;
const MOST_OF_SENTENCE = 16;
const ENDS = new Set(['.', '!', '?', ';', '\n']);

/** The words around the tokens from `from` up to `next`. */
export function surroundingsOf(tokens: readonly Token[], from: number, next: number): Surroundings {
  const after = wordsFrom(tokens, next, 1);
  const before = wordsFrom(tokens, from - 1, -1);
  const sentence = [...before.map(({ word }) => word).reverse(), ...after.map(({ word }) => word)];
  return { after: beside(after), before: beside(before), sentence: ` ${sentence.join(' ')} ` };
}

interface Word {
  word: string;
  isNumber: boolean;
}

function wordsFrom(tokens: readonly Token[], start: number, step: 1 | -1): Word[] {
  const words: Word[] = [];
  for (let at = start; words.length < MOST_OF_SENTENCE; at += step) {
    const token = tokens[at];
    if (!token || endsSentence(tokens, at)) break;
    if (token.kind === 'word' || token.kind === 'digits') {
      words.push({ word: foldedWord(token.text.slice(0, LONGEST_WORD)), isNumber: token.kind === 'digits' });
    }
  }
  return words;
}

/** No label or subject has a longer word. */
const LONGEST_WORD = 40;

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'space') return token.text.includes('\n\n');
  return ENDS.has(token?.text ?? '') && tokens[at + 1]?.kind !== 'digits' && tokens[at + 1]?.kind !== 'word';
}

function beside(words: readonly Word[]): string[] {
  const number = words.findIndex(({ isNumber }) => isNumber);
  return words.slice(0, number < 0 ? MOST_BESIDE : Math.min(number, MOST_BESIDE)).map(({ word }) => word);
}
