import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nl } from './nl';
import { later } from './nl/later';

interface Tree {
  [key: string]: Tree | string;
}

const SCREENS = join(import.meta.dirname, '..');

const keysOf = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  );

/** The sources of all screens, without the texts themselves. */
const sources = readdirSync(SCREENS, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/^i18n[\\/](nl|en)[\\/]/.test(name))
  .map((name) => readFileSync(join(SCREENS, name), 'utf8'))
  .join('\n');

/** By its whole name, or by a name put together from its beginning, such as `errors.${code}`. */
const isNamed = (key: string): boolean => {
  const parts = key.split('.');
  const beginnings = parts.map((_part, at) => `${parts.slice(0, at).join('.')}.\${`);
  return [`'${key}'`, `"${key}"`, `\`${key}\``, ...beginnings.slice(1)].some((name) =>
    sources.includes(name),
  );
};

describe('the texts of the screens', () => {
  it('are all said somewhere', () => {
    const { ra: _ra, resources: _resources, ...ours } = nl as unknown as Tree;
    expect([...keysOf(ours), ...keysOf(later)].filter((key) => !isNamed(key))).toEqual([]);
  });
});
