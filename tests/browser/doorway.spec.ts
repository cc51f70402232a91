import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { allSent } from '../support/waiting-mails';
import { addUser, agentOf, PASSWORD, type Person } from '../support/actors';
import { axeFaults, openSeat, signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { freePort } from '../support/free-port';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider';
import { startMailServer, type MailServer } from '../support/mail-server';
import type { Caller } from '../support/register';

const STEP_S = 30;

/** The code of the app, so many steps of half a minute from now; each works once. */
const codeOf = (secret: string, steps = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * STEP_S });

describe('coming in', () => {
  let provider: IdentityProvider;
  let mail: MailServer;
  let run: BrowserRun;
  let admin: Caller;
  let page: Page;

  beforeAll(async () => {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    mail = await startMailServer();
    provider = await startIdentityProvider(`${publicUrl}/api/v1/session/oidc/callback`);
    const { issuer, clientId, clientSecret } = provider;
    const roles = { roleClaim: 'groups', roleMap: { evaluators: 'EVALUATOR' as const } };
    const oidc = { issuer, clientId, clientSecret, scope: 'openid email profile', ...roles };
    const options = {
      access: testAccess({ publicUrl, oidc }),
      mail: { smtpUrl: mail.url, from: 'register@register.example', outboxDir: 'unused' },
    };
    run = await startBrowserRun(options, port);
    admin = await run.register.as('ADMIN');
  });
  afterAll(async () => {
    await run.close();
    await provider.close();
    await mail.close();
  });

  beforeEach(async () => {
    const context = await openSeat(run, { width: 1440, language: 'nl', theme: 'light' });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return () => context.close();
  });

  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const inside = (): Promise<void> => page.getByRole('button', { name: /^Account van/ }).waitFor();

  it('is invited by mail, chooses a password and is in', async () => {
    const sent = { email: 'anna@metaal.example', name: 'Anna de Vries', role: 'EVALUATOR', centreIds: [] };
    await admin.post('/users', sent).expect(201);
    const { link } = await mail.next(sent.email);
    await page.goto(link);
    // That nobody is signed in is no reason to lead away from here.
    await page.waitForLoadState('networkidle');
    await page.getByRole('heading', { name: 'Welkom, Anna de Vries' }).waitFor();
    await page.getByLabel('Nieuw wachtwoord').fill('anna de vries');
    await press('Account in gebruik nemen');
    await page.getByText('weinig meer dan uw naam').waitFor();
    await page.getByLabel('Nieuw wachtwoord').fill(PASSWORD);
    await press('Account in gebruik nemen');
    await inside();
    await page.goto(link);
    await page.getByRole('heading', { name: 'Deze link werkt niet meer' }).waitFor();
  });

  it('is invited again by who sees in the list that the mail was not delivered', async () => {
    const sent = { email: 'bas@metaal.example', name: 'Bas Bakker', role: 'VIEWER', centreIds: [] };
    mail.refuseNext(1, 550);
    await admin.post('/users', sent).expect(201);
    await allSent(run.register);
    await givePassword(await addUser(run.register, { role: 'ADMIN', language: 'nl' }));
    await inside();
    await page.goto('/users');
    const row = page.getByRole('row', { name: /Bas Bakker/ });
    await row.getByText('uitnodiging niet bezorgd').waitFor();
    await page.getByRole('link', { name: 'Bas Bakker' }).click();
    await page.getByText('De e-mail met de uitnodiging kon niet worden bezorgd').waitFor();
    await page.goBack();
    await row.getByRole('button', { name: 'Opnieuw uitnodigen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Opnieuw uitnodigen' }).click();
    await row.getByText('uitgenodigd', { exact: true }).waitFor();
    expect((await mail.next(sent.email)).link).toContain('#/invitations/');
  });

  it('forgets the password, and opens the mailed link where the program is open already', async () => {
    const { email } = await addUser(run.register, { role: 'VIEWER' });
    await page.goto('/login');
    await page.getByRole('link', { name: 'Wachtwoord vergeten?' }).click();
    await page.getByRole('button', { name: 'Stuur mij een link' }).waitFor();
    await page.getByLabel('E-mailadres').fill(email);
    await press('Stuur mij een link');
    await page.getByRole('heading', { name: 'Kijk in uw mailbox' }).waitFor();
    const { link } = await mail.next(email);
    await page.goto('/');
    await page.getByLabel('E-mailadres').waitFor();
    await page.evaluate((address) => (window.location.hash = new URL(address).hash), link);
    await page.getByLabel('Nieuw wachtwoord').fill('negen groene giraffen');
    await press('Wachtwoord opslaan');
    await page.getByText('Uw wachtwoord is gewijzigd. Meld u ermee aan.').waitFor();
    await page.getByLabel('E-mailadres').fill(email);
    await page.locator('input[name=password]').fill('negen groene giraffen');
    await press('Aanmelden');
    await inside();
  });

  /** Reads the secret as who cannot scan it, and confirms it with the code before this one. */
  async function setUp(): Promise<{ secret: string; recoveryCode: string }> {
    await page.getByRole('img', { name: 'QR-code voor uw verificatie-app' }).waitFor();
    const secret = (await page.locator('form code').innerText()).replaceAll(' ', '');
    await page.getByLabel('Code uit de app').fill(codeOf(secret, -1));
    await press('Bevestigen');
    const codes = page.getByRole('region', { name: 'Bewaar uw herstelcodes' });
    const recoveryCode = await codes.getByRole('listitem').first().innerText();
    await press('Ik heb de codes bewaard');
    return { secret, recoveryCode };
  }

  async function givePassword(person: Person): Promise<void> {
    await page.goto('/login');
    await page.getByLabel('E-mailadres').fill(person.email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await press('Aanmelden');
  }

  it('sets up a second factor, is asked for it, and comes in by a recovery code as well', async () => {
    const person = await addUser(run.register, { role: 'EVALUATOR' });
    await signIn(page, person);
    await page.goto('/account');
    await press('Instellen');
    const { secret, recoveryCode } = await setUp();
    await page.getByText('U heeft nog 10 herstelcodes.').waitFor();
    for (const [wrong, code] of [
      ['000000', codeOf(secret)],
      ['', recoveryCode],
    ] as const) {
      await page.context().clearCookies();
      await givePassword(person);
      await page.getByRole('heading', { name: 'Nog één stap' }).waitFor();
      if (wrong === '') await press('Ik heb mijn telefoon niet bij me');
      const field = page.locator('input[name=code]');
      if (wrong !== '') {
        await field.fill(wrong);
        await press('Verder');
        await page.getByText('Deze code klopt niet').waitFor();
      }
      await field.fill(code);
      await press('Verder');
      await inside();
    }
  });

  it('is led to a second factor where the rules ask for one, and nowhere else', async () => {
    await signIn(page, await addUser(run.register, { role: 'ADMIN' }));
    await page.goto('/users');
    await press('Regels voor aanmelden');
    await page.getByRole('checkbox', { name: 'Lezer' }).check();
    await press('Opslaan');
    await page.getByText('De regels zijn opgeslagen.').waitFor();
    await page.context().clearCookies();
    await givePassword(await addUser(run.register, { role: 'VIEWER' }));
    await page.getByRole('heading', { name: 'Stel een tweede factor in' }).waitFor();
    await page.goto('/figures');
    await page.waitForURL('**/second-factor');
    await press('Nu instellen');
    await setUp();
    await inside();
  });

  it('signs in through the organisation, or hears why not', async () => {
    const user = { sub: 'one', email: 'one@provider.example', email_verified: true, name: 'Eén' };
    provider.expect({ ...user, groups: ['visitors'] });
    await page.goto('/login');
    await page.getByRole('link', { name: 'Aanmelden via uw organisatie' }).click();
    await page.getByText('U heeft hier nog geen account.').waitFor();
    provider.expect({ ...user, groups: ['evaluators'] });
    await page.getByRole('link', { name: 'Aanmelden via uw organisatie' }).click();
    await inside();
  });

  it('signs another browser out from afar, and makes and revokes a key for a program', async () => {
    const person = await addUser(run.register, { role: 'EVALUATOR' });
    const elsewhere = await agentOf(run.register, person);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn(page, person);
    await page.goto('/account');
    await page.getByText('dit apparaat').waitFor();
    await press('Afmelden: Onbekend apparaat');
    await page.getByText('Dit kan niet ongedaan worden gemaakt.').waitFor();
    await press('Afmelden');
    await page.getByText('Dat apparaat is afgemeld.').waitFor();
    await elsewhere.get('/api/v1/session').expect(401);
    await page.getByLabel('Waarvoor is de sleutel?').fill('nachtelijke export');
    await press('Sleutel maken');
    await press('Sleutel kopiëren');
    const token = await page.evaluate(() => navigator.clipboard.readText());
    const isLetIn = async (): Promise<boolean> => {
      const headers = { Authorization: `Bearer ${token}` };
      return (await fetch(`${run.register.url}/api/v1/session`, { headers })).status === 200;
    };
    expect(await isLetIn()).toBe(true);
    await press('Intrekken: nachtelijke export');
    await press('Intrekken');
    await page.getByText('De sleutel is ingetrokken.').waitFor();
    expect(await isLetIn()).toBe(false);
  });

  it('is told before the session ends, stays with one key, and loses nothing typed when it did end', async () => {
    const person = await addUser(run.register, { role: 'ADMIN' });
    await page.clock.install();
    await signIn(page, person);
    await page.goto('/companies/create');
    await page.locator('input[name=name]').fill('Volhouder B.V.');
    // An answer that is still on its way would come after the leap, and put the end off.
    await page.waitForLoadState('networkidle');
    await page.clock.fastForward('07:50:00');
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    await page.clock.fastForward('06:00');
    const question = page.getByRole('alertdialog', { name: 'Bent u er nog?' });
    await question.getByText(/Over ongeveer \d minuten wordt u afgemeld/).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const isAnswered = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/session'));
    await page.keyboard.press('Enter');
    expect((await isAnswered).status()).toBe(200);
    await question.waitFor({ state: 'detached' });

    const { pool } = run.register.database;
    await pool.query("update sessions set last_seen_at = now() - interval '9 hours' where user_id = $1", [
      person.id,
    ]);
    await page.clock.fastForward('09:00:00');
    const over = page.getByRole('alertdialog', { name: 'U bent afgemeld' });
    const [beside] = await Promise.all([
      page.context().waitForEvent('page'),
      over.getByRole('link', { name: 'Opnieuw aanmelden' }).click(),
    ]);
    await beside.locator('input[name=email]').fill(person.email);
    await beside.locator('input[name=password]').fill(PASSWORD);
    await beside.locator('button[type=submit]').click();
    await beside.getByRole('button', { name: /^Account van/ }).waitFor();
    await page.bringToFront();
    await over.waitFor({ state: 'detached' });
    await press('Opslaan');
    await page.getByRole('heading', { level: 1, name: 'Volhouder B.V.' }).waitFor();
  });
});
