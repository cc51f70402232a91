import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { signIn, startBrowserRun, visit, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';
import { fillSmallRegister, type SmallRegister } from '../support/browser-register';
import { demonstrationWithFaults } from '../support/faulty-workbook';

/** What somebody was typing is there again after a reload, and is not left without being asked. */
describe('work that is not saved yet', () => {
  let run: BrowserRun;
  let register: SmallRegister;

  beforeAll(async () => {
    run = await startBrowserRun();
    register = await fillSmallRegister(await run.register.as('ADMIN'));
  });
  afterAll(() => run.close());

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;

    beforeAll(async () => {
      reader = await Reader.sitsDown(run, seat);
      // The browser's own question at a reload is answered as somebody would who means it.
      reader.page.on('dialog', (dialog) => void dialog.accept());
      await signIn(reader.page, await addUser(run.register, { role: 'ADMIN' }));
      await reader.page.getByRole('navigation').first().waitFor();
    });
    afterAll(() => reader.leaves());

    const KEPT = ['Verder waar u gebleven was.', 'On from where you were.'] as const;
    const RESTART = ['Opnieuw beginnen', 'Start again'] as const;
    const STAY = ['Hier blijven', 'Stay here'] as const;
    const LEAVE = ['Weggaan', 'Leave'] as const;
    const SAVE = ['Opslaan', 'Save'] as const;

    it('survives a lost connection and a reload in a form, and is forgotten once it is saved', async () => {
      const { page } = reader;
      const name = `Bewaard ${seat.language} B.V.`;
      await page.goto('/companies');
      await reader.press('link', ['Bedrijf toevoegen', 'Add company']);
      await reader.fill(['Naam', 'Name'], name);
      await page.context().setOffline(true);
      await reader.press('button', SAVE);
      await reader.sees(['Geen verbinding', 'No connection']);
      await page.context().setOffline(false);
      await page.goBack();
      await reader.press('button', STAY);
      await page.reload();
      await reader.sees(KEPT);
      expect(await reader.field(['Naam', 'Name']).inputValue()).toBe(name);
      expect(await reader.faults()).toEqual([]);
      await reader.press('button', SAVE);
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await visit(page, '/companies/create');
      await reader.field(['Naam', 'Name']).waitFor();
      expect(await reader.field(['Naam', 'Name']).inputValue()).toBe('');
    });

    it('of a dialog is asked after when it is closed', async () => {
      const { page } = reader;
      await visit(page, `/companies/${register.companyId}/show`);
      await page
        .getByRole('tab', { name: reader.word(['Contacten en notities', 'Contacts and notes']) })
        .click();
      await reader.press('button', ['Contactpersoon toevoegen', 'Add a contact']);
      await reader.fill(['Naam', 'Name'], 'Ans de Wit');
      await page.keyboard.press('Escape');
      await reader.press('button', STAY);
      expect(await reader.field(['Naam', 'Name']).inputValue()).toBe('Ans de Wit');
      await page.keyboard.press('Escape');
      await reader.press('button', LEAVE);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    });

    it('survives a reload in the text of a report, and begins again on demand', async () => {
      const { page } = reader;
      const text = ['Tekst', 'Text'] as const;
      await visit(page, `/reports/${register.reportId}`);
      await reader.press('button', ['Bewerken', 'Edit']);
      const field = page.getByRole('textbox', { name: reader.word(text) }).first();
      const former = await field.innerText();
      await field.focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Een zin erbij.');
      await reader.press('button', ['Annuleren', 'Cancel']);
      await reader.press('button', STAY);
      await page.reload();
      await reader.press('button', ['Bewerken', 'Edit']);
      await reader.sees(KEPT);
      expect(await field.innerText()).toContain('Een zin erbij.');
      await reader.press('button', RESTART);
      await expect.poll(() => field.innerText()).toBe(former);
    });

    it('survives a reload in the import of a workbook, file and mended cells alike', async () => {
      const { page } = reader;
      await visit(page, '/imports');
      const chooser = page.waitForEvent('filechooser');
      await reader.press('button', ['Kies een bestand', 'Choose a file']);
      const workbook = { name: 'smart-industry.xlsx', mimeType: 'application/octet-stream' };
      await (await chooser).setFiles({ ...workbook, buffer: demonstrationWithFaults() });
      await reader.sees(['2 fouten', '2 faults']);
      await reader.pick(['Niveau, 2', 'Level, 2'], ['deelnemer', 'participant']);
      await reader.fill(['Datum, 3', 'Held on, 3'], '15-3-2019');
      await page.reload();
      await reader.press('button', [
        'Opnieuw controleren met 2 verbeteringen',
        'Check again with 2 cells mended',
      ]);
      await reader.sees(['Het werkboek klopt', 'The workbook is sound']);
      await reader.goes(['Bedrijven', 'Companies']);
      await reader.press('button', LEAVE);
      await page.waitForURL(/\/companies/);
    });

    it('survives a reload in a list on its way in, typed and mended, with what was chosen for its rows', async () => {
      const { page } = reader;
      const firm = reader.word(['Vliegwiel Oost B.V.', 'Kabelbaan Noord B.V.']);
      const box = ['Plak hier uw rijen', 'Paste your rows here'] as const;
      await visit(page, `/paste?centreId=${register.centreId}`);
      const rows = [
        ['Bedrijf', 'Datum'],
        [firm, 'eens'],
        ['Van Dijk Metaal B.V.', '4-2-2020'],
      ];
      await reader.field(box).fill(rows.map((row) => row.join('\t')).join('\n'));
      await page.reload();
      expect(await reader.field(box).inputValue()).toContain(firm);
      await reader.press('button', ['Rijen lezen', 'Read the rows']);
      await reader.fill(['Datum, rij 2', 'Date, row 2'], '3-2-2020');
      await page.keyboard.press('Enter');
      await reader.pick(
        [`Soort organisatie van ${firm}`, `Kind of organisation of ${firm}`],
        ['Bedrijf', 'Business'],
      );
      await page.reload();
      await reader.sees(['2 rijen', '2 rows']);
      expect(await reader.faults()).toEqual([]);
      await reader.press('button', ['1 bedrijf vastleggen', 'Log 1 company']);
      await reader.sees(['Vastgelegd:…', 'Logged:…']);
      await page.goto('/paste');
      await reader.field(box).waitFor();
      expect(await reader.field(box).inputValue()).toBe('');
    });

    it('survives a reload in the answer to a round, and is asked after when it is left', async () => {
      const { page } = reader;
      await visit(page, `/rounds/${register.roundId}/centres/${register.centreId}`);
      await reader.toggle(['Van Dijk Metaal B.V.', 'Van Dijk Metaal B.V.']);
      await page.reload();
      await reader.sees(KEPT);
      expect(await reader.faults()).toEqual([]);
      await reader.goes(['Bedrijven', 'Companies']);
      await reader.press('button', STAY);
      await reader.press('button', RESTART);
      expect(await reader.the('checkbox', ['Van Dijk Metaal B.V.', 'Van Dijk Metaal B.V.']).isChecked()).toBe(
        true,
      );
    });

    it('is a sentence in a dialog that a slip does not take away', async () => {
      const { page } = reader;
      await visit(page, `/companies/${register.companyId}/show`);
      await reader.press('button', ['Verwijderen', 'Delete']);
      const dialog = page.getByRole('dialog').filter({ has: page.locator('textarea') });
      await dialog.locator('textarea').first().fill('Dubbel ingevoerd');
      await page.keyboard.press('Escape');
      await reader.press('button', STAY);
      expect(await dialog.locator('textarea').first().inputValue()).toBe('Dubbel ingevoerd');
      await page.keyboard.press('Escape');
      await reader.press('button', LEAVE);
      await dialog.waitFor({ state: 'detached' });
    });
  });
});
