import { once } from 'node:events';
import { request as httpRequest, type ClientRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app';

describe('answerAfterBody', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    await test.app.listen(0, '127.0.0.1');
  });
  afterAll(() => test.close());

  it('lets a refused upload be sent to its end, and then says why it was refused', async () => {
    const { port } = test.app.getHttpServer().address() as { port: number };
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const upload = httpRequest({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/v1/imports',
        headers: { 'Content-Type': 'multipart/form-data; boundary=x', Connection: 'close' },
      });
      let answered: number | undefined;
      upload.once('response', (answer) => {
        answered = answer.statusCode;
        answer.resume();
      });
      upload.once('error', reject);
      void send(upload, 64).then(() => resolve(answered));
    });
    expect(status).toBe(401);
  });
});

/** So slowly that a server that answers at once would have closed long before the end. */
async function send(upload: ClientRequest, pieces: number): Promise<void> {
  for (let piece = 0; piece < pieces; piece++) {
    upload.write(Buffer.alloc(16_384));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  upload.end();
  await once(upload, 'close');
}
