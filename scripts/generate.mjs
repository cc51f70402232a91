import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { build } from './build.mjs';
import { ensureReady, generateClient } from './ensure-ready.mjs';
import { Refusal, at, main, runNode } from './lib/project.mjs';

const OPENAPI = at('.cache', 'openapi.json');

async function toolOutput(args, failure) {
  const { code, text } = await runNode(args, { output: 'collect' });
  if (code !== 0) throw new Refusal(`${text}\n${failure}`);
  return text;
}

/** Makes what is made from other files: the database client, and the admin's typed client from OpenAPI. */
await main(async () => {
  await ensureReady();
  await generateClient();
  await build('api');
  const program = at('dist/api/cli/openapi.js');
  if (!existsSync(program)) return;
  mkdirSync(at('.cache'), { recursive: true });
  writeFileSync(OPENAPI, await toolOutput([program], 'Describing the API failed.'));
  const tool = at('node_modules/openapi-typescript/bin/cli.js');
  const args = [tool, OPENAPI, '--output', at('libs/api-client/src/schema.d.ts')];
  await toolOutput(args, 'Making the typed client failed.');
});
