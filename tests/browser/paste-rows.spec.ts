import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { settled, signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { Reader, READERS, type Word } from '../support/browser-reader';
import { aCentre, aCompany, anActivity, type Made } from '../support/made';
import type { Caller } from '../support/register';

/** Rows of a spreadsheet that are pasted in a list: seen, mended at their cells, added together, and taken back. */
describe('rows that are pasted in a list', () => {
  let run: BrowserRun;
  let admin: Caller;
  let centre: Made;

  beforeAll(async () => {
    run = await startBrowserRun();
    admin = await run.register.as('ADMIN');
    centre = await aCentre(admin, { code: 'FL-PLAK', name: 'Fieldlab Plak' });
  });
  afterAll(() => run.close());

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;
    beforeAll(async () => {
      reader = await Reader.sitsDown(run, seat);
      const person = { role: 'COORDINATOR' as const, centreIds: [centre.id] };
      await signIn(reader.page, await addUser(run.register, person));
      await reader.page.getByRole('navigation').first().waitFor();
    });
    afterAll(() => reader.leaves());

    const dialog = () => reader.page.getByRole('dialog');
    const total = async (path: string): Promise<number> => (await admin.get(path)).body.total as number;
    const opens = async (resource: string): Promise<void> => {
      await reader.page.goto(`/${resource}?filter={}`);
      await settled(reader.page);
    };
    /** On a phone behind the button; else in the page itself. */
    const pastes = async (text: string): Promise<void> => {
      if (reader.types)
        await reader.page.evaluate((pasted) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', pasted);
          const how = { clipboardData, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new ClipboardEvent('paste', how));
        }, text);
      else {
        await reader.press('button', ['Rijen plakken', 'Paste rows']);
        await reader.page.getByLabel(reader.word(['Plak hier uw rijen', 'Paste your rows here'])).fill(text);
        await reader.press('button', ['Rijen lezen', 'Read the rows']);
      }
    };
    const add = (count: number): Word => [`${count} rijen toevoegen`, `Add ${count} rows`];

    it('are read by their headings, and mended where something is wrong', async () => {
      const path = `/investments?centreId=${centre.id}`;
      const before = await total(path);
      await opens('investments');
      await pastes(
        [
          'Fieldlab\tBedrag\tDatum\tBron\tStatus\tNotitie',
          'FL-PLAK\t€ 1.250,50\t1-5-2020\tEU\tgerealiseerd\t"met ""quotes"""',
          'Fieldlab Plak\tveel\t2-5-2020\tEU\ttoegezegd\t',
        ].join('\n'),
      );
      await reader.sees(['In 1 rij klopt iets niet', 'Something is wrong in 1 row']);
      expect(await reader.faults()).toEqual([]);
      expect(
        await dialog()
          .getByRole('button', { name: reader.word(add(2)) })
          .isDisabled(),
      ).toBe(true);
      const cell = dialog().getByRole('textbox', { name: reader.word(['Bedrag, rij 3', 'Amount, row 3']) });
      await cell.fill('2.000');
      await cell.press('Enter');
      await reader.press('button', add(2), dialog());
      await reader.sees(['2 rijen toegevoegd', '2 rows added']);
      const { body } = await admin.get(path).expect(200);
      expect(body.data).toContainEqual(
        expect.objectContaining({ amountEur: '1250.50', status: 'REALISED', note: 'met "quotes"' }),
      );
      await reader.press('button', ['Ongedaan maken', 'Undo']);
      await reader.sees(['De import is teruggedraaid.', 'The import was undone.']);
      expect(await total(path)).toBe(before);
    });

    it('without a heading stand as in the list; what they lack is said once, what is unknown is looked up', async () => {
      const name = `Vindbaar ${seat.language} B.V.`;
      const company = await aCompany(admin, { name });
      await opens('participations');
      await pastes(`Wie is dit nou\tFL-PLAK\tpartner\t3-3-2020`);
      await reader.sees(['“Wie is dit nou” is niet gevonden…', '“Wie is dit nou” was not found…']);
      const find = reader.word(['Bedrijf, rij 1: zoeken', 'Company, row 1: find']);
      await dialog().getByRole('combobox', { name: find }).fill(name);
      await reader.page.getByRole('option', { name }).first().click();
      await reader.press('button', ['1 rij toevoegen', 'Add 1 row'], dialog());
      await reader.sees(['1 rij toegevoegd', '1 row added']);
      const { body } = await admin.get(`/participations?companyId=${company.id}`).expect(200);
      expect(body.data).toMatchObject([{ level: 'PARTNER', startedOn: '2020-03-03' }]);
    });

    it('that the register refuses are told so at their cell, and nothing is written', async () => {
      const kvkNumber = seat.language === 'nl' ? '87654321' : '87654322';
      await aCompany(admin, { kvkNumber });
      const before = await total('/companies');
      await opens('companies');
      await pastes(`Naam\tKvK\nEen ${seat.language}\t\nTwee ${seat.language}\t${kvkNumber}`);
      await reader.press('button', add(2), dialog());
      await reader.sees(['Er is niets opgeslagen.…', 'Nothing was saved.…']);
      expect(await reader.faults()).toEqual([]);
      expect(await total('/companies')).toBe(before);
    });

    /** In a part of a record's page: behind the button above it. */
    const pastesIn = async (part: Word, text: string): Promise<void> => {
      const section = reader.page.getByRole('region', { name: reader.word(part) });
      await reader.press('button', ['Rijen plakken', 'Paste rows'], section);
      await reader.page.getByLabel(reader.word(['Plak hier uw rijen', 'Paste your rows here'])).fill(text);
      await reader.press('button', ['Rijen lezen', 'Read the rows'], dialog());
    };
    const takesBack = async (): Promise<void> => {
      await reader.press('button', ['Ongedaan maken', 'Undo']);
      await reader.sees(['De import is teruggedraaid.', 'The import was undone.']);
    };

    it('about people are of the company on whose page they are pasted, for a purpose and a time', async () => {
      const company = await aCompany(admin, { name: `Mensen ${seat.language} B.V.` });
      const kvkNumber = seat.language === 'nl' ? '87650001' : '87650002';
      const other = await aCompany(admin, { kvkNumber });
      await reader.page.goto(`/companies/${company.id}/show?part=people`);
      await settled(reader.page);
      const heading: Word = [
        'Naam\tE-mailadres\tTelefoon\tFunctie',
        'Name\tE-mail address\tTelephone\tPosition',
      ];
      const people = 'Anna Vos\tanna@vos.example\t06 12345678\tInkoper\nBas\tgeen adres\t\t';
      await pastesIn(['Contactpersonen', 'Contacts'], `${reader.word(heading)}\n${people}`);
      await reader.sees(['“geen adres” is geen e-mailadres…', '“geen adres” is no e-mail address…']);
      expect(await reader.faults()).toEqual([]);
      const purpose = dialog().getByLabel(
        reader.word(['Waarvoor, voor alle rijen', 'Purpose, for all rows']),
      );
      expect(await purpose.inputValue()).toBe('PARTICIPATION');
      const until = reader.word(['Bewaren tot en met, voor alle rijen', 'Keep until, for all rows']);
      await dialog().getByLabel(until).fill('31-12-2030');
      const mail = reader.word(['E-mailadres, rij 3', 'E-mail address, row 3']);
      await dialog().getByRole('textbox', { name: mail }).fill('bas@vos.example');
      await dialog().getByRole('textbox', { name: mail }).press('Enter');
      await reader.press('button', add(2), dialog());
      await reader.sees(['2 rijen toegevoegd', '2 rows added']);
      const kept = { centreId: centre.id, purpose: 'PARTICIPATION', retainUntil: '2030-12-31' };
      const { body } = await admin.get(`/contacts?companyId=${company.id}&sort=name`).expect(200);
      expect(body.data).toMatchObject([
        { ...kept, name: 'Anna Vos', email: 'anna@vos.example', phone: '06 12345678', role: 'Inkoper' },
        { ...kept, name: 'Bas', email: 'bas@vos.example' },
      ]);
      await takesBack();
      expect(await total(`/contacts?companyId=${company.id}`)).toBe(0);

      const head: Word = ['Bedrijf\tNotitie\tOpvolgen op', 'Company\tNote\tFollow up on'];
      const text = `${reader.word(head)}\n${kvkNumber}\t"Gebeld.\nBelt terug."\t1-5-2030`;
      await pastesIn(['Notities en opvolging', 'Notes and follow-ups'], text);
      await reader.press('button', ['1 rij toevoegen', 'Add 1 row'], dialog());
      await reader.sees(['1 rij toegevoegd', '1 row added']);
      const { body: notes } = await admin.get(`/notes?companyId=${other.id}`).expect(200);
      expect(notes.data).toMatchObject([
        { centreId: centre.id, text: 'Gebeld.\nBelt terug.', dueOn: '2030-05-01', state: 'OPEN' },
      ]);
      await takesBack();
      expect(await total(`/notes?companyId=${other.id}`)).toBe(0);
    });

    it('of who came are of the activity on whose page they are pasted; one that is refused is left out', async () => {
      const name = `Gekomen ${seat.language} B.V.`;
      const came = await aCompany(admin, { name });
      const activity = await anActivity(admin, centre.id, { title: `Open dag ${seat.language}` });
      await reader.page.goto(`/activities/${activity.id}/show`);
      await settled(reader.page);
      const heading = reader.word(['Bedrijf\tPersonen', 'Company\tPeople']);
      await pastesIn(['Aanwezigheid', 'Attendance'], `${heading}\n${name}\t3\n${name}\t4`);
      await reader.press('button', add(2), dialog());
      await reader.sees(['Er is niets opgeslagen.…', 'Nothing was saved.…']);
      expect(await reader.faults()).toEqual([]);
      expect(await total(`/attendances?activityId=${activity.id}`)).toBe(0);
      await reader.press('button', ['Rij 3 weglaten', 'Leave row 3 out'], dialog());
      await reader.press('button', ['1 rij toevoegen', 'Add 1 row'], dialog());
      await reader.sees(['1 rij toegevoegd', '1 row added']);
      const { body } = await admin.get(`/attendances?activityId=${activity.id}`).expect(200);
      expect(body.data).toMatchObject([{ companyId: came.id, people: 3 }]);
      await takesBack();
      expect(await total(`/attendances?activityId=${activity.id}`)).toBe(0);
    });
  });
});
