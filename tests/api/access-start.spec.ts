import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureFirstAdministrator } from '@api/access/first-administrator';
import { readOrMakeSessionSecret } from '@api/platform/config/session-secret';
import { appOptionsOf } from '@api/app-options';
import { parseEnvironment } from '@api/platform/config/env.schema';
import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { addUser, PASSWORD, signIn } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';

const email = 'admin@register.example';

describe(ensureFirstAdministrator.name, () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startTestApp();
  });
  afterEach(() => app.close());

  it('makes one with a password that can be read once, and only where there is no user', async () => {
    const made = await ensureFirstAdministrator(app.database, { email, password: undefined });
    expect(made).toMatchObject({ email, weakness: undefined });
    expect(made?.generatedPassword).toMatch(/^[\w-]{20}$/);
    const answer = await signIn(request.agent(app.server), {
      email,
      password: made?.generatedPassword ?? '',
    });
    expect(answer.body).toMatchObject({ email, role: 'ADMIN' });
    const again = await ensureFirstAdministrator(app.database, {
      email: 'other@register.example',
      password: PASSWORD,
    });
    expect(again).toBeUndefined();
  });

  it('takes the password of the environment, and says when it is a weak one', async () => {
    const made = await ensureFirstAdministrator(app.database, { email, password: 'admin-1234' });
    expect(made?.generatedPassword).toBeUndefined();
    expect(made?.weakness).toContain('your name');
    await signIn(request.agent(app.server), { email, password: 'admin-1234' }).expect(201);
  });

  it('makes one, also when several processes start at once', async () => {
    const starts = await Promise.all(
      [1, 2, 3].map((turn) =>
        ensureFirstAdministrator(app.database, {
          email: `admin-${turn}@register.example`,
          password: PASSWORD,
        }),
      ),
    );
    expect(starts.filter((made) => made !== undefined)).toHaveLength(1);
    const { rows } = await app.database.pool.query('select 1 from users');
    expect(rows).toHaveLength(1);
  });

  it('leaves an installation with users alone', async () => {
    await addUser(app, { role: 'VIEWER' });
    expect(await ensureFirstAdministrator(app.database, { email, password: PASSWORD })).toBeUndefined();
  });
});

describe('the secret of an installation', () => {
  it('is made once, kept in DATA_DIR for our eyes only, and overruled by the environment as terms are', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fieldlab-secret-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const dataDir = join(folder, 'data');
    const [first, second] = await Promise.all([
      readOrMakeSessionSecret(dataDir),
      readOrMakeSessionSecret(dataDir),
    ]);
    expect(first).toMatch(/^[\w-]{64}$/);
    expect(second).toBe(first);
    expect((await stat(join(dataDir, 'session-secret'))).mode & 0o777).toBe(0o600);
    const options = await appOptionsOf(parseEnvironment({ DATA_DIR: dataDir }));
    expect(options.access.sessionSecret).toBe(first);
    const given = 'a secret of more than thirty-two characters';
    const overruled = await appOptionsOf(parseEnvironment({ DATA_DIR: dataDir, SESSION_SECRET: given }));
    expect(overruled.access.sessionSecret).toBe(given);
    const brief = { SESSION_IDLE_HOURS: '2', SESSION_DAYS: '1', KEEP_MAILS_DAYS: '3' };
    const terms = await appOptionsOf(parseEnvironment({ DATA_DIR: dataDir, ...brief }));
    expect(terms.access.sessionBounds).toEqual({ idleSeconds: 2 * 3600, lifetimeSeconds: 24 * 3600 });
    expect(terms.retention).toEqual({ faultyRows: 30, mails: 3, notifications: 400 });
    expect(overruled.mail).toMatchObject({ smtpUrl: undefined, outboxDir: join(dataDir, 'outbox') });
  });
});
