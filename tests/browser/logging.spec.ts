import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addUser, type Person } from '../support/actors';
import { axeFaults, openSeat, signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { fillSmallRegister, type SmallRegister } from '../support/browser-register';
import type { Caller } from '../support/register';
import { xlsx } from '../support/workbook';

describe("a coordinator's work in the register", () => {
  let run: BrowserRun;
  let admin: Caller;
  let register: SmallRegister;
  let person: Person;
  let page: Page;

  beforeAll(async () => {
    run = await startBrowserRun();
    admin = await run.register.as('ADMIN');
    register = await fillSmallRegister(admin);
    person = await addUser(run.register, { role: 'COORDINATOR', centreIds: [register.centreId] });
  });
  afterAll(() => run.close());

  beforeEach(async () => {
    const context = await openSeat(run, { width: 1440, language: 'nl', theme: 'light' });
    page = await context.newPage();
    await signIn(page, person);
    return () => context.close();
  });

  /** The shortcut works as soon as the action is there: who may log is known by then. */
  const pressN = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Deelname vastleggen' }).first().waitFor();
    await page.keyboard.press('n');
  };

  it('logs a participation of a new company from the keyboard, and keeps the draft over a reload', async () => {
    await pressN();
    const sheet = page.getByRole('dialog', { name: 'Deelname vastleggen' });
    await sheet.getByLabel('Bedrijf').fill('Zonnewiel Techniek');
    await page.getByRole('option', { name: /Nieuw bedrijf/ }).click();
    await sheet.getByLabel('Plaats').fill('ensch');
    await page.getByRole('option', { name: 'Enschede · Overijssel' }).click();
    await page.reload();
    await pressN();
    await sheet.getByText('Verder waar u gebleven was.').waitFor();
    await sheet.getByRole('radio', { name: /Deelnemer/ }).check();
    await sheet.getByRole('button', { name: 'Opslaan', exact: true }).click();
    // Its name does not tell what it is, and nobody is made a business for that.
    await sheet.getByText('Kies wat voor organisatie het is.').waitFor();
    await sheet.getByRole('combobox', { name: /^Soort organisatie/ }).click();
    await page.getByRole('option', { name: 'Bedrijf' }).click();
    await sheet.getByRole('button', { name: 'Opslaan', exact: true }).click();
    await page.getByText('Zonnewiel Techniek is vastgelegd bij Fieldlab Lassen.').waitFor();
    const { body } = await admin.get('/participations?q=zonnewiel').expect(200);
    expect(body.total).toBe(1);
    expect(body.data[0].level).toBe('PARTICIPANT');
    const company = await admin.get(`/companies/${body.data[0].companyId}`).expect(200);
    expect(company.body).toMatchObject({
      ...{ organisationType: 'BUSINESS', municipality: 'Enschede', province: 'NL-OV' },
    });
  });

  it('does not take the letter n in a field for the shortcut', async () => {
    await page.goto('/companies');
    await page.getByLabel('Zoeken', { exact: true }).pressSequentially('van');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('steps up from the row', async () => {
    await page.goto('/participations?filter=%7B%22q%22%3A%22dijk%22%7D');
    await page.getByRole('button', { name: /Ander niveau.*Van Dijk/ }).click();
    await page.getByRole('menuitem', { name: 'Ander niveau' }).click();
    await page.getByRole('button', { name: 'Niveau wijzigen' }).click();
    await page.getByText('Van Dijk Metaal B.V. is nu partner.').waitFor();
    const { body } = await admin.get(`/participations?companyId=${register.companyId}`).expect(200);
    expect(body.total).toBe(2);
  });

  it('shows what somebody else changed meanwhile, and saves on top of it', async () => {
    await page.goto(`/companies/${register.companyId}`);
    const town = page.getByLabel('Plaats', { exact: true });
    await town.waitFor();
    const { body: seen } = await admin.get(`/companies/${register.companyId}`).expect(200);
    await admin.patch(`/companies/${register.companyId}`, seen.version, { employees: 41 }).expect(200);
    await town.fill('Almelo');
    await page.getByLabel(/Reden/).fill('Verkeerd overgenomen');
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /Intussen gewijzigd/ });
    await dialog.getByText('Almelo').waitFor();
    await dialog.getByRole('button', { name: 'Mijn wijzigingen opslaan' }).click();
    await page.waitForURL(/\/show$/);
    const { body: now } = await admin.get(`/companies/${register.companyId}`).expect(200);
    expect(now).toMatchObject({ municipality: 'Almelo', employees: 41 });
    const { body: past } = await admin.get(`/companies/${register.companyId}/history`).expect(200);
    expect(past.data[0]).toMatchObject({ reason: 'Verkeerd overgenomen' });
  });

  it('says from which day something else holds, and why; before that day it stays what it was', async () => {
    await page.goto(`/companies/${register.companyId}`);
    await page.getByLabel('Plaats', { exact: true }).fill('Zwolle');
    await page.getByLabel('Geldt vanaf').fill('1-3-2021');
    await page.getByLabel(/Reden/).fill('Verhuisd');
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
    await page.waitForURL(/\/show$/);
    const periods = await admin.get(`/companies/${register.companyId}/profiles`).expect(200);
    expect(periods.body.data[0]).toMatchObject({ validFrom: '2021-03-01', municipality: 'Zwolle' });
    expect(periods.body.data[1]).toMatchObject({ validTo: '2021-03-01', municipality: 'Almelo' });
    const { body } = await admin.get(`/companies/${register.companyId}/history`).expect(200);
    expect(body.data[0]).toMatchObject({ reason: 'Verhuisd' });
  });

  it('loses nothing when the connection goes while saving', async () => {
    await page.goto(`/companies/${register.companyId}`);
    await page.getByLabel('Website').fill('vandijk.example');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
    await page.getByText(/Geen verbinding met de server/).waitFor();
    expect(await page.getByLabel('Website').inputValue()).toBe('vandijk.example');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
    await page.waitForURL(/\/show$/);
  });

  it('answers a round in one click, and says why it changes what was accepted', async () => {
    const round = await admin.post('/rounds', { period: '2020-Q2', dueOn: '2020-07-15' }).expect(201);
    const { id } = round.body as { id: string };
    await page.goto(`/rounds/${id}`);
    const van = page.getByRole('checkbox', { name: 'Van Dijk Metaal B.V.' });
    await van.uncheck();
    await page.getByRole('button', { name: 'Indienen' }).click();
    await page.getByText('Vul de laatste dag in.', { exact: true }).waitFor();
    await van.check();
    await page.getByRole('button', { name: 'Niets veranderd: alles bevestigen' }).click();
    await page.getByText(/Het wacht op de beheerder/).waitFor();
    await admin.post(`/rounds/${id}/centres/${register.centreId}/accept`).expect(200);

    await page.goto(`/participations/${register.participationId}`);
    await page.getByLabel('Sinds').fill('1-5-2020');
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Dit is al vastgesteld' });
    await dialog.getByText('over het 2e kwartaal 2020').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByLabel('Waarom wijzigt u dit?').fill('Begon een jaar later');
    await dialog.getByRole('button', { name: 'Toch wijzigen' }).click();
    await page.waitForURL(/\/show$/);
    const { body } = await admin.get(`/participations/${register.participationId}/history`).expect(200);
    expect(body.data[0]).toMatchObject({ reason: 'Begon een jaar later' });
  });

  it('imports into a quarter that was accepted, once it says why', async () => {
    const workbook = xlsx({
      companies: [
        ['ref', 'kvk_number', 'name'],
        ['c', '87654321', 'Nagekomen BV'],
      ],
      participations: [
        ['company_ref', 'centre_code', 'level', 'started_on'],
        ['c', 'FL-1', 'PARTICIPANT', '2020-05-01'],
      ],
    });
    await page.goto('/imports');
    await page.locator('input[type=file]').setInputFiles({
      name: 'nagekomen.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(workbook),
    });
    await page.getByLabel('Waarom wijzigt u dit?').fill('Te laat gemeld');
    await page.getByRole('button', { name: 'Opnieuw controleren' }).click();
    await page.getByRole('button', { name: 'Importeren', exact: true }).click();
    await page.getByText('Geïmporteerd').waitFor();
    const { body } = await admin.get('/companies?q=Nagekomen').expect(200);
    expect(body.total).toBe(1);
  });
});
