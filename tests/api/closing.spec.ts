import http from 'node:http';
import { lastAnswers } from '@api/startup/close-server';
import { expect, it } from 'vitest';
import { startTestRegister } from '../support/register';

/** Asks over one connection that is kept. */
function ask(agent: http.Agent, url: string): Promise<{ status: number; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent }, (answer) => {
        answer.resume().on('end', () => {
          resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection });
        });
      })
      .on('error', reject);
  });
}

it('does not serve for ever whoever keeps a connection and goes on asking', async () => {
  const register = await startTestRegister();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const asked = () => ask(agent, `${register.url}/health/live`);
  expect(await asked()).toEqual({ status: 200, connection: 'keep-alive' });
  const stop = lastAnswers(register.app.getHttpServer());
  // The connection was kept: what was asked over it meanwhile is answered, and then it ends.
  const last = await asked().catch(() => undefined);
  expect(last?.connection ?? 'close').toBe('close');
  await expect(asked()).rejects.toThrow(/ECONNREFUSED/u);
  await register.close();
  stop();
  agent.destroy();
});

it('keeps a connection for longer than proxies do, which would put a request on one that is just closed', async () => {
  const register = await startTestRegister();
  const answer = await fetch(`${register.url}/health/live`);
  expect(answer.headers.get('Keep-Alive')).toBe('timeout=65');
  await register.close();
});

it('cuts off what lasts longer than it may', async () => {
  const register = await startTestRegister();
  const server = register.app.getHttpServer();
  const open = new Promise((resolve) => server.once('connection', resolve));
  const held = new Promise((resolve) => {
    const request = http.request(`${register.url}/api/v1/session`, { method: 'POST' });
    request.on('error', resolve);
    request.setHeader('Content-Length', 10);
    request.flushHeaders();
  });
  await open;
  const stop = lastAnswers(server, 300);
  await Promise.all([held, register.close()]);
  stop();
});
