import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOpenApi } from '@api/openapi';
import { projectRoot } from '@api/platform/config/project-root';
import openapiTS, { astToString, COMMENT_HEADER, type OpenAPI3 } from 'openapi-typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app';

const STALE = 'is older than the code: run npm run openapi';
const read = (file: string): string => readFileSync(join(projectRoot(), 'libs/api-client', file), 'utf8');

let test: TestApp;
let document: string;

beforeAll(async () => {
  test = await startTestApp();
  document = `${JSON.stringify(buildOpenApi(test.app), null, 2)}\n`;
});
afterAll(() => test.close());

describe('The contract', () => {
  it('is in the repository as the program describes itself', () => {
    expect(read('openapi.json') === document, `libs/api-client/openapi.json ${STALE}`).toBe(true);
  });

  it('is what the typed client was made from', async () => {
    const nodes = await openapiTS(JSON.parse(document) as OpenAPI3);
    const schema = `${COMMENT_HEADER}${astToString(nodes)}`;
    expect(read('src/schema.d.ts') === schema, `libs/api-client/src/schema.d.ts ${STALE}`).toBe(true);
  });
});
