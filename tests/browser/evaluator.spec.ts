import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '@api/platform/config/project-root';
import { loadDemonstration } from '@api/startup/demonstration';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { axeFaults, openSeat, settled, signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';

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

it.each(READERS)(
  'an evaluator walks from a headline to a firm behind it: $language, $width wide',
  async (seat) => {
    const reader = await Reader.sitsDown(run, seat);
    const { page } = reader;
    await signIn(page, await addUser(run.register, { role: 'EVALUATOR' }));
    await reader.fill(['Peildatum', 'As of'], '1-5-2021');
    await reader.press('link', ['683 bedrijven namen deel', '683 companies took part']);
    await reader.sees(['683 geteld', '683 counted']);
    expect(await reader.faults()).toEqual([]);

    await reader.press('link', ['Terug naar het cijfer', 'Back to the figure']);
    await reader.choose(['per', 'by'], ['provincie', 'province']);
    await reader.press('link', [
      'Toon de gegevens achter Overijssel: 55',
      'Show the records behind Overijssel: 55',
    ]);
    await reader.sees([
      'Overijssel · 55 geteld · peildatum 1 mei 2021',
      'Overijssel · 55 counted · as of 1 May 2021',
    ]);

    const firm = page.locator('main li').getByRole('link').first();
    const name = await firm.innerText();
    await reader.take(firm);
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await reader.sees(['Provincie', 'Province'], ['Overijssel', 'Overijssel']);
    expect(await reader.faults()).toEqual([]);
    await page.goBack();
    await reader.sees(['55 geteld', '55 counted']);
    await reader.leaves();
  },
);

it('behind a sum stand its value, its fieldlab and how many records were added up', async () => {
  const page = await evaluatorAt('Som de Vries', '/figures?indicator=people_trained&scope=centre:FL-01');
  const door = page.getByRole('link', { name: 'Toon de gegevens achter Trainingsdeelnames' });
  const value = await door.innerText();
  await door.click();
  await page.getByText(/gegevens? achter dit cijfer/).waitFor();
  const counted = await page.locator('main header').getByRole('status').innerText();
  const records = await page.locator('main li:not(li li)').count();
  expect(Number(value)).toBeGreaterThan(records);
  expect(counted).toContain(`Technologies Added · ${value} · ${records} gegevens achter dit cijfer`);
  await page.context().close();
});

const TITLE = 'Brief aan het parlement';
let approver: Page;

it('a letter for 1 May 2021 is made, approved by another, published, compared and found back', async () => {
  const author = await evaluatorAt('Eva Schrijver', '/reports/create');
  await author.getByLabel('Brief aan het parlement').check();
  await author.getByLabel('Peildatum').fill('1-5-2021');
  await author.getByRole('button', { name: 'Rapport maken' }).click();
  await author.getByRole('heading', { level: 1, name: 'Brief aan het parlement' }).waitFor();
  await settled(author);
  expect(await author.locator('main').innerText()).toContain(
    'Van de 832 bereikte bedrijven namen er 683 deel',
  );
  await confirm(author, 'Indienen');
  await author.getByText('Ingediend door Eva Schrijver').waitFor();
  expect(await author.getByRole('button', { name: 'Goedkeuren' }).count()).toBe(0);

  approver = await evaluatorAt('Bo de Boer', new URL(author.url()).pathname);
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

  await approver.goto('/figures?indicator=companies_participated&asOf=2021-05-01&by=province');
  const download = approver.waitForEvent('download');
  await approver.getByRole('button', { name: 'Afbeelding' }).click();
  const picture = await readFile(await (await download).path());
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.readUInt32BE(16)).toBe(1920);

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

/** Somebody with one participation, so that the figures follow when it turns out to have begun later. */
async function aParticipant(): Promise<{ id: string; centreId: string }> {
  const admin = await run.register.as('ADMIN');
  const members = await admin.get('/figures/companies_participating/members?asOf=2021-05-01&perPage=100');
  for (const { id } of (members.body as { data: { id: string }[] }).data) {
    const { body } = await admin.get(`/participations?companyId=${id}`).expect(200);
    const { data } = body as { data: { id: string; centreId: string }[] };
    if (data.length === 1 && data[0]) return data[0];
  }
  throw new Error('No company takes part once.');
}

async function correct({ id, centreId }: { id: string; centreId: string }): Promise<void> {
  const page = await openPage();
  const person = { role: 'COORDINATOR', name: 'Co Veen', centreIds: [centreId] } as const;
  await signIn(page, await addUser(run.register, person));
  await page.goto(`/participations/${id}`);
  await page.getByLabel('Sinds').fill('2-5-2021');
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await page.waitForURL(/\/show$/);
}

/** What `npm run verify` ends with. */
async function verify(text: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-edition-'));
  const file = join(folder, 'edition.json');
  await writeFile(file, text);
  const status = await new Promise<number>((resolve) => {
    execFile('npm', ['run', 'verify', '--', file], { cwd: projectRoot() }, (error) =>
      resolve(error ? Number(error.code) : 0),
    );
  });
  await rm(folder, { recursive: true });
  return status;
}

it('a correction leaves the edition as it was, and the next one says which figures changed and why', async () => {
  await approver.goto('/reports');
  await approver.getByRole('link', { name: TITLE }).first().click();
  await approver.getByRole('button', { name: 'Zegel van editie 1 kopiëren' }).waitFor();
  const path = new URL(approver.url()).pathname;
  const download = async (edition: number): Promise<string> =>
    (await approver.request.get(`/api/v1${path}/editions/${edition}.json`)).text();
  const first = await download(1);
  await correct(await aParticipant());

  await approver.getByRole('button', { name: 'Nieuwe editie beginnen' }).click();
  await approver.getByLabel('Reden van de nieuwe editie').fill('Een deelname begon later');
  await approver.getByRole('dialog').getByRole('button', { name: 'Nieuwe editie beginnen' }).click();
  await confirm(approver, 'Indienen');
  const second = await evaluatorAt('An de Vries', path);
  await confirm(second, 'Goedkeuren');
  await confirm(second, 'Publiceren');
  await second.getByRole('button', { name: 'Wat veranderde er in editie 2?' }).click();
  // The report's own text names 682 too, so it is the reason that says the differences are there.
  await second.locator('main').getByText('gecorrigeerd').first().waitFor();
  expect(await second.locator('main').innerText()).toContain('682');
  expect(await axeFaults(second)).toEqual([]);
  expect(await download(1)).toBe(first);

  const reader = await openPage();
  await reader.goto(`/public${path}/editions/1`);
  await reader.getByText('683').first().waitFor();
  await reader.getByRole('link', { name: 'editie 2' }).click();
  await reader.getByText('Een deelname begon later').waitFor();

  const newest = await download(2);
  expect([await verify(newest), await verify(newest.replace('682', '683'))]).toEqual([0, 1]);
}, 120_000);
