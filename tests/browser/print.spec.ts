import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { openSeat, settled, signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { fillSmallRegister, publishEdition, type SmallRegister } from '../support/browser-register';

/** What A4 leaves between its margins, at 96 pixels to the inch. */
const PAPER = { width: 703, height: 1016 };

let run: BrowserRun;
let register: SmallRegister;
let edition: string;
beforeAll(async () => {
  run = await startBrowserRun();
  const admin = await run.register.as('ADMIN');
  register = await fillSmallRegister(admin);
  edition = await publishEdition(admin, await run.register.as('EVALUATOR'));
});
afterAll(() => run.close());

/** A page in the dark theme, as it comes on paper. */
async function onPaper(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  await settled(page);
  expect(await look(page)).toMatchObject({ paper: 'rgb(15, 23, 32)' });
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.getByText('Afgedrukt op').waitFor();
}

const look = (page: Page): Promise<{ paper: string; ink: string }> =>
  page.evaluate(() => ({
    paper: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.querySelector('main h1') ?? document.body).color,
  }));

/** What is cut off at the right edge, or is scrolled in a box of its own. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((part) => {
        const { width, right, bottom } = part.getBoundingClientRect();
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(part).overflowX);
        return width > 1 && bottom > 0 && (right > innerWidth + 1 || scrolls);
      })
      .map((part) => part.outerHTML.slice(0, 120)),
  );

/** What one would press or type in. */
const controls = (page: Page): Promise<string[]> =>
  page
    .locator('main')
    .locator('.MuiButton-root, .MuiIconButton-root, input')
    .filter({ visible: true })
    .allInnerTexts();

it('comes on paper as ink on white, whatever theme is chosen', async () => {
  const context = await openSeat(run, { width: 1440, language: 'nl', theme: 'dark' });
  const page = await context.newPage();
  await signIn(page, await addUser(run.register, { role: 'ADMIN' }));
  const paths = [
    '/',
    '/companies',
    '/participations',
    `/companies/${register.companyId}/show`,
    `/centres/${register.centreId}/show`,
    '/figures?indicator=companies_participated&by=province',
    '/targets',
    `/rounds/${register.roundId}`,
    `/reports/${register.reportId}`,
    edition,
  ];
  for (const path of paths) {
    await onPaper(page, path);
    expect(await look(page), path).toEqual({ paper: 'rgb(255, 255, 255)', ink: 'rgb(20, 33, 61)' });
    expect(await page.getByRole('navigation').filter({ visible: true }).count(), path).toBe(0);
    expect(await controls(page), path).toEqual([]);
    expect(await cutOff(page), path).toEqual([]);
    await page.getByText(new URL(page.url()).pathname).first().waitFor();
  }
  await context.close();
}, 120_000);

it('has a table on paper where a phone has cards, with the heads of its columns on every sheet', async () => {
  const context = await openSeat(run, { width: 1440, language: 'nl', theme: 'light' });
  const page = await context.newPage();
  await signIn(page, await addUser(run.register, { role: 'ADMIN' }));
  await page.goto('/companies');
  await settled(page);
  await page.setViewportSize(PAPER);
  await page.getByRole('columnheader').first().waitFor({ state: 'detached' });
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('columnheader', { name: 'Plaats' }).waitFor();
  const head = page.locator('main thead');
  expect(await head.evaluate((part) => getComputedStyle(part).display)).toBe('table-header-group');
  const row = page.locator('main tbody tr').first();
  expect(await row.evaluate((part) => getComputedStyle(part).breakInside)).toBe('avoid');
  await context.close();
});
