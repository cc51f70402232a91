import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { signIn, startBrowserRun, visit, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';
import { fillSmallRegister, type SmallRegister } from '../support/browser-register';

/** The sheet knows where one came from, and keeps it as long as it says it does. */
describe('the log sheet', () => {
  let run: BrowserRun;
  let register: SmallRegister;

  beforeAll(async () => {
    run = await startBrowserRun();
    register = await fillSmallRegister(await run.register.as('ADMIN'));
  });
  afterAll(() => run.close());

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;
    const COMPANY = ['Bedrijf', 'Company'] as const;
    const CENTRE = ['Fieldlab of hub', 'Fieldlab or hub'] as const;
    const LOG = ['Deelname vastleggen', 'Log participation'] as const;

    beforeAll(async () => {
      reader = await Reader.sitsDown(run, seat);
      await signIn(reader.page, await addUser(run.register, { role: 'ADMIN' }));
      await reader.page.getByRole('navigation').first().waitFor();
      await visit(reader.page, `/centres/${register.centreId}/show`);
    });
    afterAll(() => reader.leaves());

    const opens = async (): Promise<void> => {
      await reader.press('button', LOG, reader.page.getByRole('main'));
      await reader.page.getByRole('dialog', { name: reader.word(LOG) }).waitFor();
    };
    const focused = (): Promise<string> =>
      reader.page.evaluate(() => document.activeElement?.getAttribute('type') ?? '');

    it('goes on at the level once the company is chosen', async () => {
      await opens();
      await reader.find(COMPANY, 'Van Dijk Metaal B.V.', ['Van Dijk Metaal…', 'Van Dijk Metaal…']);
      await reader.page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'radio');
      expect(await focused()).toBe('radio');
    });

    it('begins again in the fieldlab that it was opened from', async () => {
      await reader.press('button', ['Sluiten…', 'Close…'], reader.page.getByRole('dialog'));
      await opens();
      await reader.press('button', ['Opnieuw beginnen', 'Start again']);
      expect(await reader.field(CENTRE).inputValue()).toBe('Fieldlab Lassen');
      expect(await reader.field(COMPANY).inputValue()).toBe('');
    });

    it('keeps for the next one what it says it keeps: the fieldlab and the first day, and no level', async () => {
      const { page } = reader;
      const firm = `Volgende ${seat.language} B.V.`;
      await reader.find(COMPANY, firm, [`Nieuw bedrijf "${firm}"`, `New company "${firm}"`]);
      await reader.fill(['Sinds', 'Since'], reader.word(['3-3-2021', '3 March 2021']));
      await reader.tick(['Actief…', 'Engaged…']);
      await page
        .getByLabel(reader.word(['Toelichting', 'Note']))
        .first()
        .focus();
      await page.keyboard.press('Shift+Enter');
      await reader.sees([`${firm} is vastgelegd bij`, `${firm} was logged at`]);
      expect(await reader.field(CENTRE).inputValue()).toBe('Fieldlab Lassen');
      expect(await reader.field(['Sinds', 'Since']).inputValue()).toMatch(/2021/);
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
      if (seat.width === 1440)
        await reader.sees(['houdt fieldlab en begindatum vast', 'keeps fieldlab and start']);
    });
  });
});
