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
 */
export function chunksOf(pages: readonly string[]): Chunking {
  let needs: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        tags: ['$initial'],
        name: (id, modules) => {
          needs ??= new Map(pages.map((page) => [nameOf(page), neededBy(page, modules)]));
          const by = [...needs].flatMap(([page, ids]) => (ids.has(id) ? [page] : []));
          return by.length === 0 ? null : `before-${by.join('-and-')}`;
        },
      },
      { name: 'screens', minShareCount: MANY_SCREENS },
    ],
  };
}

const nameOf = (page: string): string => page.slice(page.lastIndexOf('/') + 1).replace('.html', '');

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
