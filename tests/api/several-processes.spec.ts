import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundle } from '../support/bundle';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { freePort } from '../support/free-port';
import { Program } from '../support/own-program';
import { startMailServer } from '../support/mail-server';
import { childrenOf } from '../support/processes-of';

const PATIENCE = { timeout: 60_000, interval: 50 };

describe('WEB_CONCURRENCY', () => {
  let database: TestDatabase;
  let dataDir: string;
  let main: string;
  const running: Program[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'fieldlab-processes-'));
    main = await bundle('apps/api/src/main.ts', 'server', 'main');
  });
  afterAll(async () => {
    for (const program of running) await program.kill();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function setup(processes: string, more: NodeJS.ProcessEnv = {}) {
    const program = new Program({
      ...{ main, dataDir, port: await freePort() },
      ...{ email: 'admin@register.example', password: 'a password of this test alone' },
      environment: {
        ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl },
        ...{ WEB_CONCURRENCY: processes, LOG_LEVEL: 'warn', ...more },
      },
    });
    running.push(program);
    let output = '';
    program.onOutput = (text) => (output += text);
    await program.start();
    return { program, said: () => output };
  }

  it('serves one port with several processes, greets once, and replaces one that is killed', async () => {
    const { program, said } = await setup('2');
    const [first = 0, second = 0] = await vi.waitFor(async () => {
      const children = await childrenOf(program.pid);
      expect(children).toHaveLength(2);
      return children;
    }, PATIENCE);
    const token = await program.makeToken('Test', ['read', 'records:write']);
    const headers = { Authorization: `Bearer ${token}` };
    // Requests are answered before the first has greeted, and nobody greets in its place.
    await vi.waitFor(() => expect(said()).toContain('Fieldlab is ready'), PATIENCE);
    process.kill(first, 'SIGKILL');
    await vi.waitFor(async () => {
      const children = await childrenOf(program.pid);
      expect(children).toHaveLength(2);
      expect(children).toContain(second);
      expect(children).not.toContain(first);
    }, PATIENCE);
    await vi.waitFor(async () => {
      const answer = await fetch(`${program.url}/api/v1/companies`, { headers });
      expect(answer.status).toBe(200);
    }, PATIENCE);
    await vi.waitFor(async () => {
      const metrics = await (await fetch(`${program.url}/metrics`)).text();
      for (const number of [1, 2])
        expect(metrics).toContain(`database_connections{state="open",process="${number}"}`);
    }, PATIENCE);
    expect(said().match(/Fieldlab is ready/g)).toHaveLength(1);
    expect(said()).toContain('Process 1 ended (SIGKILL); another takes its place in 1 s.');
    await program.stop();
    expect(program.isRunning).toBe(false);
  });

  it('answers what was asked before it was told to end, and then ends', async () => {
    const { program } = await setup('2');
    const token = await program.makeToken('Test', ['read', 'records:write']);
    const holder = new pg.Client({ connectionString: database.ownerUrl });
    await holder.connect();
    await holder.query('begin; lock table companies in access exclusive mode');
    const made = fetch(`${program.url}/api/v1/companies`, {
      ...{ method: 'POST', body: JSON.stringify({ name: 'Late but heard' }) },
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    });
    await vi.waitFor(async () => {
      const { rowCount } = await holder.query(
        `select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
          where not l.granted`,
      );
      expect(rowCount).toBeGreaterThan(0);
    }, PATIENCE);
    const stopped = program.stop();
    await holder.query('commit');
    await holder.end();
    expect((await made).status).toBe(201);
    await stopped;
  });

  it('sends the mail of a process that was killed while it sent it', async () => {
    const connected = vi.fn();
    const silent = createServer(connected);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const { program: first } = await setup('1', { SMTP_URL: `smtp://127.0.0.1:${port}` });
    const body = JSON.stringify({ email: first.email });
    const headers = { 'Content-Type': 'application/json' };
    await fetch(`${first.url}/api/v1/password-resets`, { method: 'POST', body, headers });
    await vi.waitFor(() => expect(connected).toHaveBeenCalled(), PATIENCE);
    await first.kill();
    silent.close();
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    // Three minutes later.
    await owner.query(`update mails set claimed_until = claimed_until - interval '3 minutes';
                       update job set expire_in = expire_in - interval '3 minutes' where state = 'active'`);
    await owner.end();
    const mail = await startMailServer();
    const { program: next } = await setup('1', { SMTP_URL: mail.url });
    expect((await mail.next(next.email)).link).toContain('/#/password-resets/');
    await next.stop();
    expect(mail.waitingFor(next.email)).toBe(0);
    await mail.close();
  });

  it('ends at once, with the sentence of the first, where a setting is wrong', async () => {
    await expect(setup('2 or 3')).rejects.toThrow('WEB_CONCURRENCY must be auto, or a whole number');
  });
});
