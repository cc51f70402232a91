import type { Rolldown } from 'vite';

type Chunking = NonNullable<Rolldown.OutputOptions['codeSplitting']>;
type Modules = Rolldown.ChunkingContext;

/** What so many screens share comes as one file, with the first of them. */
const MANY_SCREENS = 10;

/**
 * How the program is cut into files. The bundler's own way makes one for every set of screens that share something: 140
 * requests before the first screen. Here what a page begins with comes as two beside its own beginning, what it alone
 * needs and what other pages begin with too, and what many screens need comes as one more.
 * @param pages paths of the pages' HTML
 * @param first path of the script that runs before the rest is there, and so needs nothing of it
 */
export function chunksOf(pages: readonly string[], first: string): Chunking {
  let needs: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  let before: ReadonlySet<string> | undefined;
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        priority: 2,
        name: (id, modules) => {
          before ??= neededByScript(first, modules);
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
      { name: 'screens', minShareCount: MANY_SCREENS },
    ],
  };
}

/** The domain's front door opens on all of it. */
const FRONT_DOOR = '/libs/domain/src/index.ts';
/** What the first script takes of the domain. */
const OF_DOMAIN = /\/libs\/domain\/src\/(calendar|countries\/nl-time-zone)\.ts$/;

const nameOf = (page: string): string => page.slice(page.lastIndexOf('/') + 1).replace('.html', '');

/** What a script imports, and what that imports; what begins it is not among them. */
function neededByScript(script: string, modules: Modules): ReadonlySet<string> {
  const importedBy = (id: string): readonly string[] =>
    (modules.getModuleInfo(id)?.importedIds ?? []).flatMap((imported) =>
      imported.endsWith(FRONT_DOOR)
        ? (modules.getModuleInfo(imported)?.importedIds ?? []).filter((one) => OF_DOMAIN.test(one))
        : [imported],
    );
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
