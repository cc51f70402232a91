import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { edited, PILOTS_FILE, pilotsEdits, pilotsSource, MUNICIPALITY_EDITS } from './edits.ts';

/** Tests run the sources as they are after somebody followed docs/adding-an-indicator.md. */
export function extendedSources(root: string): Plugin {
  const edits = [...pilotsEdits(root), ...MUNICIPALITY_EDITS];
  const pilotsFile = join(root, PILOTS_FILE);
  return {
    name: 'extended-sources',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './pilots' && importer?.includes('/indicators/catalogue') ? pilotsFile : undefined,
    load: (id) => (id === pilotsFile ? pilotsSource(root) : undefined),
    transform(code, id) {
      const file = relative(root, id.split('?')[0] ?? id)
        .split(sep)
        .join('/');
      return edits.some((edit) => edit.file === file) ? edited(code, file, edits) : undefined;
    },
  };
}
