import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { axeFaults, openSeat, overflow, settled, signIn, startBrowserRun, visit } from '../support/browser';
import type { BrowserRun, Seat } from '../support/browser';
import { fillSmallRegister, type SmallRegister } from '../support/browser-register';
import type { Caller } from '../support/register';

const WIDE: Seat = { width: 1440, language: 'nl', theme: 'light' };
const NARROW: Seat = { width: 390, language: 'en', theme: 'dark' };

let run: BrowserRun;
let admin: Caller;
let register: SmallRegister;
beforeAll(async () => {
  run = await startBrowserRun();
  admin = await run.register.as('ADMIN');
  register = await fillSmallRegister(admin);
});
afterAll(() => run.close());

async function arrives(seat: Seat): Promise<Page> {
  const page = await (await openSeat(run, seat)).newPage();
  const person = { role: 'COORDINATOR', centreIds: [register.centreId], language: seat.language } as const;
  await signIn(page, await addUser(run.register, person));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  return page;
}

const faultsOf = async (page: Page): Promise<unknown[]> => [...(await axeFaults(page)), await overflow(page)];

describe('the bell', () => {
  it.each([
    [WIDE, 'Voor u', 'Nieuw', 'nieuw', 'kwartaal'],
    [NARROW, 'For you', 'New', 'new', 'answer'],
  ])('says what waits, leads there and forgets it (%j)', async (seat, title, unread, fresh, word) => {
    const page = await arrives(seat);
    const bell = (count: number) => page.getByRole('button', { name: `${title}: ${count} ${fresh}` });
    await bell(1).click();
    const panel = page.getByRole('dialog', { name: title });
    const item = panel.getByRole('link', { name: new RegExp(`^${unread}: .*${word}`) });
    await item.waitFor();
    expect(await faultsOf(page)).toEqual([0]);
    await item.click();
    await page.waitForURL(/\/rounds\//);
    await bell(0).click();
    await panel.getByRole('link', { name: new RegExp(`^(?!${unread}).*${word}`) }).waitFor();
    await page.context().close();
  });
});

describe('how one is told', () => {
  it('is chosen on the account page, and the address of the calendar is shown once', async () => {
    const page = await arrives(WIDE);
    await visit(page, '/account');
    await page.getByRole('combobox', { name: 'Meldingen per e-mail' }).click();
    await page.getByRole('option', { name: 'elke ochtend om 7 uur' }).click();
    await page.getByText('Uw keuze is opgeslagen.').waitFor();
    await page.getByRole('button', { name: 'Adres maken', exact: true }).click();
    const address = await page.locator('code', { hasText: '/calendars/' }).textContent();
    expect((await fetch(new URL(new URL(address ?? '').pathname, run.register.url))).status).toBe(200);
    expect(await faultsOf(page)).toEqual([0]);
    await page.getByRole('button', { name: 'Adres intrekken' }).click();
    await page.getByText('Het adres werkt niet meer.').waitFor();
    expect((await fetch(new URL(new URL(address ?? '').pathname, run.register.url))).status).toBe(404);
    await page.reload();
    await page.getByRole('combobox', { name: 'Meldingen per e-mail' }).getByText('elke ochtend').waitFor();
    await page.context().close();
  });
});
