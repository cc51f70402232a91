import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureReady } from './ensure-ready.mjs';
import { build } from './build.mjs';
import { Refusal, at, main, readDotEnv } from './lib/project.mjs';

/** Runs one of the programs in dist/api: `node scripts/run.mjs evaluate --workbook register.xlsx`. */
await main(async () => {
  const [name, ...args] = process.argv.slice(2);
  await ensureReady();
  // The benchmarks look at screens as well, and so do attacks.
  await build('api', ...(['bench', 'security'].includes(name) ? ['admin'] : []));
  const program = [`cli/${name}.js`, `${name}.js`].map((file) => at('dist/api', file)).find(existsSync);
  if (!program) throw new Refusal(`There is no program called ${name}.`);
  process.setSourceMapsEnabled(true);
  readDotEnv();
  process.argv = [process.execPath, resolve(program), ...args];
  await import(pathToFileURL(program).href);
});
