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

    it('is taken back: what holds from a day on, with the period that it began', async () => {
      const name = `Groeit ${seat.language}`;
      const { body: company } = await admin.post('/companies', { name, sizeClass: 'MICRO' }).expect(201);
      const { id } = company as { id: string };
      await visit(reader.page, `/companies/${id}`);
      await reader.choose(['Grootteklasse', 'Size class'], ['Klein', 'Small']);
      await reader.fill(['Geldt vanaf', 'Holds from'], '1-3-2021');
      await reader.press('button', SAVE);
      await undoes();
      const { body } = await admin.get(`/companies/${id}/profiles`).expect(200);
      expect(body).toMatchObject({
        total: 1,
        data: [{ sizeClass: 'MICRO', validFrom: null, validTo: null }],
      });
    });

    it('is taken back: a note in a dialog, and that it was done', async () => {
      const text = `Bellen ${seat.language}`;
      const { body: note } = await admin
        .post('/notes', {
          companyId: register.companyId,
          centreId: register.centreId,
          text,
          dueOn: '2020-01-01',
        })
        .expect(201);
      await reader.page.goto(`/companies/${register.companyId}/show`);
      await reader.page
        .getByRole('tab', { name: reader.word(['Contacten en notities', 'Contacts and notes']) })
        .click();
      await reader.press('button', ['Afgehandeld', 'Done']);
      await undoes();
      await reader.the('button', ['Afgehandeld', 'Done']).waitFor();
      await reader.press('button', [text, text]);
      await reader.page.getByRole('dialog').getByRole('textbox').first().fill(`${text}, dringend`);
      await reader.press('button', SAVE);
      await undoes();
      const { body } = await admin.get(`/notes/${(note as { id: string }).id}`).expect(200);
      expect(body).toMatchObject({ text, doneOn: null });
      await admin.delete(`/notes/${body.id}`, body.version as number).expect(204);
    });

    it('is taken back: who came to an activity', async () => {
      const { body: activity } = await admin
        .post('/activities', {
          ...{ centreId: register.centreId, kind: 'TRAINING' },
          ...{ title: `Open dag ${seat.language}`, heldOn: '2020-03-01' },
        })
        .expect(201);
      await visit(reader.page, `/activities/${activity.id as string}/show`);
      const firm = ['Van Dijk Metaal…', 'Van Dijk Metaal…'] as const;
      await reader.find(['Bedrijf', 'Company'], 'Van Dijk Metaal B.V.', firm);
      await reader.press('button', ['Toevoegen', 'Add']);
      await undoes();
      const { body } = await admin.get(`/attendances?activityId=${activity.id as string}`).expect(200);
      expect(body).toMatchObject({ total: 0 });
    });

    it('is taken back: a report that was begun, changed and handed in', async () => {
      const put = ['Teruggedraaid.', 'Put back as it was.'] as const;
      const undo = ['Ongedaan maken', 'Undo'] as const;
      const { body: report } = await admin
        .post('/reports', { title: 'Zoals het was', asOf: '2021-05-01', indicators: ['jobs'], text: 'x' })
        .expect(201);
      const { id } = report as { id: string };
      await visit(reader.page, `/reports/${id}`);
      await reader.press('button', ['Bewerken', 'Edit']);
      await reader.fill(['Titel', 'Title'], 'Anders');
      await reader.press('button', SAVE);
      await reader.press('button', undo);
      await reader.sees(put);
      await reader.page.getByRole('heading', { level: 1, name: 'Zoals het was' }).waitFor();
      await reader.press('button', ['Indienen', 'Submit']);
      await reader.press('button', ['Indienen', 'Submit'], reader.page.getByRole('dialog'));
      await reader.press('button', undo);
      await reader.sees(['Teruggegeven als concept.', 'Returned as a draft.']);
      const { body } = await admin.get(`/reports/${id}`).expect(200);
      expect(body).toMatchObject({ title: 'Zoals het was', status: 'DRAFT' });
    });

    it('is taken back: the last day to answer a round', async () => {
      await visit(reader.page, `/rounds/${register.roundId}`);
      await reader.press('button', ['Uiterste dag wijzigen', 'Change the due day']);
      const dialog = reader.page.getByRole('dialog');
      await reader.fill(['Uiterste dag', 'Due'], '1-5-2021');
      await reader.press('button', SAVE, dialog);
      await dialog.waitFor({ state: 'detached' });
      await reader.press('button', ['Ongedaan maken', 'Undo']);
      await reader.sees(['De uiterste dag is nu 15 april 2021.', 'It is now due on 15 April 2021.']);
      const { body } = await admin.get(`/rounds/${register.roundId}`).expect(200);
      expect(body).toMatchObject({ dueOn: '2021-04-15' });
    });

    it('is taken back: an answer to a round, and what was decided on it', async () => {
      const { page } = reader;
      const at = `/rounds/${register.roundId}/centres/${register.centreId}`;
      const state = async () => (await admin.get(at).expect(200)).body as Record<string, unknown>;
      const firm = ['Van Dijk Metaal B.V.', 'Van Dijk Metaal B.V.'] as const;
      const undo = ['Ongedaan maken', 'Undo'] as const;
      const withdrawn = ['Ingetrokken; het is weer…', 'Withdrawn; it is as…'] as const;
      const reopened = ['Teruggenomen; de opgave…', 'Taken back; it waits…'] as const;
      await visit(page, at);
      await reader.toggle(firm);
      await reader.fill(
        ['Laatste dag van Van Dijk Metaal B.V.', 'Last day of Van Dijk Metaal B.V.'],
        '31-3-2021',
      );
      await page.keyboard.press('Tab');
      await reader.press('button', ['Indienen', 'Submit']);
      await reader.press('button', undo);
      await reader.sees(withdrawn);
      expect(await state()).toMatchObject({ status: 'OPEN', confirmed: 0, ended: 0 });
      const { body: runs } = await admin.get(`/participations/${register.participationId}`).expect(200);
      expect(runs).toMatchObject({ lastDay: null });
      // Who undoes a slip goes on where he was.
      expect(await reader.the('checkbox', firm).isChecked()).toBe(false);
      await reader.toggle(firm);
      await reader.press('button', ['Niets veranderd: alles bevestigen', 'Nothing changed: confirm all']);
      await reader.press('button', ['Terugsturen', 'Return']);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('En de anderen?');
      await reader.press('button', ['Terugsturen', 'Return'], dialog);
      await reader.press('button', undo);
      await reader.sees(reopened);
      await reader.press('button', ['Vaststellen', 'Accept']);
      await reader.press('button', ['Vaststellen', 'Accept'], dialog);
      await reader.press('button', undo);
      await reader.sees(reopened);
      await reader.press('button', ['Vaststellen', 'Accept']);
      await reader.press('button', ['Vaststellen', 'Accept'], dialog);
      await reader.press('button', ['Vaststelling terugnemen', 'Take back the acceptance']);
      await reader.press('button', ['Terugnemen', 'Take back'], dialog);
      const why = page.getByRole('dialog', {
        name: reader.word(['Dit is al vastgesteld', 'This was accepted already']),
      });
      await why.getByRole('textbox').fill('Te vroeg');
      await reader.press('button', ['Toch wijzigen', 'Change it all the same'], why);
      await reader.press('button', ['Indiening intrekken', 'Withdraw']);
      expect(await reader.faults()).toEqual([]);
      await reader.press('button', ['Indiening intrekken', 'Withdraw'], dialog);
      await reader.sees(withdrawn);
      expect(await state()).toMatchObject({ status: 'OPEN', remark: null, decidedBy: null });
    });

    it('asks first where it sends a mail, which nobody calls back', async () => {
      const email = `nogmaals-${seat.language}@people.example`;
      const person = { email, name: 'Nog Maals', role: 'VIEWER', centreIds: [] };
      const { body } = await admin.post('/users', person).expect(201);
      await visit(reader.page, `/users/${body.id as string}`);
      await reader.press('button', ['Opnieuw uitnodigen', 'Invite again']);
      await reader.sees([
        'een verstuurde e-mail is niet terug te halen',
        'an e-mail that was sent cannot be called back',
      ]);
      expect(await reader.faults()).toEqual([]);
      await reader.press('button', ['Opnieuw uitnodigen', 'Invite again'], reader.page.getByRole('dialog'));
      await reader.sees(['De uitnodiging is opnieuw verstuurd', 'The invitation was sent again']);
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

    it('with a workbook of others asks what its columns are, sheet by sheet', async () => {
      const { page } = reader;
      await visit(page, '/imports');
      await chooseWorkbook(reader, { Blad1: [['Naam'], ['x']], Omzet: [['Jaar']] });
      await reader.sees(['Dit bestand heeft een eigen indeling', 'This file has a layout of its own']);
      for (const sheet of ['Blad1', 'Omzet'])
        await page.getByRole('main').getByText(sheet).filter({ visible: true }).first().waitFor();
      expect(await reader.faults()).toEqual([]);
      await reader.press('button', ['Ander bestand kiezen', 'Choose another file']);
    });

    it('with a workbook of nothing says which sheets it has, and where the empty one is', async () => {
      const { page } = reader;
      await chooseWorkbook(reader, { Blad1: [], Omzet: [] });
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

async function chooseWorkbook(reader: Reader, sheets: Record<string, string[][]>): Promise<void> {
  const chooser = reader.page.waitForEvent('filechooser');
  await reader.press('button', ['Kies een bestand', 'Choose a file']);
  const buffer = Buffer.from(xlsx(sheets));
  await (await chooser).setFiles({ name: 'omzet.xlsx', mimeType: 'application/octet-stream', buffer });
}
