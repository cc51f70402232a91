import { existsSync, writeFileSync } from 'node:fs';
import { build } from './build.mjs';
import { ensureReady } from './ensure-ready.mjs';
import { Refusal, at, main, runNode } from './lib/project.mjs';

const DOCUMENT = at('libs/api-client/openapi.json');

async function toolOutput(args, failure) {
  const { code, text } = await runNode(args, { output: 'collect' });
  if (code !== 0) throw new Refusal(`${text}\n${failure}`);
  return text;
}

/** Writes what the API says of itself, and the typed client that follows from it. A test says when either is stale. */
export async function describeApi() {
  await build('api');
  const program = at('dist/api/cli/openapi.js');
  if (!existsSync(program)) return;
  writeFileSync(DOCUMENT, await toolOutput([program], 'Describing the API failed.'));
  const tool = at('node_modules/openapi-typescript/bin/cli.js');
  const args = [tool, DOCUMENT, '--output', at('libs/api-client/src/schema.d.ts')];
  await toolOutput(args, 'Making the typed client failed.');
}

if (process.argv[1] === import.meta.filename) {
  await main(async () => {
    await ensureReady();
    await describeApi();
  });
}
