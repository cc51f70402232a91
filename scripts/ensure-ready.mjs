import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from './lib/lock.mjs';
import { Refusal, at, main, readText, runNode, say, sha256 } from './lib/project.mjs';

const OLDEST_NODE = [20, 19];
const INSTALLED = at('node_modules', '.fieldlab-installed');
const GENERATED = at('generated', '.from-schema');

/** Makes a fresh clone, or one with a newer lockfile or schema, fit to run. Does nothing where nothing is due. */
export async function ensureReady() {
  refuseOldNode();
  if (isInstalled() && isGenerated()) return;
  await withLock(at('.cache', 'install.lock'), async () => {
    if (!isInstalled()) await install();
    if (!isGenerated()) await generateClient();
  });
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  const wanted = OLDEST_NODE.join('.');
  throw new Refusal(
    `This needs Node.js ${wanted} or newer; here is ${process.versions.node}. See https://nodejs.org.`,
  );
}

/** One lockfile installs differently on another platform or another Node. */
const lockfileHash = () =>
  sha256(
    `${readText(at('package-lock.json'))} ${process.platform} ${process.arch} ${process.versions.modules}`,
  );

function isInstalled() {
  if (readText(INSTALLED) === lockfileHash()) return true;
  if (!matchesLockfile()) return false;
  writeFileSync(INSTALLED, lockfileHash());
  return true;
}

/** Someone may have run `npm install` by hand: npm's own record of what it installed tells. */
function matchesLockfile() {
  if (existsSync(INSTALLED)) return false;
  const installed = JSON.parse(readText(at('node_modules', '.package-lock.json')) ?? '{}').packages;
  const wanted = JSON.parse(readText(at('package-lock.json')) ?? '{}').packages;
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || (entry.optional && !installed[path])) return true;
    return installed[path]?.version === entry.version && existsSync(at(path));
  });
}

async function install() {
  say('Installing packages. This happens once and takes a minute or two…');
  const { code } = await runNode(
    [npmProgram(), 'ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'],
    {
      // The schema engine that Prisma would download is never used; see platform/database/migrate.ts.
      env: { ...withoutSchemaEngine(), SCARF_ANALYTICS: 'false' },
    },
  );
  if (code !== 0) throw new Refusal('Installing packages failed; see above.');
  writeFileSync(INSTALLED, lockfileHash());
}

/** npm tells its scripts where it lives; a script started without npm looks beside Node. */
export function npmProgram() {
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const candidates = [
    process.env.npm_execpath,
    beside,
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
  ];
  const found = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  if (!found) throw new Refusal('npm was not found. Start this by npm, as in: npm start');
  return found;
}

/** Any existing file will do: it keeps Prisma from looking for an engine, and is never run. */
const withoutSchemaEngine = () => ({ PRISMA_SCHEMA_ENGINE_BINARY: process.execPath });

const schemaHash = () =>
  sha256(
    ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']
      .map((path) => readText(at(path)))
      .join('\n'),
  );

const isGenerated = () => !existsSync(at('prisma/schema.prisma')) || readText(GENERATED) === schemaHash();

export async function generateClient() {
  const { code, text } = await runNode([at('node_modules/prisma/build/index.js'), 'generate'], {
    env: withoutSchemaEngine(),
    output: 'collect',
  });
  if (code !== 0) throw new Refusal(`${text}\nMaking the database client from prisma/schema.prisma failed.`);
  mkdirSync(dirname(GENERATED), { recursive: true });
  writeFileSync(GENERATED, schemaHash());
}

if (process.argv[1] === import.meta.filename) await main(ensureReady);
