import { existsSync, mkdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { ensureReady } from './ensure-ready.mjs';
import { fingerprint, isCurrent, writeStamp } from './lib/fingerprint.mjs';
import { ROOT, Refusal, at, main, runNode, say } from './lib/project.mjs';

const SOURCES = ['apps', 'libs', 'tests', 'prisma'].filter((path) => existsSync(at(path)));

// No cache of lint by file: its rules read types, so a file's result depends on files that have not changed with it.
const CHECKS = {
  format: { program: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn'], all: ['.'] },
  lint: {
    program: ['eslint/bin/eslint.js', '--max-warnings', '0'],
    all: ['.'],
    dependsOn: [
      ...SOURCES,
      'scripts',
      'generated',
      'eslint.config.mjs',
      'tsconfig.json',
      'package-lock.json',
    ],
  },
  types: { program: ['../scripts/types.mjs'], all: [], isWhole: true },
  'import rules': {
    program: ['dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs'],
    all: SOURCES,
  },
  // What only Node resolves, or a setting names as text, is said to be in use in package.json.
  'unused code': {
    program: ['knip/bin/knip.js', '--no-progress', '--no-config-hints'],
    all: [],
    isWhole: true,
  },
  'api rules': {
    program: [
      '@stoplight/spectral-cli/dist/index.js',
      'lint',
      '--ruleset=.spectral.yaml',
      '--fail-severity=warn',
      '--quiet',
    ],
    all: ['libs/api-client/openapi.json'],
  },
};

/** Runs all checks at once, behind what has no `niceness`, and answers the names of those that failed. */
export async function check({ niceness = 0 } = {}) {
  const results = Object.keys(CHECKS).map(async (name) => ((await passes(name, { niceness })) ? [] : [name]));
  return (await Promise.all(results)).flat();
}

/** Runs one check on all files, or on some; on all only when anything has changed since it passed. */
async function passes(name, { niceness = 0, files = [] } = {}) {
  const { program, all, dependsOn, isWhole } = CHECKS[name];
  const [script, ...args] = program;
  const stamp = dependsOn && files.length === 0 ? stampOf(name, dependsOn) : undefined;
  if (stamp?.isCurrent()) {
    say(`✔ ${name} (nothing changed)`);
    return true;
  }
  const started = Date.now();
  const named = files.length > 0 && !isWhole ? files : all;
  const run = await runNode([at('node_modules', script), ...args, ...named], { output: 'collect', niceness });
  const { code, text } = isWhole && files.length > 0 ? faultsIn(files, run) : run;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (code !== 0) say(text.trimEnd());
  say(`${code === 0 ? '✔' : '✘'} ${name} (${seconds} s)`);
  if (code === 0) stamp?.write();
  return code === 0;
}

/** The compiler reads the whole program whatever it is asked for; what it says of other files is left out. */
function faultsIn(files, { text }) {
  const wanted = files.map((file) => relative(ROOT, resolve(file)));
  const lines = text.split('\n').filter((line) => wanted.some((file) => line.startsWith(`${file}(`)));
  return { code: lines.length > 0 ? 1 : 0, text: lines.join('\n') };
}

function stampOf(name, paths) {
  const print = fingerprint(paths, { without: undefined });
  const file = at('.cache', `passed-${name}.json`);
  return {
    isCurrent: () => isCurrent(file, print),
    write: () => {
      mkdirSync(at('.cache'), { recursive: true });
      writeStamp(file, print);
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  await main(async () => {
    const [name, ...files] = process.argv.slice(2);
    await ensureReady();
    if (name === undefined) return (await check()).length;
    if (!CHECKS[name]) throw new Refusal(`There is no check called ${name}.`);
    return (await passes(name, { files })) ? 0 : 1;
  });
}
