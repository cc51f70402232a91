import { ERRORS } from '@fieldlab/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { signIn, startBrowserRun, visit, type BrowserRun } from '../support/browser';
import { Reader, READERS, type Word } from '../support/browser-reader';
import { fillSmallRegister, type SmallRegister } from '../support/browser-register';
import type { Caller } from '../support/register';

const SAVE = ['Opslaan', 'Save'] as const;
const DELETE = ['Verwijderen', 'Delete'] as const;
const NOTHING_LOST = ['Er is niets gewijzigd.', 'Nothing was changed.'] as const;

/** Titles that say that a rule was broken, and not which: nobody reads them alone. */
const TITLES = new Set(Object.values(ERRORS).flatMap(({ nl, en }) => [nl, en] as string[]));

/** Whatever the register refuses, the screen says which rule it was, by what, and what one can do. */
describe('a refusal', () => {
  let run: BrowserRun;
  let admin: Caller;
  let register: SmallRegister;

  beforeAll(async () => {
    run = await startBrowserRun();
    admin = await run.register.as('ADMIN');
    register = await fillSmallRegister(admin);
    await addUser(run.register, {
      role: 'COORDINATOR',
      centreIds: [register.centreId],
      name: 'Coby Ordinator',
    });
  });
  afterAll(() => run.close());

  const made = async (path: string, body: object): Promise<string> => {
    const { body: record } = await admin.post(path, body).expect(201);
    return (record as { id: string }).id;
  };

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;

    beforeAll(async () => {
      reader = await Reader.sitsDown(run, seat);
      await signIn(reader.page, await addUser(run.register, { role: 'ADMIN' }));
      await reader.page.getByRole('navigation').first().waitFor();
    });
    afterAll(() => reader.leaves());
    beforeEach(async () => {
      const leave = reader.the('button', ['Weggaan', 'Leave']);
      reader.page.removeAllListeners('dialog');
      reader.page.on('dialog', (dialog) => void dialog.accept());
      await reader.page.goto('/account');
      if (await leave.isVisible()) await leave.click();
    });

    /** Says this sentence, and nowhere a title without one. */
    const isTold = async (...words: Word[]): Promise<void> => {
      await reader.sees(...words);
      const lines = await reader.page.evaluate(() => document.body.innerText.split('\n'));
      expect(lines.filter((line) => TITLES.has(line.trim().replace(/[.]$/, '')))).toEqual([]);
    };
    const sendsForm = async (path: string, fill: () => Promise<void>): Promise<void> => {
      await visit(reader.page, path);
      await fill();
      await reader.press('button', SAVE);
    };
    const deletes = async (path: string): Promise<void> => {
      await visit(reader.page, path);
      await reader.press('button', DELETE, reader.page.getByRole('main'));
      await reader.press('button', DELETE, reader.page.getByRole('dialog'));
    };

    it('of a code that is in use', async () => {
      await sendsForm('/centres/create', async () => {
        await reader.fill(['Code', 'Code'], 'FL-1');
        await reader.choose(['Soort', 'Kind'], ['Fieldlab', 'Fieldlab']);
        await reader.fill(['Naam', 'Name'], 'Nog een fieldlab');
      });
      await isTold(['Een ander fieldlab of een andere hub heeft deze code al.', 'has this code already.']);
      expect(await reader.field(['Naam', 'Name']).inputValue()).toBe('Nog een fieldlab');
    });

    it('of a fieldlab that would begin after its participations', async () => {
      await sendsForm(`/centres/${register.centreId}`, () =>
        reader.fill(['Gestart op', 'Started on'], reader.word(['1-1-2020', '1 January 2020'])),
      );
      await isTold(
        [
          'Dit zou buiten de nieuwe periode van het fieldlab beginnen: 1 deelname.',
          'This would start outside the new period of the fieldlab: 1 participation.',
        ],
        NOTHING_LOST,
      );
    });

    it('of deleting what others point at, which are counted', async () => {
      await deletes(`/companies/${register.companyId}/show`);
      await isTold(
        ['1 resultaat, 1 aanwezigheid, 1 deelname.', '1 outcome, 1 attendance, 1 participation.'],
        NOTHING_LOST,
      );
    });

    it('of deleting a fieldlab that somebody coordinates, by name', async () => {
      const centreId = await made('/centres', {
        code: `C-${seat.language}`,
        kind: 'FIELDLAB',
        name: 'Nog leeg',
      });
      await addUser(run.register, { role: 'COORDINATOR', centreIds: [centreId], name: 'Cora Ordinator' });
      await deletes(`/centres/${centreId}/show`);
      await isTold(['heeft nog coördinatoren: Cora Ordinator.', 'still has coordinators: Cora Ordinator.']);
    });

    it('of an e-mail address that is in use', async () => {
      const { email } = await addUser(run.register, { role: 'VIEWER' });
      await sendsForm('/users/create', async () => {
        await reader.fill(['Naam', 'Name'], 'Nog Iemand');
        await reader.fill(['E-mailadres', 'E-mail address'], email);
        await reader.choose(['Rol', 'Role'], ['Lezer', 'Viewer']);
      });
      await isTold([
        'Een andere gebruiker heeft dit e-mailadres al.',
        'Another user has this e-mail address',
      ]);
    });

    it('of a company that is on the list already', async () => {
      await visit(reader.page, `/activities/${register.activityId}/show`);
      const firm = ['Van Dijk Metaal…', 'Van Dijk Metaal…'] as const;
      await reader.find(['Bedrijf', 'Company'], 'Van Dijk Metaal B.V.', firm);
      await reader.press('button', ['Toevoegen', 'Add']);
      await isTold(['Dit bedrijf staat al op de lijst', 'This company is on the list of this activity']);
    });

    it('of a second target for one day', async () => {
      await sendsForm('/targets/create', async () => {
        await reader.choose(
          ['Indicator', 'Indicator'],
          ['Bedrijven die deelnamen', 'Companies that took part'],
        );
        await reader.fill(['Doel', 'Target'], '40');
        await reader.fill(['Uiterlijk op', 'By'], reader.word(['31-12-2030', '31 December 2030']));
      });
      await isTold(['voor hetzelfde bereik, al een doel.', 'has a target for the same scope']);
    });

    it('of a participation before its fieldlab', async () => {
      const name = `Te vroeg ${seat.language}`;
      await made('/companies', { name });
      await sendsForm('/participations/create', async () => {
        await reader.find(['Bedrijf', 'Company'], name, [`${name}…`, `${name}…`]);
        await reader.find(['Fieldlab of hub', 'Fieldlab or hub'], 'Fieldlab Lassen', [
          'Fieldlab Lassen…',
          'Fieldlab Lassen…',
        ]);
        await reader.choose(['Niveau', 'Level'], ['Deelnemer', 'Participant']);
        await reader.fill(['Sinds', 'Since'], reader.word(['1-5-2015', '1 May 2015']));
      });
      await isTold(
        [
          'begint op 1 januari 2016; de deelname zou op 1 mei 2015',
          'starts on 1 January 2016; the participation',
        ],
        NOTHING_LOST,
      );
    });

    it('of a step after the end', async () => {
      const name = `Al weg ${seat.language}`;
      const companyId = await made('/companies', { name });
      const centre = {
        code: `S-${seat.language}`,
        kind: 'FIELDLAB',
        name: 'Fieldlab Stappen',
        startedOn: '2016-01-01',
      };
      const centreId = await made('/centres', centre);
      const period = { startedOn: '2019-03-03', lastDay: '2020-12-31' };
      await made('/participations', { companyId, centreId, level: 'ENGAGED', ...period });
      const filter = encodeURIComponent(JSON.stringify({ companyId: [companyId] }));
      await visit(reader.page, `/participations?filter=${filter}`);
      await reader.press('button', [`Ander niveau / Beëindigen: ${name}`, `Change level / End: ${name}`]);
      await reader.press('menuitem', ['Ander niveau', 'Change level']);
      await reader.fill(['Vanaf', 'From'], reader.word(['1-3-2021', '1 March 2021']));
      await reader.press('button', ['Niveau wijzigen', 'Change level']);
      await isTold(['loopt tot en met 31 december 2020', 'lasts until 31 December 2020']);
    });

    it('of an end before the start', async () => {
      await sendsForm(`/spin-offs/${register.spinOffId}`, () =>
        reader.fill(['Opgeheven op', 'Dissolved on'], reader.word(['1-5-2019', '1 May 2019'])),
      );
      await isTold(['De laatste dag ligt voor het begin', 'The last day lies before the start']);
    });

    const typesTooLate = async (id: string): Promise<void> => {
      await visit(reader.page, `/companies/${id}`);
      await reader.fill(['Naam', 'Name'], 'Te laat');
    };
    const isStillTyped = async (): Promise<void> =>
      expect(await reader.field(['Naam', 'Name']).inputValue()).toBe('Te laat');

    it('of changing what somebody else merged away meanwhile', async () => {
      const survivorId = await made('/companies', { name: `Overlever ${seat.language}` });
      const mergedId = await made('/companies', { name: `Gaat op ${seat.language}` });
      await typesTooLate(mergedId);
      await made('/merges', { survivorId, mergedId });
      await reader.press('button', SAVE);
      await isTold(['samengevoegd met Overlever nl.', 'merged into Overlever en.']);
      await isStillTyped();
    });

    it('of saving over what somebody else changed, where that was merged away since', async () => {
      const survivorId = await made('/companies', { name: `Blijft over ${seat.language}` });
      const mergedId = await made('/companies', { name: `Weg straks ${seat.language}` });
      await typesTooLate(mergedId);
      await admin.patch(`/companies/${mergedId}`, 1, { name: `Weg zo ${seat.language}` }).expect(200);
      await reader.press('button', SAVE);
      await reader.sees(['Intussen gewijzigd', 'Changed meanwhile']);
      await made('/merges', { survivorId, mergedId });
      await reader.press('button', ['Mijn wijzigingen opslaan', 'Save my changes']);
      await isTold(['samengevoegd met Blijft over nl.', 'merged into Blijft over en.']);
      await isStillTyped();
    });

    it('of changing what somebody else deleted meanwhile', async () => {
      const gone = await made('/companies', { name: `Verdwijnt ${seat.language}` });
      await typesTooLate(gone);
      await admin.delete(`/companies/${gone}`, 1).expect(204);
      await reader.press('button', SAVE);
      await isTold(['Dit is er niet: het is verwijderd', 'This is not there: it was deleted']);
      await isStillTyped();
    });

    it('of a step of a report that somebody else took', async () => {
      const report = { title: 'Kort', asOf: '2021-05-01', indicators: ['spin_offs'], text: '{{spin_offs}}' };
      const id = await made('/reports', report);
      await visit(reader.page, `/reports/${id}`);
      await reader.press('button', ['Indienen', 'Submit']);
      await admin.post(`/reports/${id}/submit`).expect(200);
      await reader.press('button', ['Indienen', 'Submit'], reader.page.getByRole('dialog'));
      await isTold(['Dat kan niet in de toestand waarin dit nu is.', 'not possible in the state']);
    });

    it('of a file that is no workbook', async () => {
      await visit(reader.page, '/imports');
      const file = {
        name: 'werkboek.xlsx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from('tekst'),
      };
      await reader.page.locator('input[type=file]').first().setInputFiles(file);
      await isTold(['geen', 'no']);
    });
  });
});
