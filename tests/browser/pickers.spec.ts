import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { Reader, READERS, type Word } from '../support/browser-reader';
import { aCentre, aCompany } from '../support/made';
import type { Caller } from '../support/register';

let run: BrowserRun;
let admin: Caller;
let centreId: string;
let companyId: string;

beforeAll(async () => {
  run = await startBrowserRun();
  admin = await run.register.as('ADMIN');
  for (let index = 1; index <= 24; index += 1) {
    await aCentre(admin, { name: `Fieldlab ${String(index).padStart(2, '0')}` });
  }
  centreId = (await aCentre(admin, { name: 'Zeelab', code: 'ZL-9' })).id;
  await aCentre(admin, { name: 'Hub Oost', kind: 'HUB' });
  companyId = (await aCompany(admin, { name: 'Van Dijk Metaal B.V.', kvkNumber: '12345678' })).id;
  for (const name of ['Aalbers Jansen', 'Jansen Staal']) await aCompany(admin, { name });
});
afterAll(() => run.close());

const COMPANY: Word = ['Bedrijf', 'Company'];
const SAVE: Word = ['Opslaan', 'Save'];
const CHOOSE: Word = [
  'Kies er een uit de lijst, of maak dit veld leeg.',
  'Choose one from the list, or empty this field.',
];

describe.each(READERS)('choosing records, $language at $width', (seat) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await Reader.sitsDown(run, seat);
    await signIn(reader.page, await addUser(run.register, { role: 'ADMIN' }));
    return () => reader.leaves();
  });

  /** Types without waiting for hits: the server answers only when the promise that this gives is called. */
  const holdAnswers = async (): Promise<() => Promise<void>> => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const searches = (url: URL): boolean => url.pathname === '/api/v1/companies' && url.searchParams.has('q');
    await reader.page.route(searches, async (route) => {
      await released;
      await route.continue();
    });
    return async () => {
      release();
      // Whoever is held is let go of before: else his request is answered twice.
      await reader.page.unrouteAll({ behavior: 'wait' });
    };
  };
  const press = (key: string): Promise<void> => reader.page.keyboard.press(key);
  const openSheet = async (): Promise<Locator> => {
    await reader.page.goto('/companies');
    await reader.press('button', ['Vastleggen', 'Log participation']);
    const sheet = reader.the('dialog', ['Deelname vastleggen', 'Log participation']);
    await sheet.getByLabel(reader.word(COMPANY)).waitFor();
    return sheet;
  };
  const isTaken = async (sheet: Locator, name: string): Promise<void> => {
    await sheet.getByText(name, { exact: true }).waitFor();
    expect(
      await sheet.getByText(reader.word(['Nieuw bedrijf', 'New company']), { exact: true }).count(),
    ).toBe(0);
    await reader.press('button', ['Ander bedrijf', 'Another company'], sheet);
  };

  it('takes what was meant, also when the hits come late, and never makes a new one', async () => {
    const sheet = await openSheet();
    const release = await holdAnswers();
    await sheet.getByLabel(reader.word(COMPANY)).fill('van dij');
    await press('Enter');
    await release();
    await isTaken(sheet, 'Van Dijk Metaal B.V.');
  });

  it('takes what is merely similar, or new, only when the arrows chose it', async () => {
    const sheet = await openSheet();
    const field = sheet.getByLabel(reader.word(COMPANY));
    for (const typed of ['van dijc', 'Nieuwkomer']) {
      await field.fill(typed);
      await reader.the('option', ['Nieuw bedrijf…', 'New company…']).waitFor();
      await press('Enter');
      await sheet.getByText(reader.word(CHOOSE)).waitFor();
      expect(await field.inputValue()).toBe(typed);
    }
    await field.fill('van dijc');
    await reader.the('option', ['Van Dijk Metaal B.V.…', 'Van Dijk Metaal B.V.…']).waitFor();
    await press('ArrowDown');
    await press('Enter');
    await isTaken(sheet, 'Van Dijk Metaal B.V.');
    expect((await admin.get('/companies?q=Nieuwkomer').expect(200)).body.total).toBe(0);
  });

  it('finds every centre where several may be chosen, and stops what was typed and chosen nowhere', async () => {
    await reader.page.goto('/spin-offs/create');
    await reader.fill(['Naam', 'Name'], `Nova ${seat.language}`);
    const centres = reader.field(['Fieldlabs & hubs', 'Fieldlabs & hubs']);
    for (const [typed, name] of [
      ['Zeelab', 'Zeelab'],
      ['hub o', 'Hub Oost'],
    ] as const) {
      await centres.pressSequentially(typed);
      await press('Enter');
      await reader.page.getByText(name, { exact: true }).waitFor();
    }
    await reader.choose(['Onderbouwing', 'Claim level'], ['Bevestigd', 'Confirmed']);
    await reader.fill(['Opgericht op', 'Founded on'], '1-5-2020');
    // Optional, and yet not left out in silence.
    const parent = reader.field(['Moederbedrijf', 'Parent company']);
    await parent.fill('Bestaat Niet');
    await reader.press('button', SAVE);
    await reader.page.getByText(reader.word(CHOOSE)).waitFor();
    await parent.fill('Van Dijk Metaal');
    await press('Enter');
    await reader.page.getByText('12345678').first().waitFor();
    await reader.press('button', SAVE);
    await reader.page.waitForURL(/\/show$/);
    const { body } = await admin.get(`/spin-offs?q=Nova+${seat.language}`).expect(200);
    expect(body.data).toMatchObject([
      { parentCompanyId: companyId, centreIds: expect.arrayContaining([centreId]) },
    ]);
    expect(body.data[0].centreIds).toHaveLength(2);
  });
});
