import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { addUser, PASSWORD, type Person } from '../support/actors';
import { axeFaults, openSeat, signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { freePort } from '../support/free-port';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider';

const STEP_S = 30;
const codeOf = (secret: string, steps = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * STEP_S });

describe('showing again who one is', () => {
  let provider: IdentityProvider;
  let run: BrowserRun;
  let page: Page;
  beforeAll(async () => {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    provider = await startIdentityProvider(`${publicUrl}/api/v1/session/oidc/callback`);
    const { issuer, clientId, clientSecret } = provider;
    const roles = { roleClaim: 'groups', roleMap: { evaluators: 'EVALUATOR' as const } };
    const oidc = { issuer, clientId, clientSecret, scope: 'openid email profile', ...roles };
    run = await startBrowserRun({ access: testAccess({ publicUrl, oidc }) }, port);
  });
  afterAll(async () => {
    await run.close();
    await provider.close();
  });
  beforeEach(async () => {
    const context = await openSeat(run, { width: 1440, language: 'nl', theme: 'light' });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return () => context.close();
  });

  const dialog = () => page.getByRole('dialog', { name: 'Bevestig dat u het bent' });
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const provedLongAgo = ({ id }: Pick<Person, 'id'>) =>
    run.register.database.pool.query(
      `update sessions set proved_at = now() - interval '6 minutes' where user_id = $1`,
      [id],
    );
  async function typeToken(name: string): Promise<void> {
    await page.getByLabel('Waarvoor is de sleutel?').fill(name);
    await page.getByLabel('gegevens vastleggen en wijzigen').check();
    await press('Sleutel maken');
  }
  async function expectToken(name: string): Promise<void> {
    await page.getByText('Kopieer de sleutel nu').waitFor();
    await dialog().waitFor({ state: 'hidden' });
    await page.getByText(name).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/account');
  }

  it('asks for the password, says when it is wrong, and then makes the key that was typed', async () => {
    const person = await addUser(run.register, { role: 'VIEWER' });
    await signIn(page, person);
    await page.goto('/account');
    await provedLongAgo(person);
    await typeToken('Nachtelijke koppeling');
    await dialog().getByText('U blijft aangemeld').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog().getByLabel('Huidig wachtwoord').fill('mis');
    await dialog().getByRole('button', { name: 'Bevestigen' }).click();
    await dialog().getByText('Dit is niet uw wachtwoord.').waitFor();
    await dialog().getByLabel('Huidig wachtwoord').fill(PASSWORD);
    await dialog().getByRole('button', { name: 'Bevestigen' }).click();
    await expectToken('Nachtelijke koppeling');
  });

  it('keeps what was typed for who would rather not, and asks again', async () => {
    const person = await addUser(run.register, { role: 'VIEWER' });
    await signIn(page, person);
    await page.goto('/account');
    await typeToken('De eerste');
    await expectToken('De eerste');
    await provedLongAgo(person);
    await typeToken('Misschien later');
    await dialog().getByRole('button', { name: 'Annuleren' }).click();
    await page
      .getByText('opnieuw moet laten zien')
      .or(page.getByText('opnieuw laten zien'))
      .first()
      .waitFor();
    expect(await page.getByLabel('Waarvoor is de sleutel?').inputValue()).toBe('Misschien later');
    expect(await page.getByLabel('gegevens vastleggen en wijzigen').isChecked()).toBe(true);
    await page.getByText('Kopieer de sleutel nu').waitFor();
    await press('Sleutel maken');
    await dialog().waitFor();
  });

  it('asks for the code of who has a second factor, also to turn it off', async () => {
    const person = await addUser(run.register, { role: 'VIEWER' });
    await signIn(page, person);
    await page.goto('/account');
    await press('Instellen');
    const secret = (await page.locator('form code').innerText()).replaceAll(' ', '');
    await page.getByLabel('Code uit de app').fill(codeOf(secret, -1));
    await press('Bevestigen');
    await press('Ik heb de codes bewaard');
    await provedLongAgo(person);
    await press('Uitzetten');
    const removal = page.getByRole('dialog', { name: 'Uitzetten' });
    await removal.getByLabel('Huidig wachtwoord').fill(PASSWORD);
    await removal.getByRole('button', { name: 'Uitzetten' }).click();
    await dialog().getByLabel('Code uit de app').fill(codeOf(secret));
    await dialog().getByRole('button', { name: 'Bevestigen' }).click();
    await page.getByText('De tweede factor staat uit.').waitFor();
  });

  it('leads who came through the organisation there again, in a window beside the page', async () => {
    const user = {
      sub: 'prover',
      email: 'prover@provider.example',
      email_verified: true,
      name: 'Bo',
      groups: ['evaluators'],
    };
    provider.expect(user);
    await page.goto('/login');
    await page.getByRole('link', { name: 'Aanmelden via uw organisatie' }).click();
    await page.getByRole('button', { name: /^Account van/ }).waitFor();
    await page.goto('/account');
    await run.register.database.pool.query("update sessions set proved_at = now() - interval '6 minutes'");
    await typeToken('Dashboard');
    provider.expect({ ...user, sub: 'somebody-else', email: 'else@provider.example' });
    await dialog().getByRole('button', { name: 'Aanmelden via uw organisatie' }).click();
    await dialog().getByText('met een ander account van uw organisatie').waitFor();
    provider.expect(user);
    await dialog().getByRole('button', { name: 'Aanmelden via uw organisatie' }).click();
    await expectToken('Dashboard');
  });
});
