import { testAccess } from '../support/access';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { axeFaults, openSeat, overflow, settled, signIn, startBrowserRun } from '../support/browser';
import type { BrowserRun, Seat } from '../support/browser';
import { freePort } from '../support/free-port';
import { startMailServer, type MailServer } from '../support/mail-server';
import { aCentre, aCompany, aParticipation, type Made } from '../support/made';
import type { Caller } from '../support/register';

const WIDE: Seat = { width: 1440, language: 'nl', theme: 'light' };
const NARROW: Seat = { width: 390, language: 'en', theme: 'dark' };
const MOST_KEYS = 60;

let mail: MailServer;
let run: BrowserRun;
let admin: Caller;
beforeAll(async () => {
  const port = await freePort();
  mail = await startMailServer();
  run = await startBrowserRun(
    {
      access: testAccess({ publicUrl: `http://127.0.0.1:${port}` }),
      mail: { smtpUrl: mail.url, from: 'register@register.example', outboxDir: 'unused' },
    },
    port,
  );
  admin = await run.register.as('ADMIN');
});
afterAll(async () => {
  await run.close();
  await mail.close();
});

const faultsOf = async (page: Page): Promise<unknown[]> => [...(await axeFaults(page)), await overflow(page)];

/** A centre's companies, and its page in a round before its coordinator. */
async function arrives(seat: Seat, period: string, names: readonly string[]): Promise<[Page, Made[], Made]> {
  const centre = await aCentre(admin);
  const taking: Made[] = [];
  for (const name of names) {
    taking.push(await aParticipation(admin, (await aCompany(admin, { name })).id, centre.id));
  }
  const { body: round } = await admin.post('/rounds', { period, dueOn: '2199-01-01' }).expect(201);
  const page = await (await openSeat(run, seat)).newPage();
  await signIn(page, await addUser(run.register, { role: 'COORDINATOR', centreIds: [centre.id] }));
  await page.goto(`/rounds/${(round as Made).id}/centres/${centre.id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  return [page, taking, centre];
}

describe('a round of forty companies', () => {
  it(
    `is closed in at most ${MOST_KEYS} keystrokes, three of them stopped`,
    { timeout: 120_000 },
    async () => {
      const names = Array.from(
        { length: 40 },
        (_, at) => `${String.fromCharCode(65 + (at % 20))} Metaal ${at}`,
      );
      const [page, taking] = await arrives(WIDE, '2021-Q2', names);
      let keys = 0;
      const press = async (...pressed: string[]): Promise<void> => {
        for (const key of pressed) await page.keyboard.press(key);
        keys += pressed.length;
      };
      const isOn = (role: string) =>
        page.evaluate((wanted) => document.activeElement?.getAttribute('type') === wanted, role);
      await page.locator('h1').focus();
      while (!(await isOn('checkbox'))) await press('Tab');
      for (const letter of ['f', 'm', 't']) {
        await press(letter, ' ', 'Tab', ...Array.from('10-6-21'), 'Shift+Tab');
        expect(await page.locator(':focus').isChecked()).toBe(false);
      }
      await press('Control+Enter');
      await page.getByText('Ingediend. De beheerder stelt het vast.').waitFor();
      expect(keys).toBeLessThanOrEqual(MOST_KEYS);
      const { body } = await admin
        .get(`/participations?centreId=${taking[0]?.centreId as string}&endedOnTo=2021-06-11&perPage=100`)
        .expect(200);
      expect((body as { data: Made[] }).data.map(({ lastDay }) => lastDay)).toEqual(
        Array.from({ length: 3 }, () => '2021-06-10'),
      );
      await page.context().close();
    },
  );
});

describe('a company that is asked', () => {
  it.each([
    [WIDE, '2021-Q3', 'nl'],
    [NARROW, '2021-Q4', 'en'],
  ] as const)(
    'corrects by its link, and its coordinator takes that over (%j)',
    async (seat, period, language) => {
      const nl = language === 'nl';
      const [page, [taking], centre] = await arrives(seat, period, [`Van Dijk ${language} BV`]);
      const email = `info-${language}@dijk.example`;
      const contact = { companyId: taking?.companyId, centreId: centre.id, name: 'Anna', email };
      await admin.post('/contacts', contact).expect(201);
      await page.reload();
      await page.getByRole('button', { name: nl ? '1 bedrijf vragen' : 'Ask 1 company' }).click();
      const { link } = await mail.next(email);

      const theirs = await (await openSeat(run, seat)).newPage();
      const answer = await theirs.goto(link);
      expect(answer?.headers()).toMatchObject({
        'x-robots-tag': 'noindex',
        'referrer-policy': 'no-referrer',
      });
      await theirs.getByRole('button', { name: nl ? 'Nee, verbeteren' : 'No, correct it' }).click();
      await theirs.getByLabel(nl ? 'Laatste dag' : 'Last day').fill('10-10-2021');
      expect(await faultsOf(theirs)).toEqual([0]);
      await theirs
        .getByRole('button', { name: nl ? 'Verbetering versturen' : 'Send the correction' })
        .click();
      await theirs.getByText(nl ? 'bekijkt uw verbetering' : 'looks at your correction').waitFor();
      expect(await faultsOf(theirs)).toEqual([0]);
      await theirs.context().close();

      await page.reload();
      const accept = page.getByRole('button', { name: nl ? /^Overnemen wat/ : /^Take over what/ });
      await accept.waitFor();
      expect(await faultsOf(page)).toEqual([0]);
      await accept.click();
      await page.getByText(nl ? 'Overgenomen, als opgave' : 'Taken over, as the statement').waitFor();
      const { body } = await admin.get(`/participations/${taking?.id ?? ''}`).expect(200);
      expect((body as Made).lastDay).toBe('2021-10-10');
      await page.context().close();
    },
  );
});
