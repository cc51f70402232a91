import english from 'ra-language-english';
import { describe, expect, it } from 'vitest';
import { ra } from './nl/ra';

interface Tree {
  [key: string]: Tree | string;
}

const keysOf = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  );

const placeholders = (text: string): string[] => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();

const textAt = (tree: Tree, path: string): string =>
  path
    .split('.')
    .reduce<Tree | string>((at, key) => (typeof at === 'string' ? at : (at[key] ?? '')), tree) as string;

describe("react-admin's own messages in Dutch", () => {
  const nl = ra as unknown as Tree;
  const en = english.ra as unknown as Tree;

  it('are exactly those of the English package', () => {
    expect(keysOf(nl).sort()).toEqual(keysOf(en).sort());
  });

  it('name nothing that the English ones do not give', () => {
    const unknown = keysOf(en).filter((key) =>
      placeholders(textAt(nl, key)).some((one) => !placeholders(textAt(en, key)).includes(one)),
    );
    expect(unknown).toEqual([]);
  });
});
