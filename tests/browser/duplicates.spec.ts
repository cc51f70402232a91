import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';
import { zipOfCsv } from '../support/csv-zip';
import { aCentre, aCompany, aParticipation, type Made } from '../support/made';
import type { Caller } from '../support/register';
import { uploaded } from '../support/uploads';

const DOUBTFUL = 12;
const NAMES = 'Zilverschoon Hakvoort Kwartelhof Dorrestein Waterbies Zonnedauw Lindenhout Berkenstam Vossenburg Kraanvogel Steenuil Ganzerik'.split(' '); // prettier-ignore

/** One company is one company: not entered twice, told apart or joined by somebody, and taken apart again. */
describe('companies that may be one', () => {
  let run: BrowserRun;
  let admin: Caller;
  beforeAll(async () => {
    run = await startBrowserRun();
    admin = await run.register.as('ADMIN');
    await admin.patch('/programme', 0, { name: 'P', startedOn: '2015-01-01' }).expect(200);
  });
  afterAll(() => run.close());

  const read = async (path: string): Promise<Made> => (await admin.get(path).expect(200)).body as Made;
  const figure = async (code: string): Promise<unknown> =>
    ((await read(`/figures?indicator=${code}`)).figures as { value: unknown }[])[0]?.value;

  /** Looks through the whole register, and waits until that is done. */
  const scanned = async (): Promise<void> => {
    await admin.post('/duplicates/scan').expect(202);
    await expect.poll(async () => (await read('/duplicates/scan')).status, { timeout: 30_000 }).toBe('DONE');
  };

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;
    beforeAll(async () => {
      reader = await Reader.sitsDown(run, seat);
      await signIn(reader.page, await addUser(run.register, { role: 'ADMIN' }));
      await reader.page.getByRole('navigation').first().waitFor();
    });
    afterAll(() => reader.leaves());

    it('are joined, with what that does to the figures, and taken apart after an edit', async () => {
      const centre = await aCentre(admin);
      const name = `Merel ${seat.language} Automatiseringsmaatschappij`;
      const older = await aCompany(admin, { name, municipality: 'Almelo', postcode: '7601 AB' });
      const younger = await aCompany(admin, {
        ...{ name: `${name} B.V.`, municipality: 'Almelo', postcode: '7601 AB' },
        website: 'https://merel.example',
      });
      for (const { id } of [older, younger]) await aParticipation(admin, id, centre.id);
      await scanned();
      const before = Number(await figure('companies_participated'));

      await reader.page.goto('/');
      await reader.page
        .getByRole('link', { name: reader.word(['mogelijke dubbel', 'possible duplicate']) })
        .first()
        .click();
      await reader.sees(['Zelfde postcode', 'Same postcode']);
      expect(await namesOverlap(reader)).toBe(false);
      await reader.page
        .getByText(`${before} → ${before - 1}`)
        .first()
        .waitFor();
      await reader.sees([
        `Ze doen tegelijk mee in ${String(centre.name)}`,
        `Both take part at the same time in ${String(centre.name)}`,
      ]);
      expect(await reader.faults()).toEqual([]);
      await reader.page.keyboard.press('1');
      await reader.sees(['Geen dubbelen', 'No duplicates']);
      expect(await read(`/companies/${younger.id}`)).toMatchObject({ mergedIntoId: older.id });
      expect(await figure('companies_participated')).toBe(before - 1);

      const joined = await read(`/companies/${older.id}`);
      expect(joined.website).toBe('https://merel.example');
      await admin
        .patch(`/companies/${older.id}`, joined.version, { website: 'https://nieuw.example' })
        .expect(200);
      await reader.page.goto(`/companies/${younger.id}/show`);
      await reader.sees(['Dit bedrijf is samengevoegd met', 'This company was merged into']);
      await reader.page.goto(`/companies/${older.id}/show`);
      await reader.press('button', [
        `Samenvoeging met ${String(younger.name)} ongedaan maken`,
        `Undo the merge with ${String(younger.name)}`,
      ]);
      expect(await reader.faults()).toEqual([]);
      const dialog = reader.page.getByRole('dialog');
      const UNDO = ['Samenvoeging ongedaan maken', 'Undo merge'] as const;
      await reader.press('button', UNDO, dialog);
      await reader.sees(['Na de samenvoeging gewijzigd: website', 'Changed since the merge: website']);
      await reader.press('button', UNDO, dialog);
      await dialog.waitFor({ state: 'detached' });
      expect(await figure('companies_participated')).toBe(before);
      expect(await read(`/companies/${younger.id}`)).toMatchObject({ mergedIntoId: null });
      expect(await read(`/companies/${older.id}`)).toMatchObject({ website: 'https://nieuw.example' });
      const { body } = await admin.get(`/duplicates?companyId=${older.id}`).expect(200);
      const [{ id, version }] = body.data as [Made];
      await admin.patch(`/duplicates/${id}`, version, { status: 'DIFFERENT' }).expect(200);
    });

    it('are not entered twice', async () => {
      const name = `Zwaluw ${seat.language} Lastechniek`;
      const known = await aCompany(admin, { name: `${name} B.V.`, municipality: 'Ede' });
      await reader.page.goto('/');
      await reader.press('button', ['Vastleggen', 'Log participation']);
      const sheet = reader.page.getByRole('dialog');
      const field = sheet.getByRole('combobox').first();
      await field.fill(`${name.replace('Las', 'Lass')} x`);
      await reader.page
        .getByRole('option', { name: reader.word(['Nieuw bedrijf', 'New company']) })
        .first()
        .click();
      await reader.sees(['Lijkt op wat er al is:', 'Looks like what is there already:']);
      await sheet
        .getByRole('button', { name: reader.word(['Dit bedrijf nemen', 'Take this company']) })
        .first()
        .click();
      await sheet.getByText(String(known.name)).first().waitFor();
      await reader.page.keyboard.press('Escape');
    });
  });

  it.each(READERS)(
    'are decided upon together, and put back together ($language, $width wide)',
    async (seat) => {
      const reader = await Reader.sitsDown(run, seat);
      await signIn(reader.page, await addUser(run.register, { role: 'ADMIN' }));
      // A search forgives small differences: the two runs have names of their own.
      const [kind, code] = seat.language === 'nl' ? ['Kozijnen', 'FL-NL'] : ['Dakgoten', 'FL-EN'];
      await aCentre(admin, { code });
      const places = ['Havik', 'Buizerd', 'Sperwer', 'Wouw'];
      for (const name of places) await aCompany(admin, { name: `${name} ${kind}`, postcode: '7411 KT' });
      const rows = places.map((name, index) => `${index};${name} ${kind} B.V.;7411 KT`);
      const parts = places.map((_, index) => `${index};${code};PARTNER;2020-01-01`);
      const file = zipOfCsv({
        'companies.csv': `ref;name;postcode\n${rows.join('\n')}\n`,
        'participations.csv': `company_ref;centre_code;level;started_on\n${parts.join('\n')}\n`,
      });
      const { id } = await uploaded(admin, file);
      await scanned();
      const left = async () =>
        (await read(`/duplicates?status=OPEN&importId=${id}&perPage=1`)).total as number;
      expect(await left()).toBe(places.length);
      const { page } = reader;
      const choose = (name: string) =>
        page.getByRole('checkbox', { name: new RegExp(`${name} ${kind}`) }).click();
      const confirm = async (button: string, said: RegExp) => {
        await page.getByRole('button', { name: button, exact: true }).click();
        await page.getByRole('dialog').getByText(said).waitFor();
        await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      };

      await page.goto(`/duplicates?importId=${id}`);
      await reader.press('button', ['Als lijst', 'As a list']);
      await choose('Havik');
      await choose('Buizerd');
      expect(await reader.faults()).toEqual([]);
      await confirm(
        reader.word(['Weglaten', 'Leave out']),
        /2 (bedrijven|companies).*: 2 (deelnames|participations)/,
      );
      expect(await left()).toBe(2);
      await reader.press('button', ['Ongedaan maken', 'Undo']);
      await expect.poll(left).toBe(places.length);

      await choose('Sperwer');
      await choose('Wouw');
      await confirm(
        reader.word(['Zelfde bedrijf', 'Same company']),
        /(Elk paar gaat apart|Each pair goes by itself)/,
      );
      expect(await left()).toBe(2);
      expect((await read(`/companies?q=Wouw ${kind}`)).total).toBe(1);
      await reader.press('button', ['Eén voor één', 'One by one']);
      await reader.leaves();
    },
  );

  it('are worked off after an import, by the keyboard alone', async () => {
    const seat = { width: 1440, language: 'nl', theme: 'light' } as const;
    const reader = await Reader.sitsDown(run, seat);
    await signIn(reader.page, await addUser(run.register, { role: 'ADMIN' }));
    for (const name of NAMES) await aCompany(admin, { name: `${name} Techniek`, postcode: '8011 AB' });
    const rows = NAMES.map((name, index) => `${index};${name} Techniek B.V.;8011 AB;x${index}.example`);
    const file = zipOfCsv({ 'companies.csv': `ref;name;postcode;website\n${rows.join('\n')}\n` });
    const { id } = await uploaded(admin, file);
    await scanned();
    const left = async () => (await read(`/duplicates?status=OPEN&importId=${id}&perPage=1`)).total as number;
    const total = await left();
    expect(total).toBeGreaterThanOrEqual(DOUBTFUL);
    await reader.page.goto(`/duplicates?importId=${id}`);
    for (let done = 0; done < total; done += 1) {
      const open = total - done;
      await reader.sees([
        open === 1 ? '1 paar om over te beslissen' : `${open} paren om over te beslissen`,
        '',
      ]);
      if (done === 3) await leavesOut(reader);
      else await reader.page.keyboard.press(done % 3 === 2 ? '2' : '1');
    }
    await reader.sees(['Geen dubbelen', '']);
    expect(await left()).toBe(0);
    expect((await read('/merges?perPage=1')).total).toBeGreaterThan(DOUBTFUL / 2);
    await reader.leaves();
  });
});

/** Leaves the company that the import made out again, by the keyboard. */
async function leavesOut({ page }: Reader): Promise<void> {
  await page.getByRole('button', { name: 'Weglaten' }).waitFor();
  await page.keyboard.press('5');
  await page.getByRole('dialog').getByText('Deze import hing er niets aan.').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Whether the name of one of the two companies runs into that of the other. */
async function namesOverlap({ page }: Reader): Promise<boolean> {
  const [left, right] = await page
    .locator('thead a')
    .evaluateAll((names) => names.map((name) => name.getBoundingClientRect().toJSON() as DOMRect));
  if (!left || !right) throw new Error('No two companies stand beside each other.');
  return left.right > right.left;
}
