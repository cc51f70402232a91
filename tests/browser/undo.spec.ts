import { ImportWorker } from '@api/modules/imports/import-worker.service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { signIn, startBrowserRun, visit, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';
import { fillSmallRegister, type SmallRegister } from '../support/browser-register';
import type { Caller } from '../support/register';
import { xlsx } from '../support/workbook';

/** What was saved is taken back by one button, and what is wrong is where one goes on. */
describe('a form that was sent', () => {
  let run: BrowserRun;
  let admin: Caller;
  let register: SmallRegister;

  beforeAll(async () => {
    run = await startBrowserRun();
    run.register.app.get(ImportWorker).start();
    admin = await run.register.as('ADMIN');
    register = await fillSmallRegister(admin);
  });
  afterAll(() => run.close());

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;

    beforeAll(async () => {
      reader = await Reader.sitsDown(run, seat);
      await signIn(reader.page, await addUser(run.register, { role: 'ADMIN' }));
      await reader.page.getByRole('navigation').first().waitFor();
    });
    afterAll(() => reader.leaves());

    const SAVE = ['Opslaan', 'Save'] as const;
    const undoes = async (): Promise<void> => {
      await reader.press('button', ['Ongedaan maken', 'Undo']);
      await reader.sees(['1 rij teruggedraaid.', '1 row put back.']);
    };

    it('is taken back: a company is called as before', async () => {
      const name = `Eerst zo ${seat.language}`;
      const { body: company } = await admin.post('/companies', { name }).expect(201);
      const { id } = company as { id: string };
      await visit(reader.page, `/companies/${id}`);
      await reader.fill(['Naam', 'Name'], `Later anders ${seat.language}`);
      await reader.press('button', SAVE);
      await undoes();
      const { body: now } = await admin.get(`/companies/${id}`).expect(200);
      expect(now).toMatchObject({ name, version: 3 });
    });

    it('is taken back: a participation runs on', async () => {
      const name = `Blijft ${seat.language}`;
      const { body: company } = await admin.post('/companies', { name }).expect(201);
      const { id: companyId } = company as { id: string };
      const { centreId } = register;
      const participation = { companyId, centreId, level: 'PARTICIPANT', startedOn: '2019-03-03' };
      await admin.post('/participations', participation).expect(201);
      const filter = encodeURIComponent(JSON.stringify({ companyId: [companyId] }));
      await visit(reader.page, `/participations?filter=${filter}`);
      await reader.press('button', [`Ander niveau / Beëindigen: ${name}`, `Change level / End: ${name}`]);
      await reader.press('menuitem', ['Beëindigen', 'End']);
      await reader.press('button', ['Beëindigen', 'End'], reader.page.getByRole('dialog'));
      await undoes();
      const { body } = await admin.get(`/participations?companyId=${companyId}`).expect(200);
      expect(body).toMatchObject({ total: 1, data: [{ lastDay: null }] });
    });

    it('is taken back: an invitation too', async () => {
      const email = `vergissing-${seat.language}@people.example`;
      await visit(reader.page, '/users/create');
      await reader.fill(['Naam', 'Name'], 'Vera Gissing');
      await reader.fill(['E-mailadres', 'E-mail address'], email);
      await reader.choose(['Rol', 'Role'], ['Lezer', 'Viewer']);
      await reader.press('button', SAVE);
      await undoes();
      const { body } = await admin.get(`/users?email=${encodeURIComponent(email)}`).expect(200);
      expect(body).toMatchObject({ total: 0 });
    });

    it('leads to the field that is wrong, in the sheet too', async () => {
      const { page } = reader;
      await visit(page, `/companies/${register.companyId}/show`);
      await reader.press('button', ['Deelname vastleggen', 'Log participation'], page.getByRole('main'));
      const sheet = page.getByRole('dialog', {
        name: reader.word(['Deelname vastleggen', 'Log participation']),
      });
      await reader.fill(['Sinds', 'Since'], 'ooit');
      await reader.press('button', SAVE, sheet);
      await reader.sees(['Kies een niveau.', 'Choose a level.']);
      const centre = reader.field(['Fieldlab of hub', 'Fieldlab or hub']);
      await page.waitForFunction(
        (element) => element === document.activeElement,
        await centre.elementHandle(),
      );
      await reader.faults();
    });

    it('says how many people a number is not, and keeps what was typed', async () => {
      await visit(reader.page, `/activities/${register.activityId}/show`);
      const people = reader.field(['Personen', 'People']);
      await people.fill('veel');
      await reader.find(['Bedrijf', 'Company'], 'Van Dijk Metaal B.V.', [
        'Van Dijk Metaal…',
        'Van Dijk Metaal…',
      ]);
      await reader.press('button', ['Toevoegen', 'Add']);
      await reader.page.locator('[aria-invalid=true]').waitFor();
      expect(await people.inputValue()).toBe('veel');
    });

    it('with a workbook of others says which sheets it has, and where the empty one is', async () => {
      const { page } = reader;
      await visit(page, '/imports');
      const chooser = page.waitForEvent('filechooser');
      await reader.press('button', ['Kies een bestand', 'Choose a file']);
      const buffer = Buffer.from(xlsx({ Blad1: [['Naam'], ['x']], Omzet: [['Jaar']] }));
      await (await chooser).setFiles({ name: 'omzet.xlsx', mimeType: 'application/octet-stream', buffer });
      const said = page.getByRole('alert').first();
      await said.filter({ hasText: 'Blad1' }).filter({ hasText: 'Omzet' }).waitFor();
      await said.filter({ hasText: reader.word(['lege werkboek', 'empty workbook']) }).waitFor();
      await page
        .getByRole('button', { name: reader.word(['Leeg werkboek met uitleg', 'Empty workbook']) })
        .first()
        .waitFor();
      expect(await reader.faults()).toEqual([]);
    });
  });
});
