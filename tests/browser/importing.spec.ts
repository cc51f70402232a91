import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';
import { zipOfCsv } from '../support/csv-zip';
import { aCentre, aCompany } from '../support/made';
import type { Caller } from '../support/register';
import { xlsx } from '../support/workbook';

/** A file goes in as a colleague would take it in: looked at first. */
describe('an import', () => {
  let run: BrowserRun;
  let admin: Caller;
  beforeAll(async () => {
    run = await startBrowserRun();
    admin = await run.register.as('ADMIN');
    await admin.patch('/programme', 0, { name: 'P', startedOn: '2015-01-01' }).expect(200);
    await aCentre(admin, { code: 'FL-BR', name: 'Fieldlab Brug' });
  });
  afterAll(() => run.close());

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;
    const circle = seat.language === 'nl' ? '20000011' : '20000012';
    beforeAll(async () => {
      await aCompany(admin, { name: 'Cirkel BV', kvkNumber: circle });
      reader = await Reader.sitsDown(run, seat);
      await signIn(reader.page, await addUser(run.register, { role: 'ADMIN' }));
      await reader.page.getByRole('navigation').first().waitFor();
    });
    afterAll(() => reader.leaves());

    const chooses = async (name: string, buffer: Buffer): Promise<void> => {
      await reader.page.goto('/imports');
      const chooser = reader.page.waitForEvent('filechooser');
      await reader.press('button', ['Kies een bestand', 'Choose a file']);
      await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
    };

    it('shows row by row what it will do before it does it', async () => {
      const numbers = seat.language === 'nl' ? 41_000_000 : 42_000_000;
      const lines = Array.from({ length: 30 }, (_, n) => `N${n};Reeks ${seat.language} ${n} BV;${numbers + n};Raar;;`); // prettier-ignore
      await chooses(
        'reeks.zip',
        zipOfCsv({
          'companies.csv': `ref;name;kvk_number;legal_form;website;kleur\n${lines.join('\n')}\nC;Cirkel BV;${circle};;${seat.language}.cirkel.nl;rood\n`,
          'participations.csv': 'company_ref;centre_code;level;started_on\nN0;FL-BR;PARTNER;2020-03-01\n',
        }),
      );
      await reader.sees(
        ['Nieuw: 31', 'New: 31'],
        ['Niet gelezen: 1', 'Not read: 1'],
        ['Opmerkingen: 30', 'Remarks: 30'],
      );
      await reader.sees(['Aangevuld: 1', 'Filled in: 1'], ['nl.cirkel.nl', 'en.cirkel.nl']);
      await reader.sees([`Reeks ${seat.language} 3 BV`, `Reeks ${seat.language} 3 BV`]);
      await reader.press('button', ['Naar pagina 2', 'Go to page 2']);
      await reader.sees([`Reeks ${seat.language} 29 BV`, `Reeks ${seat.language} 29 BV`]);
      const tab = reader.the('tab', ['Deelnames (1)', 'Participations (1)']);
      if (reader.types) {
        await reader.press('tab', ['Bedrijven (30)…', 'Companies (30)…']);
        await reader.page.keyboard.press('ArrowRight');
        await reader.page.keyboard.press('Enter');
      } else await tab.click();
      await reader.sees(['1-3-2020', '1 Mar 2020']);
      await reader.press('button', ['30× De rechtsvorm is niet bekend…', '30× The legal form is not known…']);
      await reader.sees(['De rechtsvorm “Raar” is niet bekend…', 'The legal form “Raar” is not known…']);
      expect(await reader.faults()).toEqual([]);
      await reader.press('button', ['Importeren', 'Import']);
      await reader.sees(['Geïmporteerd', 'Imported']);
    });

    it('of a list of another layout is told what its columns are, and remembers it', async () => {
      const { language } = seat;
      const list = (firm: string, number: string): Buffer =>
        Buffer.from(
          xlsx({
            [`Leden ${language}`]: [
              ['Onze leden'],
              ['Bedrijf', 'KvK', 'Fieldlab', 'Wanneer', 'Rol', 'Bedrag'],
              [firm, number, 'Fieldlab Brug', '1-4-2020', 'partner', 2500],
            ],
          }),
        );
      const [first, second] = language === 'nl' ? ['43000001', '43000002'] : ['43000003', '43000004'];
      const remembered = reader.word(['Indeling van Brug', 'Layout of Brug']);
      await chooses('leden.xlsx', list(`Wijd ${language} BV`, first));
      await reader.sees(['Wat staat er in de kolommen?', 'What do the columns hold?']);
      await reader.field(['Wat Wanneer is', 'What Wanneer is']).selectOption('participations.started_on');
      expect(await reader.field(['Wat KvK is', 'What KvK is']).inputValue()).toBe('companies.kvk_number');
      await reader.fill(['Onthouden als', 'Remember as'], remembered);
      expect(await reader.faults()).toEqual([]);
      await reader.press('button', ['Controleren', 'Check']);
      await reader.sees(['Nieuw: 3', 'New: 3'], [`Wijd ${language} BV`, `Wijd ${language} BV`]);
      await reader.press('button', ['Importeren', 'Import']);
      await reader.sees(['Geïmporteerd', 'Imported']);

      await chooses('leden 2.xlsx', list(`Breed ${language} BV`, second));
      await reader.sees(['Wat staat er in de kolommen?', 'What do the columns hold?']);
      await reader.field(['Onthouden indeling', 'Remembered layout']).selectOption(remembered);
      expect(await reader.field(['Wat Wanneer is', 'What Wanneer is']).inputValue()).toBe(
        'participations.started_on',
      );
      await reader.press('button', ['Controleren', 'Check']);
      await reader.sees(['Nieuw: 3', 'New: 3']);
    });

    it('is not offered when nothing would change', async () => {
      await chooses(
        'cirkel.zip',
        zipOfCsv({ 'companies.csv': `ref;name;kvk_number\nC;Cirkel BV;${circle}\n` }),
      );
      await reader.sees(['Er valt niets te importeren…', 'There is nothing to import…']);
      expect(await reader.the('button', ['Importeren', 'Import']).count()).toBe(0);
    });
  });
});
