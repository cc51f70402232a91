import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from '@api/platform/config/project-root';
import { describe, expect, it } from 'vitest';

const root = projectRoot();
const SOURCES = ['apps', 'libs', 'tests', 'scripts', 'docs', 'ops', 'prisma/schema.prisma'];
const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];

const filesOf = (path: string): string[] =>
  /\.\w+$/.test(path)
    ? [path]
    : readdirSync(join(root, path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const files = [...SOURCES, ...PAGES].flatMap(filesOf).filter((file) => /\.(tsx?|mjs|md|prisma)$/.test(file));
const pages = files.filter((file) => file.endsWith('.md'));
const decisions = readdirSync(join(root, 'docs/decisions'))
  .filter((file) => /^\d{4}-/.test(file))
  .sort();

/** What a text cites, each with the file that cites it. */
const cited = (pattern: RegExp, among = files): { file: string; found: RegExpExecArray }[] =>
  among.flatMap((file) => [...read(file).matchAll(pattern)].map((found) => ({ file, found })));

/** As GitHub makes them of headings. */
const anchorsOf = (page: string): string[] =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/ /g, '-'),
  );

describe('decisions', () => {
  it('are numbered without gaps, in their names and in their titles', () => {
    const titled = decisions.map((file) => /^# (\d+)\. /.exec(read(`docs/decisions/${file}`))?.[1]);
    expect(titled).toEqual(decisions.map((_, index) => `${index + 1}`));
    expect(decisions.map((file) => Number(file.slice(0, 4)))).toEqual(decisions.map((_, index) => index + 1));
  });

  it('stand in the index, each with its title', () => {
    const lines = decisions.map((file, index) => {
      const title = /^# \d+\. (.+)$/m.exec(read(`docs/decisions/${file}`))?.[1] ?? '';
      return `${index + 1}. [${title}](${file})`;
    });
    expect(read('docs/decisions/README.md').split('\n')).toEqual(expect.arrayContaining(lines));
  });

  it('are there, wherever one is cited', () => {
    const missing = [
      ...cited(/\b[Dd]ecisions? (\d+)/g),
      ...cited(/decisions\/(\d{4})(-[\w-]+\.md)?/g),
    ].filter(({ found: [, number, name] }) => {
      const decision = decisions[Number(number) - 1];
      return decision === undefined || (name !== undefined && decision.slice(4) !== name);
    });
    expect(missing.map(({ file, found: [text] }) => `${file}: ${text}`)).toEqual([]);
  });

  it('are found by the former names that migrations have for them', () => {
    const named = cited(/decisions\/(\d{4})(-[\w-]+\.md)/g, filesOf('prisma/migrations'));
    const index = read('docs/decisions/README.md');
    const lost = named.filter(({ found: [, number, name = ''] }) => {
      const now = decisions.find((file) => file.slice(4) === name) ?? '';
      return now !== `${number}${name}` && !index.replace(/ +/g, ' ').includes(`(${now}) | ${number} |`);
    });
    expect(named.length).toBeGreaterThan(0);
    expect(lost.map(({ file, found: [text] }) => `${file}: ${text}`)).toEqual([]);
  });
});

describe('pages', () => {
  it('link to files and headings that are there', () => {
    const links = cited(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g, pages);
    const broken = links.filter(({ file, found: [, path = '', anchor] }) => {
      const target = path === '' ? file : join(dirname(file), path);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
    });
    expect(broken.map(({ file, found: [text] }) => `${file}: ${text}`)).toEqual([]);
  });

  it('have the sections by whose number they are cited', () => {
    const sections = cited(/(docs\/[\w-]+\.md),? section (\d+)/g);
    const missing = sections.filter(
      ({ found: [, page = '', number = ''] }) => !read(page).includes(`\n## ${number}. `),
    );
    expect(missing.map(({ file, found: [text] }) => `${file}: ${text}`)).toEqual([]);
    expect(sections.length).toBeGreaterThan(0);
  });
});
