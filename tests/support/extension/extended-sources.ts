import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import {
  edited,
  PILOTS_FILE,
  pilotsEdits,
  pilotsSource,
  POSTCODE_AREA_EDITS,
  SHOWN_EDITS,
  SHOWN_FILE,
  shownSource,
} from './edits.ts';

/** Tests run the sources as they are after somebody followed docs/adding-an-indicator.md. */
export function extendedSources(root: string): Plugin {
  const edits = [...pilotsEdits(root), ...SHOWN_EDITS, ...POSTCODE_AREA_EDITS];
  const added = new Map([
    [join(root, PILOTS_FILE), pilotsSource],
    [join(root, SHOWN_FILE), shownSource],
  ]);
  return {
    name: 'extended-sources',
    enforce: 'pre',
    resolveId: (source, importer) =>
      importer?.includes('/indicators/catalogue')
        ? [...added.keys()].find((file) => file.endsWith(`${source.slice(1)}.ts`))
        : undefined,
    load: (id) => added.get(id)?.(root),
    transform(code, id) {
      const file = relative(root, id.split('?')[0] ?? id)
        .split(sep)
        .join('/');
      return edits.some((edit) => edit.file === file) ? edited(code, file, edits) : undefined;
    },
  };
}
