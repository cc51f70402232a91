import { fault, invalidInput, type InputFault } from '@fieldlab/domain';
import common from './common-passwords.json';

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 256;
const PRODUCT = 'fieldlab';
/** Characters that must remain when the words that anybody would try are taken out. */
const LEAST_OF_ITS_OWN = 8;
const FEWEST_DIFFERENT = 5;
const SHORTEST_WORD = 4;

const COMMON: ReadonlySet<string> = new Set(common.passwords);

/** Whose password it is: their own data are the first things that a guesser tries. */
export interface PasswordContext {
  email: string;
  name: string;
}

/** What is wrong with a password; undefined when it will do. */
export function passwordFault(
  password: string,
  context: PasswordContext,
  path = 'password',
): InputFault | undefined {
  const length = Array.from(password).length;
  if (length < SHORTEST_PASSWORD) return fault(path, 'TOO_SHORT', { least: String(SHORTEST_PASSWORD) });
  if (length > LONGEST_PASSWORD) return fault(path, 'TOO_LONG', { most: String(LONGEST_PASSWORD) });
  const lower = password.toLowerCase();
  if (COMMON.has(lower)) return fault(path, 'PASSWORD_COMMON');
  if (new Set(lower).size < FEWEST_DIFFERENT) return fault(path, 'PASSWORD_MONOTONOUS');
  if (isRow(lower)) return fault(path, 'PASSWORD_A_ROW');
  if (withoutContext(lower, context).length < LEAST_OF_ITS_OWN) {
    return fault(path, 'PASSWORD_PERSONAL');
  }
  return undefined;
}

/** @throws DomainError INVALID_INPUT */
export function assertPassword(password: string, context: PasswordContext, path = 'password'): void {
  const found = passwordFault(password, context, path);
  if (found) throw invalidInput([found]);
}

/** `abcdefghij` or `9876543210`: each character one further than the one before. */
function isRow(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

function withoutContext(lower: string, { email, name }: PasswordContext): string {
  const words = [email, ...email.split(/[^\p{L}\p{N}]+/u), ...name.split(/[^\p{L}\p{N}]+/u), PRODUCT]
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= SHORTEST_WORD)
    .sort((a, b) => b.length - a.length);
  return words.reduce((rest, word) => rest.replaceAll(word, ''), lower);
}
