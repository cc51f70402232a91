import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser, type Person } from '../support/actors';
import { openSeat, signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { fillSmallRegister, type SmallRegister } from '../support/browser-register';
import { aCompany, aParticipation } from '../support/made';
import type { Caller } from '../support/register';

describe('the lists and forms of the register', () => {
  let run: BrowserRun;
  let admin: Caller;
  let register: SmallRegister;
  let page: Page;
  let person: Person;

  beforeAll(async () => {
    run = await startBrowserRun();
    admin = await run.register.as('ADMIN');
    register = await fillSmallRegister(admin);
    const context = await openSeat(run, { width: 1440, language: 'nl', theme: 'light' });
    page = await context.newPage();
    person = await addUser(run.register, { role: 'ADMIN' });
    await signIn(page, person);
  });
  afterAll(() => run.close());

  const filterInAddress = (): unknown => JSON.parse(new URL(page.url()).searchParams.get('filter') ?? '{}');

  it('refuses a date that is none in a form, and the form names the field', async () => {
    await page.goto(`/participations/${register.participationId}`);
    await page.getByLabel('Sinds').fill('30 februari 2020');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByRole('alert').getByRole('button', { name: 'Sinds' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('startedOn');
    const { body } = await admin.get(`/participations/${register.participationId}`).expect(200);
    expect(body.version).toBe(1);
  });

  it('is filtered by a date that is typed as people type dates', async () => {
    await page.goto('/participations');
    const from = page.getByLabel('Sinds vanaf');
    await from.fill('1 maart 2019');
    await from.blur();
    await page.waitForURL(/startedOnFrom/);
    expect(await from.inputValue()).toBe('1-3-2019');
    expect(filterInAddress()).toEqual({ startedOnFrom: '2019-03-01' });
  });

  describe('chosen rows', () => {
    const choose = async (...names: string[]): Promise<void> => {
      for (const name of names) {
        await page.getByRole('checkbox', { name: `Kies ${name}` }).focus();
        await page.keyboard.press('Space');
      }
    };
    const reasonsOf = async (path: string): Promise<unknown[]> => {
      const { body } = await admin.get(`${path}/history`).expect(200);
      return (body as { data: { reason: string | null }[] }).data.map(({ reason }) => reason);
    };

    it('are deleted for a reason; which did not go and why is said, and the others are brought back', async () => {
      const { id } = await aCompany(admin, { name: 'Wegwerp B.V.' });
      await page.goto('/companies?filter={}');
      await choose('Van Dijk Metaal B.V.', 'Wegwerp B.V.');
      await page.getByRole('button', { name: 'Verwijderen' }).click();
      await page.getByLabel('Reden').fill('Dubbel');
      await page.getByRole('dialog').getByRole('button', { name: 'Verwijderen' }).click();
      const told = page.getByRole('dialog', { name: 'Niet alles is gelukt' });
      await told.getByText(/Van Dijk Metaal B\.V\.: Hiernaar verwijzen nog: .*1 deelname/).waitFor();
      await told.getByText('1 rij verwijderd').waitFor();
      expect(await reasonsOf(`/companies/${id}`)).toEqual(['Dubbel', null]);
      await told.getByRole('button', { name: 'Ongedaan maken' }).click();
      await page.getByText('1 rij teruggedraaid').waitFor();
      expect(await reasonsOf(`/companies/${id}`)).toEqual(['Ongedaan gemaakt', 'Dubbel', null]);
    });

    it('of participations are ended on one day, and the notice takes that back', async () => {
      const { id: companyId } = await aCompany(admin, { name: 'Blijver B.V.' });
      const { id } = await aParticipation(admin, companyId, register.centreId);
      const lastDays = async (): Promise<unknown[]> => {
        const { body } = await admin.get(`/participations?id=${id}&id=${register.participationId}`);
        return (body as { data: { lastDay: string | null }[] }).data.map(({ lastDay }) => lastDay);
      };
      await page.goto('/participations?filter={}');
      await choose('Van Dijk Metaal B.V. · Fieldlab Lassen', 'Blijver B.V. · Fieldlab Lassen');
      await page.getByRole('button', { name: 'Beëindigen', exact: true }).click();
      await page.getByRole('dialog').getByLabel('Laatste dag').fill('31-12-2020');
      await page.getByRole('dialog').getByRole('button', { name: 'Beëindigen' }).click();
      await page.getByText('2 deelnames beëindigd').waitFor();
      expect(await lastDays()).toEqual(['2020-12-31', '2020-12-31']);
      await page.getByRole('button', { name: 'Ongedaan maken' }).click();
      await page.getByText('2 rijen teruggedraaid').waitFor();
      expect(await lastDays()).toEqual([null, null]);
    });
  });

  it('is kept as a view: filters, order and columns come back under its name', async () => {
    const toggle = async (...names: string[]): Promise<void> => {
      await page.getByRole('button', { name: 'Kolommen' }).click();
      for (const name of names) await page.getByRole('switch', { name }).click();
      await page.keyboard.press('Escape');
    };
    const heads = (): Promise<string[]> => page.locator('thead th').allInnerTexts();
    await page.goto(`/companies?filter=${encodeURIComponent('{"province":"NL-OV"}')}`);
    await toggle('Postcode', 'Werknemers');
    await page.getByRole('button', { name: 'Grootteklasse' }).click();
    await page.waitForURL(/sort=sizeClass/);
    const chosen = await heads();
    expect(chosen).toContain('Postcode');
    expect(chosen).not.toContain('Werknemers');
    await page.getByRole('button', { name: 'Weergaven' }).click();
    await page.getByLabel('Naam van de weergave').fill('Overijssel met postcode');
    await page.getByRole('button', { name: 'Deze weergave bewaren' }).click();
    await toggle('Postcode', 'Werknemers', 'Plaats');
    await page.goto('/companies?filter={}');
    expect(await heads()).not.toEqual(chosen);
    await page.getByRole('button', { name: 'Weergaven' }).click();
    await page.getByRole('link', { name: 'Overijssel met postcode', exact: true }).click();
    await page.waitForURL(/sort=sizeClass/);
    expect(filterInAddress()).toEqual({ province: 'NL-OV' });
    await expect.poll(heads).toEqual(chosen);

    await page.getByRole('button', { name: /^Account van/ }).click();
    await page.getByRole('menuitem', { name: 'Afmelden' }).click();
    await page.waitForURL(/\/login/);
    await signIn(page, person);
    await page.goto('/companies');
    await page.getByRole('button', { name: 'Weergaven' }).click();
    await page.getByRole('link', { name: 'Overijssel met postcode', exact: true }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('goes into a file as it shows: the chosen columns of all rows, their number said before', async () => {
    await page.goto('/participations?filter={}');
    await page.getByRole('button', { name: 'Kolommen' }).click();
    await page.getByRole('switch', { name: 'Niveau' }).click();
    await page.getByRole('switch', { name: 'Toelichting' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Exporteren' }).click();
    const file = page.getByRole('menuitem', { name: /^CSV/ });
    const said = await file.textContent();
    const [begun] = await Promise.all([page.waitForEvent('download'), file.click()]);
    const lines = readFileSync(await begun.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    const rows = lines.length - 1;
    expect(said).toBe(`CSV: ${rows} ${rows === 1 ? 'rij' : 'rijen'}, 5 kolommen`);
    expect(begun.suggestedFilename()).toBe('Deelnames.csv');
    expect(lines[0]).toBe('\uFEFFBedrijf;Fieldlab of hub;Sinds;Tot en met;Toelichting');
    expect(lines).toContain('Van Dijk Metaal B.V.;Fieldlab Lassen;2019-03-03;;');
  });

  it('of activities says who came', async () => {
    await page.goto('/activities?filter={}');
    const row = page.getByRole('row').filter({ hasText: 'Lassen met cobots' });
    await row.getByText('1 bedrijf, 3 personen').waitFor();
    await page.getByRole('columnheader', { name: 'Aanwezig' }).waitFor();
  });

  it('on the overview the dates are in the address, and who changed what stands below', async () => {
    await page.goto('/?asOf=2019-06-01&compare=quarter');
    expect(await page.getByLabel('Peildatum').inputValue()).toBe('1-6-2019');
    await page
      .getByRole('link', { name: /^\+\d sinds 1-3-2019$/ })
      .first()
      .waitFor();
    await page.getByLabel('Peildatum').fill('1-7-2019');
    await page.getByLabel('Peildatum').blur();
    await page.waitForURL(/\?asOf=2019-07-01&compare=quarter$/);
    await page.reload();
    expect(await page.getByLabel('Peildatum').inputValue()).toBe('1-7-2019');
    await page.getByLabel('Vergelijken met').click();
    await page.getByRole('option').first().click();
    await page.waitForURL(/compare=year$/);
    await aCompany(admin, { name: 'Zonet B.V.' });
    await page.goto('/?asOf=2021-06-01&compare=year');
    const recent = page.getByRole('region', { name: 'Laatst gewijzigd' });
    const newest = recent.getByRole('listitem').first();
    await newest.getByRole('link', { name: 'Zonet B.V.' }).waitFor();
    expect(await newest.innerText()).toMatch(/Bedrijf · Toegevoegd/);
    expect(await newest.innerText()).toContain(admin.name);
  });

  it('on the overview a change leads to what it came from', async () => {
    await page.goto('/');
    await page.getByLabel('Peildatum').fill('1-6-2019');
    await page.getByLabel('Peildatum').blur();
    await page
      .getByRole('link', { name: /^\+\d sinds 1-6-2018$/ })
      .first()
      .click();
    await page.waitForURL(/\/compare\?.*left\.asOf=2018-06-01.*right\.asOf=2019-06-01/);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  describe('the audit trail', () => {
    it('says in words who did what to which record, and finds by what is asked', async () => {
      await admin
        .patch(`/companies/${register.companyId}?reason=Gegroeid`, 1, { sizeClass: 'MEDIUM' })
        .expect(200);
      const asked = { resource: 'companies', recordId: register.companyId };
      await page.goto(`/audit-events?filter=${encodeURIComponent(JSON.stringify(asked))}`);
      const row = page.getByRole('row').filter({ hasText: 'Gewijzigd: grootteklasse' });
      await row.getByRole('link', { name: 'Van Dijk Metaal B.V.' }).waitFor();
      await row.getByRole('link').first().click();
      await page.getByText('Grootteklasse: klein → middelgroot').waitFor();
      await page.getByText('Gegroeid').waitFor();
      await page.getByRole('link', { name: 'Alles over dit gegeven' }).click();
      await page.getByRole('combobox', { name: /^Wat( |$)/ }).click();
      await page.getByRole('option', { name: 'Verwijderd' }).click();
      await page.getByText('Niets voldoet aan deze filters').waitFor();
      expect(filterInAddress()).toEqual({ ...asked, action: 'DELETE' });
    });

    it('lets an administrator erase a reason for good, once they say so', async () => {
      const { id } = await aCompany(admin);
      await admin.patch(`/companies/${id}?reason=Voor%20Anna`, 1, { sizeClass: 'MEDIUM' }).expect(200);
      const { body } = await admin.get(`/audit-events?recordId=${id}&perPage=1`).expect(200);
      const [{ id: entry }] = body.data as [{ id: string }];
      await page.goto(`/audit-events/${entry}/show`);
      await page.getByText('Voor Anna').waitFor();
      await page.getByRole('button', { name: 'Reden wissen' }).click();
      const dialog = page.getByRole('dialog', { name: 'Deze reden voorgoed wissen?' });
      await dialog.getByRole('button', { name: 'Reden wissen' }).click();
      await page.getByText('De reden is voorgoed gewist.').waitFor();
      await page
        .getByRole('definition')
        .filter({ hasText: /^gewist$/ })
        .waitFor();
      expect(await page.getByText('Voor Anna').count()).toBe(0);
    });

    it('says why somebody got another role, where a reason was given', async () => {
      const person = await addUser(run.register, { role: 'EVALUATOR', name: 'Ko de Boer' });
      await page.goto(`/users/${person.id}`);
      await page.getByLabel('Rol').click();
      await page.getByRole('option', { name: 'Lezer' }).click();
      await page.getByLabel('Reden').fill('Andere baan');
      await page.getByRole('button', { name: 'Opslaan' }).click();
      await page.waitForURL(/\/users(\?|$)/);
      const asked = encodeURIComponent(JSON.stringify({ recordId: person.id, action: 'UPDATE' }));
      await page.goto(`/audit-events?filter=${asked}`);
      await page.getByRole('row').filter({ hasText: 'Ko de Boer' }).getByRole('link').first().click();
      await page.getByText('Rol: Evaluator → Lezer').waitFor();
      await page.getByText('Andere baan').waitFor();
    });
  });
});
