import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { later } from './nl/later';

interface Tree {
  [key: string]: Tree | string;
}

const ADMIN = join(import.meta.dirname, '..');

const keysOf = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  );
const KEYS = keysOf(later);
const IS_KEY = new Set(KEYS);

/** Whether a text of the source is such a key, or its beginning: `imports.status.` of `imports.status.${status}`. */
const isOfLater = (text: string): boolean =>
  IS_KEY.has(text) || (/^[a-z]\w*\.(\w+\.)*$/i.test(text) && KEYS.some((key) => key.startsWith(text)));

interface Source {
  /** Files that arrive with it. */
  imports: string[];
  /** Files that arrive when they are needed. */
  needs: string[];
  /** Those of them that bring no words. */
  lazy: string[];
  /** Words that it says, and that come with a page. */
  says: string[];
}

const TEXT = /['"`]([\w.]+)(?:['"`]|\$\{)/g;
const STATIC = /(?:^|\n)(?:import|export)\s[^;]*?from '(\.[^']+)'/g;
const NEEDED = /\bimport\('(\.[^']+)'\)/g;
const LAZY = /\blazy\((?:async )?\(\) => (?:\(\{ default: \(await )?import\('(\.[^']+)'\)/g;

const fileOf = (from: string, name: string): string | undefined =>
  ['.tsx', '.ts', '/index.ts', '/index.tsx'].map((end) => join(dirname(from), name) + end).find(existsSync);

function read(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const all = (expression: RegExp): string[] => [...text.matchAll(expression)].map(([, found = '']) => found);
  const files = (expression: RegExp): string[] => all(expression).flatMap((name) => fileOf(file, name) ?? []);
  return {
    imports: files(STATIC),
    needs: files(NEEDED),
    lazy: files(LAZY),
    says: all(TEXT).filter(isOfLater),
  };
}

const SOURCES = new Map(
  readdirSync(ADMIN, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.|^i18n[\\/]/.test(name))
    .map((name) => join(ADMIN, name))
    .map((file) => [file, read(file)]),
);

/** All that arrives with a file, and, if wanted, what arrives when it is needed. */
function arrivingWith(file: string, isLater = false, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const { imports = [], needs = [] } = SOURCES.get(file) ?? {};
  for (const one of [...imports, ...(isLater ? needs : [])]) arrivingWith(one, isLater, known);
  return known;
}

/** What everybody reads without signing in brings all words when it starts; this is the program of who signs in. */
const MAIN = join(ADMIN, 'main.tsx');

describe('a page that arrives without the words of pages', () => {
  const lazy = [...arrivingWith(MAIN, true)].flatMap((file) => SOURCES.get(file)?.lazy ?? []);

  it.each([...new Set([MAIN, ...lazy])].map((file) => [relative(ADMIN, file), file] as const))(
    'says none of them: %s',
    (_, page) => {
      const said = [...arrivingWith(page)].flatMap((file) =>
        (SOURCES.get(file)?.says ?? []).map((word) => `${relative(ADMIN, file)}: ${word}`),
      );
      expect(said).toEqual([]);
    },
  );

  it('is found at all', () => {
    expect(lazy.length).toBeGreaterThan(30);
    expect(read(join(ADMIN, 'imports/ImportList.tsx')).says).toContain('imports.another');
  });
});
