import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { settled, signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { Reader, READERS, type Word } from '../support/browser-reader';
import { aCompany } from '../support/made';
import type { Caller } from '../support/register';

/** Rows that were chosen stay in view, by name, also when a filter or another page hides them. */
describe('chosen rows', () => {
  let run: BrowserRun;
  let admin: Caller;

  beforeAll(async () => {
    run = await startBrowserRun();
    admin = await run.register.as('ADMIN');
    for (let index = 10; index < 40; index += 1) await aCompany(admin, { name: `Rij ${index} B.V.` });
  });
  afterAll(() => run.close());

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;
    const ONE = `Verborgen Een ${seat.language}`;
    const TWO = `Verborgen Twee ${seat.language}`;

    beforeAll(async () => {
      reader = await Reader.sitsDown(run, seat);
      await signIn(reader.page, await addUser(run.register, { role: 'ADMIN' }));
      await reader.page.getByRole('navigation').first().waitFor();
      for (const name of [ONE, TWO]) await aCompany(admin, { name });
    });
    afterAll(() => reader.leaves());

    const SEARCH = ['Zoeken', 'Search'] as const;
    const DELETE = ['Verwijderen', 'Delete'] as const;
    const choose = (name: string): Promise<void> => reader.toggle([`Kies ${name}`, `Select ${name}`]);
    const bar = () =>
      reader.page.getByRole('group', {
        name: reader.word(['Met de gekozen rijen', 'With the selected rows']),
      });
    const barSays = (word: Word): Promise<void> =>
      bar().getByText(reader.word(word), { exact: true }).waitFor();
    const asksFor = async (filter: object): Promise<void> => {
      await reader.page.goto(`/companies?filter=${encodeURIComponent(JSON.stringify(filter))}`);
      await settled(reader.page);
    };

    it('that a filter hides are said to be hidden, and named before anything is done to them', async () => {
      await asksFor({ q: 'Verborgen' });
      for (const name of [ONE, TWO]) await choose(name);
      await reader.fill(SEARCH, TWO);
      await barSays(['2 rijen gekozen, waarvan 1 niet zichtbaar', '2 rows selected, 1 of them not visible']);
      expect(await reader.faults()).toEqual([]);
      await reader.press('button', DELETE);
      for (const name of [ONE, TWO])
        await reader.page.getByRole('dialog').getByRole('listitem').getByText(name).waitFor();
      expect(await reader.faults()).toEqual([]);
      await reader.press('button', ['Annuleren', 'Cancel'], reader.page.getByRole('dialog'));
      await reader.page.getByRole('dialog').waitFor({ state: 'detached' });
    });

    it('are shown, or let go as far as they are hidden', async () => {
      await reader.fill(SEARCH, 'niets heet zo');
      await barSays(['2 rijen gekozen, waarvan 2 niet zichtbaar', '2 rows selected, 2 of them not visible']);
      await reader.press('button', ['Alle gekozen tonen', 'Show all selected'], bar());
      await reader.the('checkbox', [`Kies ${ONE}`, `Select ${ONE}`]).waitFor();
      await reader.fill(SEARCH, TWO);
      await reader.press('button', ['Alleen zichtbare houden', 'Keep only visible ones'], bar());
      await barSays(['1 rij gekozen', '1 row selected']);
      await reader.press('button', ['Keuze opheffen', 'Clear selection'], bar());
      await bar().waitFor({ state: 'detached' });
    });

    it('stay chosen on the next page, which says so', async () => {
      await asksFor({});
      await choose('Rij 10 B.V.');
      await reader.take(
        reader.page.getByRole('button', {
          name: reader.word(['Naar de volgende pagina', 'Go to next page']),
        }),
      );
      await barSays(['1 rij gekozen, waarvan 1 niet zichtbaar', '1 row selected, 1 of them not visible']);
      await reader.press('button', ['Keuze opheffen', 'Clear selection'], bar());
    });

    it('are deleted, which is taken back by one button', async () => {
      await asksFor({ q: ONE });
      await choose(ONE);
      await reader.press('button', DELETE);
      await reader.press('button', DELETE, reader.page.getByRole('dialog'));
      await reader.sees(['1 rij verwijderd', '1 row deleted']);
      await reader.the('checkbox', [`Kies ${ONE}`, `Select ${ONE}`]).waitFor({ state: 'detached' });
      await reader.press('button', ['Ongedaan maken', 'Undo']);
      await reader.sees(['1 rij teruggedraaid.', '1 row put back.']);
      await reader.the('checkbox', [`Kies ${ONE}`, `Select ${ONE}`]).waitFor();
    });
  });

  it('are chosen on a phone by a box that a finger hits', async () => {
    const [phone] = READERS;
    if (!phone) throw new Error('Nobody sits at a phone.');
    const reader = await Reader.sitsDown(run, phone);
    await signIn(reader.page, await addUser(run.register, { role: 'ADMIN' }));
    await reader.page.goto('/companies?filter={}');
    const box = reader.the('checkbox', ['Kies Rij 10 B.V.', 'Select Rij 10 B.V.']);
    await box.waitFor();
    const { width = 0, height = 0 } = (await box.boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    await reader.leaves();
  });
});
