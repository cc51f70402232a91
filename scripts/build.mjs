import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { ensureReady, npmProgram } from './ensure-ready.mjs';
import { fingerprint, isCurrent, writeStamp } from './lib/fingerprint.mjs';
import { withLock } from './lib/lock.mjs';
import { precompress } from './lib/precompress.mjs';
import { Refusal, at, main, readText, runNode, say } from './lib/project.mjs';

const SHARED = ['libs', 'package-lock.json', 'tsconfig.json'];
const PARTS = {
  api: {
    from: [
      'apps/api',
      'generated',
      'tests/bench',
      'tests/chaos',
      'tests/security',
      'tests/support',
      'vite.api.config.ts',
      ...SHARED,
    ],
    config: 'vite.api.config.ts',
  },
  admin: {
    from: ['apps/admin', 'vite.admin.config.ts', 'scripts/lib/precompress.mjs', ...SHARED],
    config: 'vite.admin.config.ts',
    isServed: true,
  },
};

/** Builds the named parts that are older than their sources, into dist/. */
export async function build(...names) {
  for (const name of names) {
    if (existsSync(at(PARTS[name].config))) await buildPart(name, PARTS[name]);
  }
}

async function buildPart(name, part) {
  const target = at('dist', name);
  const stamp = at('dist', name, '.built-from.json');
  if (isCurrent(stamp, fingerprint(part.from))) return;
  await withLock(at('dist', `${name}.lock`), async () => {
    const print = fingerprint(part.from);
    if (isCurrent(stamp, print)) return;
    say(`Building the ${name}…`);
    // Built beside the old one and then moved, so that a stopped build leaves nothing half made.
    const fresh = at('dist', `.new-${name}`);
    const args = [
      at('node_modules/vite/bin/vite.js'),
      'build',
      '--config',
      at(part.config),
      '--logLevel',
      'warn',
    ];
    const { code, text } = await runNode(args, { env: { BUILD_DIR: fresh }, output: 'collect' });
    if (code !== 0) throw new Refusal(`${text.trim()}\nBuilding the ${name} failed.`);
    if (part.isServed) precompress(`${fresh}/assets`);
    writeStamp(`${fresh}/.built-from.json`, print);
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
  });
}

/** What goes out with us, as CycloneDX tells it: dist/sbom.cdx.json, beside the programs in an image. */
async function writeBillOfMaterials() {
  const target = at('dist/sbom.cdx.json');
  const stamp = at('dist/.sbom-built-from.json');
  const print = fingerprint(['package-lock.json']);
  if (existsSync(target) && isCurrent(stamp, print)) return;
  const kind = ['--sbom-format=cyclonedx', '--sbom-type=application'];
  const args = ['sbom', '--omit=dev', ...kind, '--loglevel=silent'];
  const { code, text } = await runNode([npmProgram(), ...args], { output: 'collect' });
  if (code !== 0) throw new Refusal(`${text.trim()}\nWriting the bill of materials failed.`);
  const bill = JSON.parse(text);
  // npm calls the whole by the name of its folder.
  bill.metadata.component.name = JSON.parse(readText(at('package.json'))).name;
  writeFileSync(target, JSON.stringify(bill, null, 2));
  writeStamp(stamp, print);
}

if (process.argv[1] === import.meta.filename) {
  await main(async () => {
    mkdirSync(at('dist'), { recursive: true });
    await ensureReady();
    await build('api', 'admin');
    await writeBillOfMaterials();
  });
}
