import { loadDemonstration } from '@api/startup/demonstration';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { axeFaults, openSeat, settled, signIn, startBrowserRun, type BrowserRun } from '../support/browser';

let run: BrowserRun;
beforeAll(async () => {
  run = await startBrowserRun();
  await loadDemonstration(run.register.app);
});
afterAll(() => run.close());

const openPage = async (): Promise<Page> =>
  (await openSeat(run, { width: 1440, language: 'nl', theme: 'light' })).newPage();

async function evaluatorAt(name: string, path: string): Promise<Page> {
  const page = await openPage();
  await signIn(page, await addUser(run.register, { role: 'EVALUATOR', name }));
  await page.goto(path);
  return page;
}

/** Presses a button, and in what it asks the button of the same name. */
async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

it('a letter for 1 May 2021 is made, approved by another, published, compared and found back', async () => {
  const author = await evaluatorAt('Eva Schrijver', '/reports/create');
  await author.getByLabel('Brief aan het parlement').check();
  await author.getByLabel('Peildatum').fill('1-5-2021');
  await author.getByRole('button', { name: 'Rapport maken' }).click();
  await author.getByRole('heading', { level: 1, name: 'Brief aan het parlement' }).waitFor();
  await settled(author);
  expect(await author.locator('main').innerText()).toContain('683 bedrijven hebben deelgenomen');
  await confirm(author, 'Indienen');
  await author.getByText('Ingediend door Eva Schrijver').waitFor();
  expect(await author.getByRole('button', { name: 'Goedkeuren' }).count()).toBe(0);

  const approver = await evaluatorAt('Bo de Boer', new URL(author.url()).pathname);
  await confirm(approver, 'Goedkeuren');
  await confirm(approver, 'Publiceren');
  await approver.getByRole('button', { name: 'Zegel van editie 1 kopiëren' }).waitFor();
  await settled(approver);
  expect(await axeFaults(approver)).toEqual([]);

  await approver.goto(
    '/compare?left=companies_reached&left.asOf=2021-05-01&right=companies_participating&right.asOf=2021-05-01',
  );
  await approver.getByRole('link', { name: 'alleen bereikt, geen deelname: −149' }).click();
  await approver.getByRole('dialog').getByText('149 gegevens, samen −149').waitFor();
  await approver.getByRole('dialog').getByRole('listitem').nth(24).waitFor();
  expect(await axeFaults(approver)).toEqual([]);

  const reader = await openPage();
  await reader.goto('/public');
  await reader.getByRole('link', { name: 'Brief aan het parlement' }).click();
  await reader.getByRole('link', { name: 'Brief aan het parlement als CSV' }).waitFor();
  expect(await axeFaults(reader)).toEqual([]);
  await reader.goto('/public/check');
  await reader.getByLabel('Tekst met getallen').fill('Ruim 680 bedrijven, 370 miljoen euro en 91 schepen.');
  await reader.getByRole('button', { name: 'Zoek de herkomst' }).click();
  await reader.getByText('Niet door ons gepubliceerd.').waitFor();
  const answers = await reader.getByRole('listitem').allInnerTexts();
  expect(answers[0]).toContain('683 afgerond: Bedrijven die deelnamen');
  expect(answers[1]).toContain('Gerealiseerde investeringen');
  expect(await axeFaults(reader)).toEqual([]);
}, 120_000);
