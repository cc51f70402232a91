import { loadDemonstration } from '@api/startup/demonstration';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import {
  axeFaults,
  openSeat,
  overflow,
  settled,
  signIn,
  startBrowserRun,
  type BrowserRun,
  type Seat,
} from '../support/browser';

const WIDE: Seat = { width: 1440, language: 'nl', theme: 'light' };
const NARROW: Seat = { width: 390, language: 'en', theme: 'dark' };

let run: BrowserRun;
beforeAll(async () => {
  run = await startBrowserRun();
  await loadDemonstration(run.register.app);
});
afterAll(() => run.close());

async function arrives(seat: Seat, role: 'ADMIN' | 'EVALUATOR' | 'VIEWER'): Promise<Page> {
  const page = await (await openSeat(run, seat)).newPage();
  await signIn(page, await addUser(run.register, { role }));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  return page;
}

const faultsOf = async (page: Page): Promise<unknown[]> => [...(await axeFaults(page)), await overflow(page)];

describe('the three doors of the overview', () => {
  it('lead to logging, to the difference of two figures of the day, and to a sentence of the newspaper', async () => {
    const page = await arrives(WIDE, 'ADMIN');
    await page.getByLabel('Peildatum').fill('1-5-2021');
    await page.getByLabel('Peildatum').blur();
    await page.getByRole('link', { name: 'Waarom is 832 niet 551?' }).waitFor();
    expect(await faultsOf(page)).toEqual([0]);
    await page.getByRole('button', { name: 'Leg een deelname vast' }).click();
    await page.getByRole('dialog', { name: 'Deelname vastleggen' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Waarom is 832 niet 551?' }).click();
    await page.getByRole('link', { name: 'alleen bereikt, geen deelname: −149' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Plak een zin uit de krant' }).click();
    await page.getByLabel('Tekst met getallen').waitFor();
    expect(new URL(page.url()).pathname).toBe('/public/check');
    await page.context().close();
  });

  it('are put away and brought back by each person for themselves', async () => {
    const page = await arrives(NARROW, 'VIEWER');
    await page.getByRole('heading', { name: 'Begin here' }).waitFor();
    expect(await page.getByRole('button', { name: 'Log a participation' }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([0]);
    await page.getByRole('button', { name: 'Put away' }).click();
    await page.reload();
    await settled(page);
    await page.getByRole('button', { name: 'Show ‘Begin here’ again' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Begin here' }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([0]);
    await page.context().clearCookies();
    await signIn(page, await addUser(run.register, { role: 'VIEWER' }));
    await page.getByRole('heading', { name: 'Begin here' }).waitFor();
    await page.context().close();
  });
});

it('an administrator ends the accounts of the demonstration in one click, and is asked first', async () => {
  const page = await arrives(WIDE, 'ADMIN');
  await page.goto('/users');
  await page.getByText('Er zijn nog 4 accounts uit de demonstratie.').waitFor();
  expect(await faultsOf(page)).toEqual([0]);
  await page.getByRole('button', { name: 'Demonstratieaccounts beëindigen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Sanne Bakker').waitFor();
  await dialog.getByRole('button', { name: 'Demonstratieaccounts beëindigen' }).click();
  await page.getByText('De demonstratieaccounts zijn beëindigd.').waitFor();
  await page.getByText('Er zijn nog').waitFor({ state: 'detached' });
  await page.context().close();
});

describe('the question mark', () => {
  it.each([WIDE, NARROW])(
    'says in two sentences what each part is, and goes by Escape: $width, $language',
    async (seat) => {
      const page = await arrives(seat, 'ADMIN');
      const marks = page.getByRole('button', { name: seat.language === 'nl' ? /^Uitleg: / : /^About: / });
      await marks.nth(8).waitFor();
      const explained = new Set<string>();
      for (const mark of await marks.all()) {
        await mark.focus();
        await page.keyboard.press('Enter');
        const text = await page.getByRole('dialog').innerText();
        expect(text.match(/[.;:][ ]|[.]$/g)?.length ?? 0, text).toBeGreaterThan(1);
        explained.add(text);
        if (explained.size === 1) expect(await faultsOf(page)).toEqual([0]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true);
      }
      expect(explained.size).toBe(await marks.count());
      await page.context().close();
    },
  );

  it('stands beside every list', async () => {
    const page = await arrives(WIDE, 'ADMIN');
    for (const path of [
      ...[
        'companies',
        'centres',
        'participations',
        'activities',
        'investments',
        'spin-offs',
        'outcomes',
        'notes',
      ],
      ...['targets', 'rounds', 'reports', 'comparisons', 'duplicates', 'users', 'api-tokens', 'audit-events'],
      ...['imports/earlier', 'figures', 'compare'],
    ]) {
      await page.goto(`/${path}`);
      await page
        .locator('main header')
        .getByRole('button', { name: /^Uitleg: / })
        .waitFor();
    }
    await page.context().close();
  });
});
