import { existsSync } from 'node:fs';
import { ensureReady } from './ensure-ready.mjs';
import { at, main, runNode, say } from './lib/project.mjs';

const SOURCES = ['apps', 'libs', 'tests', 'prisma'].filter((path) => existsSync(at(path)));

// No cache for lint: its rules read types, so a file's result depends on files that have not changed with it.
const CHECKS = {
  format: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  lint: ['eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  types: ['typescript/bin/tsc', '--noEmit'],
  'import rules': [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    ...SOURCES,
  ],
  'api rules': [
    '@stoplight/spectral-cli/dist/index.js',
    'lint',
    'libs/api-client/openapi.json',
    '--ruleset=.spectral.yaml',
    '--fail-severity=warn',
    '--quiet',
  ],
};

/** Runs all checks at once, behind what has no `niceness`, and answers the names of those that failed. */
export async function check({ niceness = 0 } = {}) {
  const results = Object.entries(CHECKS).map(async ([name, [program, ...args]]) => {
    const started = Date.now();
    const { code, text } = await runNode([at('node_modules', program), ...args], {
      output: 'collect',
      niceness,
    });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    if (code !== 0) say(text.trimEnd());
    say(`${code === 0 ? '✔' : '✘'} ${name} (${seconds} s)`);
    return code === 0 ? [] : [name];
  });
  return (await Promise.all(results)).flat();
}

if (process.argv[1] === import.meta.filename) {
  await main(async () => {
    await ensureReady();
    return (await check()).length;
  });
}
