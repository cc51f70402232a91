import { ensureReady, generateClient } from './ensure-ready.mjs';
import { main } from './lib/project.mjs';
import { describeApi } from './openapi.mjs';

/** Makes what is made from other files: the database client, and the admin's typed client from OpenAPI. */
await main(async () => {
  await ensureReady();
  await generateClient();
  await describeApi();
});
