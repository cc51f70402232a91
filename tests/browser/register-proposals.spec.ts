import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { settled, signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';
import { startKvkServer, type KvkServer } from '../support/kvk-server';
import { aCentre, aCompany, aParticipation, type Made } from '../support/made';
import type { Caller } from '../support/register';

/** What the trade register says otherwise, seen beside what is registered, and decided upon. */
describe('proposals of the trade register', () => {
  let kvk: KvkServer;
  let run: BrowserRun;
  let admin: Caller;
  let donald: Made;
  let centre: Made;

  beforeAll(async () => {
    kvk = await startKvkServer();
    run = await startBrowserRun({ businessRegisters: { kvk: kvk.access } });
    admin = await run.register.as('ADMIN');
    await admin.patch('/programme', 0, { name: 'P', startedOn: '2015-01-01' }).expect(200);
    centre = await aCentre(admin);
    donald = await aCompany(admin, { name: 'Donald Duck', kvkNumber: '68750110', legalForm: 'BV' });
    const dagobert = await aCompany(admin, { name: 'Test EMZ Dagobert', kvkNumber: '69599084' });
    for (const { id } of [donald, dagobert]) await aParticipation(admin, id, centre.id);
  });
  afterAll(async () => {
    await run.close();
    await kvk.close();
  });

  const address = async (values: object): Promise<void> => {
    const { body } = await admin.get(`/companies/${donald.id}`).expect(200);
    const moved = { name: 'Donald Duck', postcode: '8011 PK', municipality: 'Zwolle', province: 'NL-OV' };
    const { version } = body as Made;
    await admin.patch(`/companies/${donald.id}`, version, { ...moved, ...values }).expect(200);
  };

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;
    beforeAll(async () => {
      await address({});
      await admin.post('/register-checks').expect(202);
      reader = await Reader.sitsDown(run, seat);
      const person = await addUser(run.register, { role: 'COORDINATOR', centreIds: [centre.id] });
      await signIn(reader.page, person);
      await reader.page.getByRole('navigation').first().waitFor();
    });
    afterAll(() => reader.leaves());

    const card = (name: string) => reader.page.getByRole('region', { name });

    it('wait on the overview, and show old beside new', async () => {
      await reader.page
        .getByRole('link', {
          name: reader.word(['Het handelsregister zegt iets anders', 'The trade register tells otherwise']),
        })
        .first()
        .click();
      const one = card('Donald Duck');
      await one.getByText('8011 PK').waitFor();
      await one.getByText('8823 SJ').waitFor();
      await one.getByText('Test BV Donald').waitFor();
      await settled(reader.page);
      expect(await reader.faults()).toEqual([]);
    });

    it('change the company by what is accepted, and say where that came from', async () => {
      const one = card('Donald Duck');
      const name = one.getByRole('checkbox', { name: reader.word(['Naam meenemen', 'Include Name']) });
      await name.click();
      await reader.press('button', ['3 gegevens overnemen', 'Accept 3 fields'], one);
      await reader.sees(['Overgenomen: Donald Duck', 'Accepted: Donald Duck']);
      const { body } = await admin.get(`/companies/${donald.id}`).expect(200);
      expect(body).toMatchObject({ name: 'Donald Duck', postcode: '8823 SJ', province: 'NL-FR' });
      const { body: history } = await admin.get(`/companies/${donald.id}/history`).expect(200);
      expect(history.data[0].reason).toMatch(/^(Uit het handelsregister|From the trade register) \(KVK\)/);
      expect(await reader.faults()).toEqual([]);
    });

    it('say what the end of a firm does, before it is accepted', async () => {
      const one = card('Test EMZ Dagobert');
      await one.getByText(reader.word(['beëindigt 1 deelname', 'ends 1 participation'])).waitFor();
      expect(await reader.faults()).toEqual([]);
    });
  });

  it('say what is missing where no register is connected', async () => {
    const bare = await startBrowserRun();
    const reader = await Reader.sitsDown(bare, { width: 390, language: 'nl', theme: 'dark' });
    try {
      await signIn(reader.page, await addUser(bare.register, { role: 'ADMIN' }));
      await reader.page.getByRole('navigation').first().waitFor();
      await reader.page.goto('/register-proposals');
      await reader.sees(['nog niet aangesloten…', 'not connected yet…']);
      expect(await reader.faults()).toEqual([]);
    } finally {
      await reader.leaves();
      await bare.close();
    }
  });
});
