import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@api/platform/config/project-root';

/** A file of settings that operators are given, as text. */
export const shippedFile = (name: string): string =>
  readFileSync(join(projectRoot(), 'ops', 'cluster', name), 'utf8');

/** @throws Error where something that is to be replaced is not there */
export function replaced(text: string, pairs: readonly [from: string, to: string][]): string {
  return pairs.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`The shipped settings have no ${from}.`);
    return before.replaceAll(from, to);
  }, text);
}
