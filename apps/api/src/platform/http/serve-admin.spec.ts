import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import express from 'express';
import request, { type Test } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withContactEmail } from './contact-email';
import { serveAdmin } from './serve-admin';

const SCRIPT = 'export const words = "een twee drie";';

describe(serveAdmin.name, () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldlab-admin-'));
  const app = express();
  const assets = join(folder, 'assets');
  const get = (path: string, encodings: string): Test =>
    request(app).get(path).set('Accept-Encoding', encodings).set('Accept', 'text/html, */*');

  beforeAll(() => {
    mkdirSync(assets);
    writeFileSync(join(folder, 'index.html'), '<p>the admin</p>');
    writeFileSync(join(folder, 'public.html'), '<meta content="%CONTACT_EMAIL%" />');
    writeFileSync(join(assets, 'main-1.js'), SCRIPT);
    writeFileSync(join(assets, 'main-1.js.gz'), gzipSync(SCRIPT));
    writeFileSync(join(assets, 'main-1.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(join(assets, 'plain-1.js'), SCRIPT);
    writeFileSync(join(assets, 'font-1.woff2'), 'font');
    app.use(...serveAdmin((html) => withContactEmail(html, 'a&"b"@people.example'), folder));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('hands out the copy that the browser can read, each with a tag of its own, to keep for a year', async () => {
    const tags = new Set<string | undefined>();
    for (const [accepts, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip;q=0.5', 'gzip'],
      ['identity', undefined],
    ] as const) {
      const answer = await get('/assets/main-1.js', accepts).expect(200);
      expect([accepts, answer.headers['content-encoding']]).toEqual([accepts, encoding]);
      expect(answer.headers['content-type']).toMatch(/^text\/javascript/);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.vary).toBe('Accept-Encoding');
      tags.add(answer.headers.etag);
    }
    expect(tags.size).toBe(3);
    const { text } = await get('/assets/main-1.js', 'gzip');
    expect(text).toBe(SCRIPT);
  });

  it('knows a copy again by its tag', async () => {
    const { headers } = await get('/assets/main-1.js', 'gzip');
    const again = get('/assets/main-1.js', 'gzip').set('If-None-Match', headers.etag ?? '');
    await again.expect(304);
  });

  it('hands out as it is what has no copy, and nothing from outside its folder', async () => {
    for (const path of ['/assets/plain-1.js', '/assets/font-1.woff2']) {
      const answer = await get(path, 'gzip').expect(200);
      expect(answer.headers['content-encoding']).toBeUndefined();
    }
    await get('/assets/missing.js', 'gzip').expect(404);
    await get('/assets/..%2findex.html', 'gzip').expect((answer) =>
      expect(answer.status).toBeGreaterThan(399),
    );
  });

  it('gives the public page where nobody needs to sign in, with whom to write to, and the admin elsewhere', async () => {
    for (const path of ['/public', '/public/check', '/toegankelijkheid', '/accessibility']) {
      const { text } = await get(path, 'gzip').expect(200);
      expect([path, text]).toEqual([path, '<meta content="a&#38;&#34;b&#34;@people.example" />']);
    }
    for (const path of ['/', '/companies', '/accessibility/more', '/publications']) {
      const { text } = await get(path, 'gzip').expect(200);
      expect([path, text]).toEqual([path, '<p>the admin</p>']);
    }
    expect(withContactEmail('<meta content="%CONTACT_EMAIL%" />')).toBe('<meta content="" />');
  });
});
