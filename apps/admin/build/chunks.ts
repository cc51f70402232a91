import type { Rolldown } from 'vite';

type Chunking = NonNullable<Rolldown.OutputOptions['codeSplitting']>;
type Modules = Rolldown.ChunkingContext;

/** Of react-admin: by which the overview's lists are asked for. */
const LISTS = '/ra-core/dist/dataProvider/useGetList.js';

/** What so many screens share comes as one file, with the first of them. */
const MANY_SCREENS = 10;

/**
 * How the program is cut into files. The bundler's own way makes one for every set of screens that share something: 140
 * requests before the first screen. Here what a page begins with comes as two beside its own beginning, what it alone
 * needs and what other pages begin with too, and what many screens need comes as one more.
 * @param pages paths of the pages' HTML
 * @param first path of the script that runs before the rest is there, and so needs nothing of it
 * @param later by the name of its file, paths of what comes right behind the first screen or in its place; what several
 *   of these need comes with the first of them
 */
export function chunksOf(
  pages: readonly string[],
  first: string,
  later: Readonly<Record<string, readonly string[]>>,
): Chunking {
  let needs: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  let before: ReadonlySet<string> | undefined;
  let files: ReadonlyMap<string, string> | undefined;
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        priority: 2,
        name: (id, modules) => {
          before ??= neededByScript(first, modules, FIRST_DOORS);
          return before.has(id) ? 'before-first' : null;
        },
      },
      {
        priority: 1,
        tags: ['$initial'],
        name: (id, modules) => {
          if (id === first) return null;
          needs ??= new Map(pages.map((page) => [nameOf(page), neededBy(page, modules)]));
          const by = [...needs].flatMap(([page, ids]) => (ids.has(id) ? [page] : []));
          return by.length === 0 ? null : `before-${by.join('-and-')}`;
        },
      },
      {
        name: (id, modules) => {
          files ??= filesOf(later, modules);
          return files.get(id) ?? (id.endsWith(LISTS) ? 'controls' : null);
        },
      },
      { name: 'screens', minShareCount: MANY_SCREENS },
    ],
  };
}

/** Doors that open on everything, and what is taken of what stands behind each. */
type Doors = readonly (readonly [door: string, taken: RegExp])[];
const DOMAIN = '/libs/domain/src/index.ts';
const FIRST_DOORS: Doors = [[DOMAIN, /\/src\/(calendar|countries\/nl-time-zone)\.ts$/]];
const COMPONENTS = '/@mui/material/esm/index.js';
const REACT_ADMIN = '/react-admin/dist/index.js';
/** By the name of a file that comes later. */
const LATER_DOORS: Readonly<Record<string, Doors>> = {
  tools: [
    [DOMAIN, /^$/],
    [COMPONENTS, /\/Tooltip\/index\.js$/],
    [REACT_ADMIN, /^$/],
  ],
  controls: [
    [DOMAIN, /\/src\/(workbook\/dates|typing\/[\w-]+)\.ts$/],
    [COMPONENTS, /\/(Alert|Divider|InputAdornment|MenuItem|NativeSelect|TextField)\/index\.js$/],
    [REACT_ADMIN, /^$/],
  ],
};

const nameOf = (page: string): string => page.slice(page.lastIndexOf('/') + 1).replace('.html', '');

/** By module, in which file it comes. */
function filesOf(
  later: Readonly<Record<string, readonly string[]>>,
  modules: Modules,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [name, paths] of Object.entries(later))
    for (const id of paths.flatMap((path) => [
      path,
      ...neededByScript(path, modules, LATER_DOORS[name] ?? []),
    ]))
      if (!files.has(id)) files.set(id, name);
  return files;
}

/** What a script imports, and what that imports; what begins it is not among them. */
function neededByScript(script: string, modules: Modules, doors: Doors): ReadonlySet<string> {
  const importedIn = (id: string): readonly string[] => modules.getModuleInfo(id)?.importedIds ?? [];
  const importedBy = (id: string): readonly string[] =>
    importedIn(id).flatMap((imported) => {
      const [, taken] = doors.find(([door]) => imported.endsWith(door)) ?? [];
      return taken ? importedIn(imported).filter((one) => taken.test(one)) : [imported];
    });
  const found = new Set(importedBy(script));
  for (const id of found) for (const imported of importedBy(id)) found.add(imported);
  return found;
}

/**
 * All that must be there before a page begins. What begins it is not among them: in one file with what others use too,
 * it would begin with them.
 */
function neededBy(page: string, modules: Modules): ReadonlySet<string> {
  const importedBy = (id: string): readonly string[] => modules.getModuleInfo(id)?.importedIds ?? [];
  const found = new Set(importedBy(page).flatMap(importedBy));
  for (const id of found) for (const imported of importedBy(id)) found.add(imported);
  return found;
}
