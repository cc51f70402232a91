import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser, type Person } from '../support/actors';
import { axeFaults, openSeat, overflow, settled, signIn, startBrowserRun, visit } from '../support/browser';
import type { BrowserRun, Seat } from '../support/browser';
import { fillSmallRegister, type SmallRegister } from '../support/browser-register';

const WIDE: Seat = { width: 1440, language: 'nl', theme: 'light' };
const NARROW: Seat = { width: 390, language: 'en', theme: 'dark' };
const NL = {
  field: 'Uw reactie',
  post: 'Plaatsen',
  bell: /^Voor u: /,
  withdraw: /^Reactie van .* intrekken$/,
};
const EN = { field: 'Your comment', post: 'Post', bell: /^For you: /, withdraw: /^Withdraw the comment by / };

let run: BrowserRun;
let register: SmallRegister;
beforeAll(async () => {
  run = await startBrowserRun();
  register = await fillSmallRegister(await run.register.as('ADMIN'));
});
afterAll(() => run.close());

async function arrives(seat: Seat, person: Person): Promise<Page> {
  const page = await (await openSeat(run, seat)).newPage();
  await signIn(page, person);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  return page;
}

const faultsOf = async (page: Page): Promise<unknown[]> => [...(await axeFaults(page)), await overflow(page)];

describe('a comment', () => {
  it.each([
    [WIDE, NL, 'Anna Jansen', 'Ingetrokken door'],
    [NARROW, EN, 'Bob Smit', 'Withdrawn by'],
  ])(
    'names somebody, whom the bell leads to it, and can be withdrawn (%j)',
    async (seat, words, name, gone) => {
      const coordinator = {
        role: 'COORDINATOR',
        centreIds: [register.centreId],
        language: seat.language,
      } as const;
      const named = await addUser(run.register, { ...coordinator, name });
      const author = await arrives(
        seat,
        await addUser(run.register, { role: 'ADMIN', language: seat.language }),
      );
      await visit(author, `/participations/${register.participationId}/show`);
      const field = author.getByRole('textbox', { name: words.field });
      await field.fill(`@${name.slice(0, 3)}`);
      await author.getByRole('button', { name, exact: true }).click();
      await field.press('End');
      await field.pressSequentially('?');
      await author.getByRole('button', { name: words.post, exact: true }).click();
      await author
        .getByRole('listitem')
        .filter({ hasText: `@${name} ?` })
        .waitFor();
      expect(await faultsOf(author)).toEqual([0]);

      const reader = await arrives(seat, named);
      await reader.getByRole('button', { name: words.bell }).click();
      await reader
        .getByRole('dialog')
        .getByRole('link')
        .filter({ hasText: /noemt u|mentions you/ })
        .click();
      await reader.waitForURL(/comment=/);
      await reader
        .locator('li:focus')
        .filter({ hasText: `@${name} ?` })
        .waitFor();
      await author.getByRole('button', { name: words.withdraw }).first().click();
      await author.getByRole('dialog').getByRole('button').last().click();
      await author.getByText(gone).first().waitFor();
      await author.context().close();
      await reader.context().close();
    },
  );
});
