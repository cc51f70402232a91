import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { axeFaults, openSeat, settled, signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { aCompany, type Made } from '../support/made';
import type { Caller } from '../support/register';
import type { Page } from 'playwright-core';

/** A list is walked through and changed by the keyboard, cell by cell, by who may write. */
describe('cells of a list', () => {
  let run: BrowserRun;
  let admin: Caller;
  let page: Page;
  const companies: Made[] = [];
  beforeAll(async () => {
    run = await startBrowserRun();
    admin = await run.register.as('ADMIN');
    for (const name of ['Cel A', 'Cel B', 'Cel C'])
      companies.push(await aCompany(admin, { name, municipality: 'Enschede', employees: 10 }));
    page = await (await openSeat(run, { width: 1440, language: 'en', theme: 'light' })).newPage();
    await signIn(page, await addUser(run.register, { role: 'COORDINATOR' }));
    await opens(page);
  });
  afterAll(() => run.close());

  const opens = async (on: Page): Promise<void> => {
    await on.goto('/companies?filter={}');
    await on.getByRole('link', { name: 'Cel A' }).waitFor();
    await settled(on);
  };
  const now = async (index: number): Promise<Made> =>
    (await admin.get(`/companies/${companies[index]?.id ?? ''}`)).body as Made;
  const cell = (row: number, column: string) =>
    page.locator(`tbody tr:nth-child(${row + 1}) td.column-${column}`);
  const isFocused = (row: number, column: string): Promise<boolean> =>
    cell(row, column).evaluate((td) => td === document.activeElement);
  const keys = async (...all: string[]): Promise<void> => {
    for (const key of all) await page.keyboard.press(key);
  };
  const saved = (): Promise<void> => page.locator('[data-cell-editor]').waitFor({ state: 'detached' });

  it('are a grid with one cell that the tab key finds, and links that work as before', async () => {
    const grid = page.getByRole('grid', { name: 'Companies' });
    await grid.waitFor();
    expect(await grid.locator('td[tabindex="0"]').count()).toBe(1);
    expect(await cell(0, 'centreCount').getAttribute('aria-readonly')).toBe('true');
    await cell(0, 'name').focus();
    expect(await axeFaults(page)).toEqual([]);
    await keys('ArrowDown', 'ArrowRight', 'ArrowRight');
    expect(await isFocused(1, 'municipality')).toBe(true);
    await keys('ArrowUp', 'End', 'Home');
    expect(await isFocused(0, 'municipality')).toBe(false);
  });

  it('are changed: Enter saves and goes down, Tab goes right, Escape puts back', async () => {
    await cell(0, 'municipality').focus();
    await page.keyboard.type('Hengelo');
    expect(await axeFaults(page)).toEqual([]);
    await keys('Enter');
    await saved();
    expect(await isFocused(1, 'municipality')).toBe(true);
    expect(await now(0)).toMatchObject({ municipality: 'Hengelo', version: 2 });
    await cell(0, 'municipality').getByText('Hengelo').waitFor();
    await keys('F2', 'Control+A', 'X', 'Escape');
    await saved();
    expect(await isFocused(1, 'municipality')).toBe(true);
    expect(await now(1)).toMatchObject({ municipality: 'Enschede', version: 1 });
    await cell(1, 'sizeClass').focus();
    await keys('Enter');
    await page.getByRole('combobox', { name: 'Size class: Cel B' }).selectOption('LARGE');
    await keys('Tab');
    await saved();
    expect(await isFocused(1, 'employees')).toBe(true);
    expect(await now(1)).toMatchObject({ sizeClass: 'LARGE', version: 2 });
  });

  it('say what is wrong at the cell, and keep what was typed', async () => {
    await cell(2, 'employees').focus();
    await page.keyboard.type('many');
    await keys('Enter');
    const box = page.getByRole('textbox', { name: 'Employees: Cel C' });
    await page.getByRole('alert').getByText('This is no number').waitFor();
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    expect(await axeFaults(page)).toEqual([]);
    await keys('Control+A');
    await page.keyboard.type('1,200');
    await keys('Enter');
    await saved();
    expect(await now(2)).toMatchObject({ employees: 1200 });
    await cell(2, 'kvkNumber').focus();
    await page.keyboard.type('12');
    await keys('Enter');
    await page.getByRole('alert').first().waitFor();
    await keys('Escape');
    await saved();
    expect(await now(2)).toMatchObject({ kvkNumber: null });
  });

  it('are not saved over what somebody else made of them, unless one has seen it', async () => {
    await opens(page);
    await cell(0, 'municipality').focus();
    await keys('F2');
    await admin.patch(`/companies/${companies[0]?.id ?? ''}`, 2, { municipality: 'Almelo' }).expect(200);
    await keys('Control+A');
    await page.keyboard.type('Borne');
    await keys('Enter');
    await page.getByRole('alert').getByText('Almelo').waitFor();
    expect(await now(0)).toMatchObject({ municipality: 'Almelo', version: 3 });
    await keys('Enter');
    await saved();
    expect(await now(0)).toMatchObject({ municipality: 'Borne', version: 4 });
  });

  it('are put back, the last first, by Ctrl+Z or the notice, unless somebody changed them since', async () => {
    await opens(page);
    const begun = await now(2);
    await cell(2, 'municipality').focus();
    await page.keyboard.type('Wierden');
    await keys('Tab');
    await saved();
    await cell(2, 'municipality').focus();
    await keys('F2', 'Control+A');
    await page.keyboard.type('Rijssen');
    await keys('Tab');
    await saved();
    await page.getByText('Changed: Town of Cel C.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await keys('Control+z');
    await cell(2, 'municipality').getByText('Wierden').waitFor();
    await page.getByText('Changed: Town of Cel C.').waitFor({ state: 'detached' });
    await keys('Control+z');
    await cell(2, 'municipality').getByText('Enschede').waitFor();
    expect(await now(2)).toMatchObject({ municipality: 'Enschede', version: begun.version + 4 });
    await cell(2, 'municipality').focus();
    await page.keyboard.type('Ommen');
    await keys('Tab');
    await saved();
    const { version } = await now(2);
    await admin
      .patch(`/companies/${companies[2]?.id ?? ''}`, version, { municipality: 'Raalte' })
      .expect(200);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(/^Not put back\./).waitFor();
    expect(await now(2)).toMatchObject({ municipality: 'Raalte' });
  });

  it('are an ordinary table for who may only read', async () => {
    const seat = await openSeat(run, { width: 1440, language: 'nl', theme: 'dark' });
    const other = await seat.newPage();
    await signIn(other, await addUser(run.register, { role: 'EVALUATOR' }));
    await opens(other);
    expect(await other.getByRole('grid').count()).toBe(0);
    expect(await other.locator('td[tabindex]').count()).toBe(0);
    await seat.close();
  });
});
