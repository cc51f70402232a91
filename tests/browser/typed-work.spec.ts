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
  });
});
