import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { signIn, startBrowserRun, visit, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';
import { aCentre, aCompany, aParticipation } from '../support/made';
import type { Caller } from '../support/register';

/** A sole trader asks the administrator what the register knows, gets a copy, and asks to be forgotten. */
describe('the request of a person', () => {
  let run: BrowserRun;
  let admin: Caller;

  beforeAll(async () => {
    run = await startBrowserRun();
    admin = await run.register.as('ADMIN');
  });
  afterAll(() => run.close());

  describe.each(READERS)('$language, $width wide', (seat) => {
    const name = `Willemijn Waterhoen ${seat.language}`;
    let reader: Reader;
    let companyId: string;

    beforeAll(async () => {
      reader = await Reader.sitsDown(run, seat);
      const centre = await aCentre(admin);
      const company = await aCompany(admin, { name, legalForm: 'EENMANSZAAK', municipality: 'Zwolle' });
      companyId = company.id;
      await aParticipation(admin, companyId, centre.id, { note: `${name} komt zelf` });
      await admin.post('/contacts', { companyId, centreId: centre.id, name }).expect(201);
      const person = await addUser(run.register, { role: 'ADMIN' });
      await signIn(reader.page, person);
      await reader.page.getByRole('navigation').first().waitFor();
      await visit(reader.page, '/privacy');
    });
    afterAll(() => reader.leaves());

    it('says that the register names nobody of that name', async () => {
      await reader.fill(
        ['Naam, e-mailadres, telefoon- of KvK-nummer', 'Name, e-mail address, telephone or company number'],
        'Niemand Nergens',
      );
      await reader.press('button', ['Zoeken', 'Search']);
      await reader.sees([
        'Het register noemt deze persoon nergens.',
        'The register names this person nowhere.',
      ]);
    });

    it('gives a copy of what was found', async () => {
      await reader.fill(
        ['Naam, e-mailadres, telefoon- of KvK-nummer', 'Name, e-mail address, telephone or company number'],
        name.toUpperCase(),
      );
      await reader.press('button', ['Zoeken', 'Search']);
      await reader.sees(['Op 3 plaatsen gevonden', 'Found in 3 places']);
      expect(await reader.faults()).toEqual([]);
      await reader.toggle(['Alles kiezen', 'Choose everything']);
      const download = reader.page.waitForEvent('download');
      await reader.press('button', ['Kopie maken', 'Make a copy']);
      const file = await download;
      expect(file.suggestedFilename()).toBe(reader.word(['persoonsgegevens.json', 'personal-data.json']));
      expect(await readFile(await file.path(), 'utf8')).toContain(`${name} komt zelf`);
    });

    it('erases it for good, after asking', async () => {
      await reader.press('button', ['Voorgoed wissen', 'Erase for good']);
      const dialog = reader.page.getByRole('dialog');
      await reader.sees(['3 plaatsen voorgoed wissen?', 'Erase 3 places for good?']);
      await reader.press('button', ['Voorgoed wissen', 'Erase for good'], dialog);
      await reader.sees([
        'Het register noemt deze persoon nergens.',
        'The register names this person nowhere.',
      ]);
      const { body } = await admin.get(`/companies/${companyId}`).expect(200);
      expect(body).toMatchObject({ name: companyId, municipality: null });
    });

    it('shows in the processing register what is kept, why and for how long', async () => {
      await reader.page.goto('/privacy?part=register');
      await reader.sees(
        ['Contactpersonen van bedrijven', 'Contacts of companies'],
        ['24 maanden, of tot de datum bij de persoon…', '24 months, or until the date with the person…'],
      );
      expect(await reader.faults()).toEqual([]);
      await reader.press('button', ['Termijnen wijzigen', 'Change terms']);
      await reader.fill(['Contactpersonen bewaren', 'Keep contacts for'], '36');
      await reader.fill(['Verwerkingsverantwoordelijke', 'Controller'], 'Stichting Voorbeeld');
      await reader.press('button', ['Opslaan', 'Save']);
      await reader.sees(
        ['36 maanden, of tot de datum bij de persoon…', '36 months, or until the date with the person…'],
        ['Stichting Voorbeeld', 'Stichting Voorbeeld'],
      );
      const { body } = await admin.get('/privacy-settings').expect(200);
      await admin.patch('/privacy-settings', Number(body.version), { contactMonths: 24 }).expect(200);
    });
  });
});
