import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { settled, signIn, startBrowserRun, visit, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';
import { fillSmallRegister, type SmallRegister } from '../support/browser-register';
import type { Caller } from '../support/register';

const UPDATING = ['wordt bijgewerkt', 'being updated'] as const;
const FIGURES = /\/api\/v1\/figures/;

describe('the overview after a change', () => {
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
    });
    afterAll(() => reader.leaves());

    const participated = async (): Promise<number> =>
      Number(await reader.page.locator('main li .figure').first().textContent());

    it('shows the figures that were known, greyed and labelled, until those of now are there', async () => {
      const { page } = reader;
      await settled(page);
      const before = await participated();
      expect(await page.getByText(reader.word(UPDATING)).count()).toBe(0);
      await visit(page, '/companies');
      const { body: company } = await admin
        .post('/companies', { name: `Nieuw ${seat.language}` })
        .expect(201);
      const { centreId } = register;
      const participation = {
        companyId: company.id,
        centreId,
        level: 'PARTICIPANT',
        startedOn: '2020-01-01',
      };
      await admin.post('/participations', participation).expect(201);

      let answer = (): void => undefined;
      const isAnswered = new Promise<void>((resolve) => (answer = resolve));
      await page.route(FIGURES, async (route) => {
        await isAnswered;
        await route.continue();
      });
      const isThere = visit(page, '/');
      await reader.sees(UPDATING);
      expect(await participated()).toBe(before);
      expect(await page.locator('main [aria-busy=true] .figure').count()).toBeGreaterThan(0);

      answer();
      await page.getByText(reader.word(UPDATING)).first().waitFor({ state: 'detached' });
      await isThere;
      expect(await participated()).toBe(before + 1);
      await page.unroute(FIGURES);
    });
  });
});
