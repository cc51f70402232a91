import type { Actor } from '@api/access/actor';
import { PersonalDataService } from '@api/modules/personal-data/personal-data.service';
import { JobsService } from '@api/platform/jobs/jobs.service';
import { Mailer } from '@api/platform/mail/mailer';
import { MailSender } from '@api/platform/mail/mail-sender.service';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { testAccess } from '../support/access';
import { addUser, agentOf } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { everythingKept } from '../support/everything-kept';
import { freePort } from '../support/free-port';
import { startMailServer, type MailServer } from '../support/mail-server';
import { allSent, waitingMails } from '../support/waiting-mails';

const PATIENCE = { timeout: 20_000, interval: 50 };
const SECRET = 'een-link-die-iemand-binnenlaat';

let database: TestDatabase;
let owner: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await owner.query('truncate mails; delete from job');
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** A process of the program on the one register, until the test has ended. */
async function aProcess(smtpUrl: string, sessionSecret = testAccess().sessionSecret): Promise<TestApp> {
  const app = await startTestApp(
    {
      access: testAccess({ sessionSecret }),
      mail: { smtpUrl, from: 'R <register@register.example>', outboxDir: 'unused', pausesSeconds: [1] },
    },
    undefined,
    { through: () => Promise.resolve(database.appUrl) },
  );
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await app.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { ...app, close };
}
async function aMailServer(port?: number): Promise<MailServer> {
  const server = await startMailServer(port);
  onTestFinished(server.close);
  return server;
}
const people = (count: number) => Array.from({ length: count }, (_, at) => `p${at}@mail.example`);
async function post({ app, database: register }: TestApp, ...to: string[]): Promise<void> {
  const mailer = app.get(Mailer);
  await register.transaction(async (client) => {
    for (const address of to)
      await mailer.post(client, { to: { name: 'N', address }, subject: SECRET, text: SECRET });
  });
  mailer.wake();
}
const received = (mail: MailServer, to: readonly string[]) => to.map((address) => mail.waitingFor(address));
const attempts = async () => (await owner.query<{ attempts: number }>('select attempts from mails')).rows;
const onceTried = () =>
  vi.waitFor(async () => expect((await attempts()).every((mail) => mail.attempts > 0)).toBe(true), PATIENCE);

describe('a mail', () => {
  it('goes when the mail server is back, once, as it was posted', async () => {
    const port = await freePort();
    const app = await aProcess(`smtp://127.0.0.1:${port}`);
    await post(app, 'anna@mail.example');
    await vi.waitFor(async () => expect((await attempts())[0]?.attempts).toBeGreaterThan(1), PATIENCE);
    const mail = await aMailServer(port);
    expect(await mail.next('anna@mail.example')).toMatchObject({ subject: SECRET });
    await allSent(app);
    expect(mail.waitingFor('anna@mail.example')).toBe(0);
    expect(app.app.get(MailSender).counts).toMatchObject({ sent: 1, given_up: 0 });
  });

  it('goes with what causes it, and never where that was taken back', async () => {
    const mail = await aMailServer();
    const app = await aProcess(mail.url);
    const mailer = app.app.get(Mailer);
    await expect(
      app.database.transaction(async (client) => {
        await mailer.post(client, {
          to: { name: 'N', address: 'bram@mail.example' },
          subject: 's',
          text: 't',
        });
        throw new Error('No');
      }),
    ).rejects.toThrow('No');
    await post(app, 'carla@mail.example');
    await mail.next('carla@mail.example');
    await allSent(app);
    expect(mail.waitingFor('bram@mail.example')).toBe(0);
  });

  it('stands nowhere readable while it waits, and nowhere at all once it was sent', async () => {
    const port = await freePort();
    const app = await aProcess(`smtp://127.0.0.1:${port}`);
    await post(app, 'dirk@mail.example');
    await onceTried();
    const kept = async () => {
      const all = await everythingKept(owner);
      return ['dirk@mail.example', SECRET].filter(
        (text) => all.includes(text) || all.includes(Buffer.from(text).toString('hex')),
      );
    };
    expect(await waitingMails(app)).toBe(1);
    expect(await kept()).toEqual([]);
    const mail = await aMailServer(port);
    await mail.next('dirk@mail.example');
    await allSent(app);
    expect(await kept()).toEqual([]);
  });

  it('is given up once it is of no use any more, which is told', async () => {
    const told = vi.spyOn(Logger.prototype, 'error').mockReturnValue();
    const app = await aProcess(`smtp://127.0.0.1:${await freePort()}`);
    await post(app, 'els@mail.example');
    await onceTried();
    await owner.query('update mails set expires_at = now()');
    await allSent(app);
    expect(app.app.get(MailSender).counts).toMatchObject({ sent: 0, given_up: 1 });
    const lines = told.mock.calls.map(([line]) => String(line)).join();
    expect(lines).toMatch(/Mail [\w-]{36} was given up: it is of no use any more/);
    expect(lines).not.toContain('els@mail.example');
  });

  it('is given up at once where it is refused for good', async () => {
    vi.spyOn(Logger.prototype, 'error').mockReturnValue();
    const mail = await aMailServer();
    const app = await aProcess(mail.url);
    mail.refuseNext(1, 550);
    await post(app, 'fred@mail.example');
    await allSent(app);
    expect(app.app.get(MailSender).counts).toEqual({ sent: 0, failed: 0, given_up: 1 });
    expect(mail.waitingFor('fred@mail.example')).toBe(0);
  });

  it('tells administrators whose invitation was given up, until they are invited again', async () => {
    vi.spyOn(Logger.prototype, 'error').mockReturnValue();
    const mail = await aMailServer();
    const app = await aProcess(mail.url);
    const admin = await agentOf(app, await addUser(app));
    const invited = async (name: string): Promise<string> => {
      const person = { email: `${name}@mail.example`, name, role: 'VIEWER', centreIds: [] };
      return ((await admin.post('/api/v1/users').send(person).expect(201)).body as { id: string }).id;
    };
    mail.refuseNext(1, 550);
    const id = await invited('hans');
    await allSent(app);
    const other = await invited('ida');
    await allSent(app);
    const givenUp = async (user: string): Promise<unknown> =>
      ((await admin.get(`/api/v1/users/${user}`).expect(200)).body as { invitationGivenUpAt: unknown })
        .invitationGivenUpAt;
    const at = await givenUp(id);
    expect(Math.abs(Date.now() - Date.parse(String(at)))).toBeLessThan(60_000);
    expect(await givenUp(other)).toBeNull();
    const { body } = await admin.get('/api/v1/users?q=hans').expect(200);
    expect(body).toMatchObject({ data: [{ id, status: 'INVITED', invitationGivenUpAt: at }] });

    await admin.post(`/api/v1/users/${id}/invitations`).expect(202);
    expect(await givenUp(id)).toBeNull();
    await allSent(app);
    expect(await givenUp(id)).toBeNull();
    expect(mail.waitingFor('hans@mail.example')).toBe(1);
  });

  it('is forgotten with whom it is for, whatever holds the address', async () => {
    const port = await freePort();
    const app = await aProcess(`smtp://127.0.0.1:${port}`);
    const admin = await addUser(app, { role: 'ADMIN' });
    const { rows } = await owner.query<{ id: string }>(
      `with company as (insert into companies (name, match_name) values ('Een', 'een') returning id),
            centre as (insert into centres (code, name, kind) values ('FL-9', 'Z', 'FIELDLAB') returning id)
       insert into contacts (company_id, centre_id, name, email)
       select company.id, centre.id, 'Gerda', 'Gerda@mail.example' from company, centre returning id`,
    );
    await post(app, 'gerda@mail.example', 'stays@mail.example');
    await onceTried();
    const actor: Actor = { ...admin, centreIds: [], requestId: 'test' };
    await app.app
      .get(PersonalDataService)
      .erase(actor, [{ resource: 'contacts', id: rows[0]?.id ?? '', field: null }]);
    expect(await waitingMails(app)).toBe(1);
    const mail = await aMailServer(port);
    await mail.next('stays@mail.example');
    await allSent(app);
    expect(mail.waitingFor('gerda@mail.example')).toBe(0);
  });

  it('waits for a process with the secret that it was sealed under', async () => {
    const mail = await aMailServer();
    const stranger = await aProcess(mail.url, 'another secret');
    const closed = await aProcess(`smtp://127.0.0.1:${await freePort()}`);
    await post(closed, 'hanna@mail.example');
    await closed.close();
    await stranger.app.get(JobsService).start();
    await vi.waitFor(() => expect(stranger.app.get(MailSender).counts.failed).toBeGreaterThan(0), PATIENCE);
    await stranger.close();
    await (await aProcess(mail.url)).app.get(JobsService).start();
    await mail.next('hanna@mail.example');
  });
});

describe('several processes', () => {
  it('send each mail once', async () => {
    const mail = await aMailServer();
    const [one, other] = [await aProcess(mail.url), await aProcess(mail.url)];
    await other.app.get(JobsService).start();
    const everybody = people(40);
    await Promise.all([post(one, ...everybody.slice(0, 20)), post(other, ...everybody.slice(20))]);
    await allSent(one);
    expect(received(mail, everybody)).toEqual(everybody.map(() => 1));
    const sent = [one, other].map(({ app }) => app.get(MailSender).counts.sent);
    expect(sent.reduce((sum, count) => sum + count)).toBe(40);
  });

  it('leave a mail to one that is at it, also where its job was taken for abandoned', async () => {
    const mail = await aMailServer();
    const [slow, other] = [await aProcess(mail.url), await aProcess(mail.url)];
    const release = mail.hold();
    await post(slow, 'jan@mail.example');
    await vi.waitFor(() => expect(mail.held).toBe(1), PATIENCE);
    await owner.query(`insert into job (name, data) select name, data from job`);
    await other.app.get(JobsService).start();
    const later = async () =>
      (await owner.query(`select from job where start_after > now() + interval '1 minute'`)).rowCount;
    await expect.poll(later, PATIENCE).toBe(1);
    expect(mail.held).toBe(1);
    release();
    await allSent(slow);
    expect(mail.waitingFor('jan@mail.example')).toBe(1);
  });

  it('have one that ends send what it is at, and leave the rest to the next', async () => {
    const mail = await aMailServer();
    const ending = await aProcess(mail.url);
    const everybody = people(12);
    const release = mail.hold();
    await post(ending, ...everybody);
    await vi.waitFor(() => expect(mail.held).toBe(5), PATIENCE);
    const closed = ending.close();
    release();
    await closed;
    expect(received(mail, everybody).filter((count) => count > 0)).toHaveLength(5);
    const next = await aProcess(mail.url);
    await next.app.get(JobsService).start();
    await allSent(next);
    expect(received(mail, everybody)).toEqual(everybody.map(() => 1));
  });

  it('take over from one that was killed while it sent', async () => {
    const mail = await aMailServer();
    const first = await aProcess(`smtp://127.0.0.1:${await freePort()}`);
    await post(first, 'ida@mail.example');
    await onceTried();
    await first.close();
    // As a process leaves it that was killed three minutes ago.
    await owner.query(`update mails set claimed_until = now() - interval '1 minute'`);
    await owner.query(`update job set state = 'active'
                        where id = (select id from job where name = 'send-mail' and state < 'active');
                       update job set expire_in = expire_in - interval '3 minutes'
                        where name = 'send-mail' and state = 'active'`);
    const next = await aProcess(mail.url);
    await next.app.get(JobsService).start();
    await mail.next('ida@mail.example');
    await allSent(next);
    expect(mail.waitingFor('ida@mail.example')).toBe(0);
  });
});
