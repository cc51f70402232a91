import type { CommentPerson } from '../../providers/comments';

const LONGEST_NAME = 40;

/** What is being typed of a name, from the `@` before the caret on; undefined where there is none. */
export function nameAsked(text: string, caret: number): string | undefined {
  const before = text.slice(Math.max(0, caret - LONGEST_NAME), caret);
  const at = before.lastIndexOf('@');
  if (at === -1) return undefined;
  const isWordStart = at === 0 || before.charAt(at - 1).trim() === '';
  const asked = before.slice(at + 1);
  return isWordStart && !asked.includes('\n') && !asked.startsWith(' ') ? asked.trimEnd() : undefined;
}

/** The text with the name in the place of what was typed of it, and where the caret is then. */
export function withName(text: string, caret: number, name: string): { text: string; caret: number } {
  const at = text.lastIndexOf('@', caret - 1);
  const before = `${text.slice(0, at)}@${name} `;
  return { text: before + text.slice(caret).trimStart(), caret: before.length };
}

/** Those of these people whose name stands in the text. */
export const namedIn = (text: string, people: readonly CommentPerson[]): CommentPerson[] =>
  people.filter(({ name }) => text.includes(`@${name}`));

/** A text in pieces: names of people, and what stands between them. */
export function inPieces(
  text: string,
  people: readonly CommentPerson[],
): { text: string; isName: boolean }[] {
  const names = people.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length);
  const pieces: { text: string; isName: boolean }[] = [];
  let rest = text;
  while (rest !== '') {
    const found = names
      .map((name) => ({ name, at: rest.indexOf(name) }))
      .filter(({ at }) => at !== -1)
      .sort((a, b) => a.at - b.at)[0];
    const upTo = found?.at ?? rest.length;
    if (upTo > 0) pieces.push({ text: rest.slice(0, upTo), isName: false });
    if (found) pieces.push({ text: found.name, isName: true });
    rest = rest.slice(upTo + (found?.name.length ?? 0));
  }
  return pieces;
}
