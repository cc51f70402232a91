import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser, PASSWORD, type Person } from '../support/actors';
import { axeFaults, openSeat, overflow, settled, signIn, startBrowserRun } from '../support/browser';
import type { BrowserRun, Seat } from '../support/browser';
import { fillSmallRegister } from '../support/browser-register';
import { aCentre, aCompany, aParticipation } from '../support/made';

const WIDE: Seat = { width: 1440, language: 'nl', theme: 'light' };
const NARROW: Seat = { width: 390, language: 'en', theme: 'dark' };

let run: BrowserRun;
/** Where nobody sees what happens at the first centre. */
let elsewhere: string;
beforeAll(async () => {
  run = await startBrowserRun();
  const admin = await run.register.as('ADMIN');
  await fillSmallRegister(admin);
  const centre = await aCentre(admin, { name: 'Fieldlab Frezen', code: 'FL-FREES' });
  const company = await aCompany(admin, { name: 'Blijver B.V.' });
  await aParticipation(admin, company.id, centre.id, { level: 'PARTICIPANT' });
  elsewhere = centre.id;
});
afterAll(() => run.close());

async function arrives(seat: Seat, person: Person): Promise<Page> {
  const page = await (await openSeat(run, seat)).newPage();
  await signIn(page, person);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
const faultsOf = async (page: Page): Promise<unknown[]> => [...(await axeFaults(page)), await overflow(page)];
const filterOf = (page: Page): unknown => JSON.parse(new URL(page.url()).searchParams.get('filter') ?? '{}');

describe('a saved view', () => {
  it('is shared, opened by a colleague who sees less, and where their role comes in unless they choose', async () => {
    const ofAdmin = await addUser(run.register, { role: 'ADMIN', name: 'Anna Beheer' });
    const coordinator = await addUser(run.register, {
      ...({ role: 'COORDINATOR', name: 'Bob Smit', language: 'en' } as const),
      centreIds: [elsewhere],
    });
    const admin = await arrives(WIDE, ofAdmin);
    await admin.goto(`/participations?filter=${encodeURIComponent('{"level":"PARTICIPANT"}')}`);
    await admin.getByRole('button', { name: 'Weergaven' }).click();
    const panel = admin.getByRole('dialog', { name: 'Weergaven' });
    await panel.getByLabel('Naam van de weergave').fill('Actieve deelnames');
    await panel.getByLabel('Delen met collega’s').check();
    await panel.getByRole('button', { name: 'Deze weergave bewaren' }).click();
    await admin.getByText('Weergave Actieve deelnames is bewaard.').waitFor();
    await admin.getByRole('button', { name: 'Weergaven' }).click();
    await panel.getByRole('button', { name: 'Meer over weergave Actieve deelnames' }).click();
    await panel.getByRole('checkbox', { name: 'Coördinator' }).click();
    await panel.getByText('startpagina van coördinator').waitFor();
    expect(await faultsOf(admin)).toEqual([0]);
    await panel.getByRole('link', { name: 'Actieve deelnames' }).click();
    await admin.getByRole('button', { name: 'Weergaven: Actieve deelnames' }).waitFor();
    for (const name of [/Van Dijk Metaal/, /Blijver/])
      await admin.getByRole('link', { name }).first().waitFor();

    const reader = await arrives(NARROW, coordinator);
    await reader.waitForURL(/\/participations\?/);
    expect(filterOf(reader)).toEqual({ level: 'PARTICIPANT' });
    await reader.getByRole('button', { name: 'Views: Actieve deelnames' }).click();
    const views = reader.getByRole('dialog', { name: 'Views' });
    await views.getByText('Anna Beheer · start page of coordinator').waitFor();
    await reader
      .getByText(/Blijver/)
      .first()
      .waitFor();
    expect(await reader.getByText(/Van Dijk Metaal/).count()).toBe(0);
    await views.getByRole('button', { name: 'More about view Actieve deelnames' }).click();
    expect(await views.getByRole('button', { name: 'Delete' }).count()).toBe(0);
    expect(await faultsOf(reader)).toEqual([0]);
    await reader.keyboard.press('Escape');

    await reader.goto('/account');
    await reader.getByRole('combobox', { name: /^Start page/ }).click();
    await reader.getByRole('option', { name: 'Overview', exact: true }).click();
    await reader.getByText('Your start page was changed.').waitFor();
    await signIn(reader, coordinator);
    await settled(reader);
    expect(new URL(reader.url()).pathname).toBe('/');
    await admin.context().close();
    await reader.context().close();
  });

  it('of the overview keeps its dates, and is where one comes in oneself', async () => {
    const person = await addUser(run.register, { role: 'VIEWER' });
    const page = await arrives(WIDE, person);
    await page.goto('/?asOf=2021-05-01&compare=quarter');
    await page.getByRole('button', { name: 'Weergaven' }).click();
    const panel = page.getByRole('dialog', { name: 'Weergaven' });
    await panel.getByLabel('Naam van de weergave').fill('Op 1 mei 2021');
    await panel.getByRole('button', { name: 'Deze weergave bewaren' }).click();
    await page.getByText('Weergave Op 1 mei 2021 is bewaard.').waitFor();
    await page.getByRole('button', { name: 'Weergaven' }).click();
    await panel.getByRole('button', { name: 'Meer over weergave Op 1 mei 2021' }).click();
    await panel.getByRole('button', { name: 'Mijn startpagina maken' }).click();
    await panel.getByText('uw startpagina', { exact: true }).waitFor();
    await signIn(page, person);
    await page.waitForURL(/asOf=2021-05-01/);
    await page.context().close();
  });

  it('is not in the way of a page that somebody wanted before they signed in', async () => {
    const person = await addUser(run.register, { role: 'COORDINATOR', centreIds: [elsewhere] });
    const page = await (await openSeat(run, WIDE)).newPage();
    await page.goto('/companies?filter=%7B%22q%22%3A%22Blijver%22%7D');
    await page.locator('input[name=email]').fill(person.email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('button[type=submit]').click();
    await page.waitForURL(/\/companies\?/);
    expect(filterOf(page)).toEqual({ q: 'Blijver' });
    await page.context().close();
  });

  it('that only this browser knew is carried over once, and then found elsewhere', async () => {
    const person = await addUser(run.register, { role: 'EVALUATOR' });
    const page = await arrives(WIDE, person);
    await page.evaluate(() => {
      const view = { name: 'Van vroeger', filter: { q: 'Van Dijk' }, sort: { field: 'name', order: 'DESC' } };
      localStorage.setItem('RaStorefieldlab..companies.views', JSON.stringify([view]));
    });
    await page.goto('/companies');
    await page.getByRole('button', { name: 'Weergaven' }).click();
    await page.getByRole('link', { name: 'Van vroeger' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('RaStorefieldlab..companies.views')))
      .toBeNull();
    const other = await arrives(NARROW, person);
    await other.goto('/companies');
    await other.getByRole('button', { name: 'Views' }).click();
    await other.getByRole('link', { name: 'Van vroeger' }).click();
    await other.waitForURL(/order=DESC/);
    expect(filterOf(other)).toEqual({ q: 'Van Dijk' });
    await page.context().close();
    await other.context().close();
  });
});
