import { addDays, dateIn, NETHERLANDS } from '@fieldlab/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser, type Person } from '../support/actors';
import { signIn, startBrowserRun, visit, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';
import { fillSmallRegister, type SmallRegister } from '../support/browser-register';
import type { Caller } from '../support/register';

/** What somebody types is understood, kept, and refused for a reason that helps. */
describe('what is typed', () => {
  let run: BrowserRun;
  let admin: Caller;
  let register: SmallRegister;
  let coordinator: Person;

  beforeAll(async () => {
    run = await startBrowserRun();
    admin = await run.register.as('ADMIN');
    register = await fillSmallRegister(admin);
    coordinator = await addUser(run.register, { role: 'COORDINATOR', centreIds: [register.centreId] });
  });
  afterAll(() => run.close());

  const aParticipant = async (name: string): Promise<string> => {
    const { body: company } = await admin.post('/companies', { name }).expect(201);
    const { id: companyId } = company as { id: string };
    const { centreId } = register;
    const participation = { companyId, centreId, level: 'PARTICIPANT', startedOn: '2019-03-03' };
    await admin.post('/participations', participation).expect(201);
    return companyId;
  };

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;

    beforeAll(async () => {
      reader = await Reader.sitsDown(run, seat);
      await signIn(reader.page, coordinator);
      await reader.page.getByRole('navigation').first().waitFor();
    });
    afterAll(() => reader.leaves());

    it('is a date and an amount as people write them, shown in full before it is saved', async () => {
      const yesterday = addDays(dateIn(NETHERLANDS.timeZone, new Date()), -1);
      await visit(reader.page, '/investments/create');
      await reader.fill(['Bedrag', 'Amount'], reader.word(['12,5 mln', '€ 1.2k']));
      await reader.sees(['= € 12.500.000', '= €1,200']);
      await reader.fill(['Datum', 'Date'], reader.word(['3/3/26', '03032026']));
      await reader.sees(['= 3 maart 2026', '= 3 March 2026']);
      await reader.fill(['Datum', 'Date'], reader.word(['gisteren', 'yesterday']));
      await reader.choose(['Bron', 'Source'], ['Bedrijven', 'Companies']);
      await reader.choose(['Stand', 'Status'], ['Gerealiseerd', 'Realised']);
      await reader.press('button', ['Opslaan', 'Save']);
      await reader.page.waitForURL(/\/show$/);
      const { body } = await admin.get('/investments?sort=-amountEur&perPage=100').expect(200);
      const amounts = (body as { data: { amountEur: string; datedOn: string }[] }).data;
      expect(amounts.map(({ amountEur, datedOn }) => [Number(amountEur), datedOn])).toContainEqual([
        Number(reader.word(['12500000', '1200'])),
        yesterday,
      ]);
    });

    it('is asked after by our own dialog before a form is left, and the focus goes to what is wrong', async () => {
      const { page } = reader;
      await page.goto('/investments');
      await reader.press('link', ['Investering toevoegen', 'Add investment']);
      await reader.fill(['Bedrag', 'Amount'], 'veel');
      await reader.press('button', ['Opslaan', 'Save']);
      await reader.sees(['Dit is geen bedrag.', 'This is no amount.']);
      await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'amountEur');
      await page.goBack();
      const dialog = page.getByRole('dialog', {
        name: reader.word(['Formulier verlaten?', 'Leave the form?']),
      });
      await dialog.waitFor();
      expect(await reader.faults()).toEqual([]);
      await reader.press('button', ['Hier blijven', 'Stay here'], dialog);
      expect(await reader.field(['Bedrag', 'Amount']).inputValue()).toBe('veel');
      await page.goBack();
      await reader.press('button', ['Weggaan', 'Leave'], dialog);
      await page.waitForURL((url) => !url.pathname.endsWith('/create'));
    });

    /** From the page of a company, which the sheet then knows. */
    const opensSheet = (): Promise<void> =>
      reader.press('button', ['Deelname vastleggen', 'Log participation'], reader.page.getByRole('main'));

    it('that overlaps is told since when and at which level, and goes on at another level; that is undone', async () => {
      const { page } = reader;
      const companyId = await aParticipant(`Overlap ${seat.language}`);
      await visit(page, `/companies/${companyId}/show`);
      await opensSheet();
      const sheet = page.getByRole('dialog', {
        name: reader.word(['Deelname vastleggen', 'Log participation']),
      });
      await reader.tick(['Partner…', 'Partner…']);
      await reader.press('button', ['Opslaan', 'Save'], sheet);
      await reader.sees([
        'sinds 3 maart 2019 al mee bij Fieldlab Lassen, als deelnemer',
        'since 3 March 2019, at the level participant',
      ]);
      await reader.press('button', ['Ander niveau', 'Change level'], sheet);
      await sheet.waitFor({ state: 'detached' });
      await reader.press('button', ['Ongedaan maken', 'Undo']);
      await reader.sees(['1 rij teruggedraaid.', '1 row put back.']);
      const { body } = await admin.get(`/participations?companyId=${companyId}`).expect(200);
      expect(body).toMatchObject({ total: 1, data: [{ level: 'PARTICIPANT', lastDay: null }] });
    });

    it('in the sheet stays when one goes back, which closes the sheet alone', async () => {
      const { page } = reader;
      const name = `Terug ${seat.language}`;
      await aParticipant(name);
      await page.goto(`/companies?filter=${encodeURIComponent(JSON.stringify({ q: name }))}`);
      await page.getByRole('link', { name }).first().click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await opensSheet();
      const sheet = page.getByRole('dialog', {
        name: reader.word(['Deelname vastleggen', 'Log participation']),
      });
      await sheet.waitFor();
      await page.goBack();
      await sheet.waitFor({ state: 'detached' });
      expect(new URL(page.url()).pathname).toMatch(/\/show$/);
    });

    it('as a level on the first day is offered as a correction', async () => {
      const { page } = reader;
      const name = `Eerste dag ${seat.language}`;
      const companyId = await aParticipant(name);
      await visit(
        page,
        `/participations?filter=${encodeURIComponent(JSON.stringify({ companyId: [companyId] }))}`,
      );
      await reader.press('button', [`Ander niveau / Beëindigen: ${name}`, `Change level / End: ${name}`]);
      await reader.press('menuitem', ['Ander niveau', 'Change level']);
      await reader.fill(['Vanaf', 'From'], reader.word(['3-3-2019', '3 March 2019']));
      await reader.press('button', ['Niveau wijzigen', 'Change level']);
      await reader.press('button', [
        'Niveau vanaf het begin verbeteren in partner',
        'Correct the level from the start to partner',
      ]);
      await reader.sees([`${name} is nu partner.`, `${name} is now partner.`]);
      const { body } = await admin.get(`/participations?companyId=${companyId}`).expect(200);
      expect(body).toMatchObject({ total: 1, data: [{ level: 'PARTNER', startedOn: '2019-03-03' }] });
    });
  });
});
