import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '@api/platform/config/project-root';

/**
 * Bundles a TypeScript program as the real ones are, into a folder below .cache/, inside the project so that it finds
 * its packages. Answers its file. Made beside the old one and moved over it, so that another run never sees half.
 */
export async function bundle(entry: string, folder: string, name = 'program'): Promise<string> {
  const root = projectRoot();
  const outDir = join(root, '.cache', folder);
  const fresh = join(root, '.cache', `.new-${randomUUID()}`);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { tsconfigPaths: true },
    build: {
      ssr: true,
      outDir: fresh,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: { [name]: join(root, entry) },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  await mkdir(outDir, { recursive: true });
  await rm(outDir, { recursive: true, force: true });
  await rename(fresh, outDir);
  return join(outDir, `${name}.js`);
}
