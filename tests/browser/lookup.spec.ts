import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { settled, signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';
import { startKvkServer, type KvkServer } from '../support/kvk-server';
import type { Caller } from '../support/register';

/** A company's form that is filled from the trade register. */
describe('looking a company up', () => {
  let kvk: KvkServer;
  let run: BrowserRun;
  let admin: Caller;

  beforeAll(async () => {
    kvk = await startKvkServer();
    run = await startBrowserRun({ businessRegisters: { kvk: kvk.access } });
    admin = await run.register.as('ADMIN');
  });
  afterAll(async () => {
    await run.close();
    await kvk.close();
  });

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;
    beforeAll(async () => {
      kvk.says(undefined);
      reader = await Reader.sitsDown(run, seat);
      await signIn(reader.page, await addUser(run.register, { role: 'COORDINATOR' }));
      await reader.page.getByRole('navigation').first().waitFor();
    });
    afterAll(() => reader.leaves());

    const dialog = () => reader.page.getByRole('dialog');
    const opens = () =>
      reader.press('button', ['Opzoeken in het handelsregister', 'Look up in the trade register']);

    it('fills what the register says, and keeps where it came from', async () => {
      await reader.page.goto('/companies/create');
      await settled(reader.page);
      await reader.fill(['Naam', 'Name'], 'donald');
      await opens();
      await dialog()
        .getByRole('button', { name: /Test BV Donald/ })
        .waitFor();
      expect(await reader.faults()).toEqual([]);
      await dialog()
        .getByRole('button', { name: /Test BV Donald/ })
        .click();
      await reader.sees(['Controleer het en sla het op…', 'Check it and save…']);
      await reader.sees(['wil geen reclame…', 'wants no advertising…']);
      expect(await reader.field(['KvK-nummer', 'KvK number']).inputValue()).toBe('68750110');
      expect(await reader.field(['Postcode', 'Postcode']).inputValue()).toBe('8823SJ');
      expect(await reader.faults()).toEqual([]);
      await reader.choose(['Soort organisatie', 'Kind of organisation'], ['Bedrijf', 'Business']);
      await reader.press('button', ['Opslaan', 'Save']);
      await reader.page.waitForURL(/\/companies\/[^/]+\/show/);
      const id = /companies\/([^/]+)\/show/.exec(reader.page.url())?.[1] ?? '';
      const { body } = await admin.get(`/companies/${id}/history`);
      expect(body.data[0].reason).toMatch(/^(Uit het handelsregister|From the trade register)/);
      const { body: made } = await admin.get(`/companies/${id}`);
      expect(made).toMatchObject({ name: 'Test BV Donald', province: 'NL-FR', sizeClass: 'SMALL' });
      await admin.delete(`/companies/${id}`, made.version as number).expect(204);
    });

    it('says so where nothing is found, and where the register does not answer', async () => {
      await reader.page.goto('/companies/create');
      await settled(reader.page);
      await opens();
      await reader.fill(['Naam of KvK-nummer', 'Name or KvK number'], '90000000');
      await reader.press('button', ['Zoeken', 'Search'], dialog());
      await reader.sees(['kent zo geen bedrijf…', 'has no such company…']);
      kvk.says({ status: 500, body: '{}' });
      await reader.fill(['Naam of KvK-nummer', 'Name or KvK number'], 'dagobert');
      await reader.press('button', ['Zoeken', 'Search'], dialog());
      await reader.sees(['geeft nu geen antwoord…', 'does not answer now…']);
      expect(await reader.faults()).toEqual([]);
    });
  });
});
