import { createServer } from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import express from 'express';
import { expect, it } from 'vitest';
import { streamTo } from '@api/platform/http/stream-to';

/** Less than the product waits, so that the test need not. */
const STALLED_MS = 600;

it('takes an answer away from a reader that takes nothing, without an error', async () => {
  const ended: string[] = [];
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield await Promise.resolve(new Uint8Array(2 ** 16));
    } finally {
      ended.push('content');
    }
  }
  const app = express();
  const done = new Promise<unknown>((resolve) =>
    app.get(
      '/',
      (_request, response) => void streamTo(response, endless(), STALLED_MS).then(resolve, resolve),
    ),
  );
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1');
  reader.pause();
  reader.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  expect(await done).toBeUndefined();
  expect(ended).toEqual(['content']);
  reader.destroy();
  server.close();
});
