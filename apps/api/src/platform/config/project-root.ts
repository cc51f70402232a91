import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NAME = 'fieldlab';

/** The folder of our package.json, whether this runs from the sources or from the bundle in dist/. */
export function projectRoot(from: string = import.meta.dirname): string {
  const manifest = join(from, 'package.json');
  if (existsSync(manifest)) {
    const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string };
    if (name === NAME) return from;
  }
  const above = dirname(from);
  if (above === from) throw new Error(`No package.json of ${NAME} above this program.`);
  return projectRoot(above);
}
