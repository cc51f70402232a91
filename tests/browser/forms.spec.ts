import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { settled, signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { Reader, READERS, type Word } from '../support/browser-reader';
import { fillSmallRegister, type SmallRegister } from '../support/browser-register';

const NAME = ['Naam', 'Name'] as const;
const TITLE = ['Titel', 'Title'] as const;
const DESCRIPTION = ['Omschrijving', 'Description'] as const;
const NOTE = ['Toelichting', 'Note'] as const;

/** Every form of records: its kind, a record of it, and what is typed into. */
const FORMS: readonly (readonly [kind: string, idOf: (register: SmallRegister) => string, field: Word])[] = [
  ['centres', ({ centreId }) => centreId, NAME],
  ['companies', ({ companyId }) => companyId, NAME],
  ['participations', ({ participationId }) => participationId, NOTE],
  ['activities', ({ activityId }) => activityId, TITLE],
  ['investments', ({ investmentId }) => investmentId, NOTE],
  ['spin-offs', ({ spinOffId }) => spinOffId, NAME],
  ['outcomes', ({ outcomeId }) => outcomeId, DESCRIPTION],
  ['targets', ({ targetId }) => targetId, NOTE],
  ['users', ({ userId }) => userId, NAME],
];

describe('every form that is half filled', () => {
  let run: BrowserRun;
  let register: SmallRegister;

  beforeAll(async () => {
    run = await startBrowserRun();
    register = await fillSmallRegister(await run.register.as('ADMIN'));
  });
  afterAll(() => run.close());

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;

    beforeAll(async () => {
      reader = await Reader.sitsDown(run, seat);
      // The browser's own question at a reload is answered as somebody would who means it.
      reader.page.on('dialog', (dialog) => void dialog.accept());
      await signIn(reader.page, await addUser(run.register, { role: 'ADMIN' }));
      await reader.page.getByRole('navigation').first().waitFor();
    });
    afterAll(() => reader.leaves());

    /** Led there by a link, as people are; the way back then ends where they came from. */
    const isKept = async (from: string, path: string, label: Word): Promise<void> => {
      const { page } = reader;
      await page.goto(from);
      await page.locator(`main a[href="${path}"]`).first().click();
      await page.waitForURL((url) => url.pathname === path);
      await settled(page);
      const field = reader.field(label);
      await field.fill('Half getypt');
      await page.goBack();
      await reader.press('button', ['Hier blijven', 'Stay here']);
      await page.reload();
      await settled(page);
      await reader.sees(['Verder waar u gebleven was.', 'On from where you were.']);
      expect(await field.inputValue()).toBe('Half getypt');
      await page.goBack();
      await reader.press('button', ['Weggaan', 'Leave']);
      await page.waitForURL((url) => url.pathname === from);
    };

    if (seat.width === 390) {
      // A participation is logged in the sheet, which has tests of its own.
      const made = FORMS.filter(([kind]) => kind !== 'participations');
      it.each(made)('holds what is new in %s', (kind, _, field) =>
        isKept(`/${kind}`, `/${kind}/create`, field),
      );
    } else {
      it.each(FORMS)('holds what changes in %s', (kind, idOf, field) => {
        const path = `/${kind}/${idOf(register)}`;
        return isKept(kind === 'users' ? '/users' : `${path}/show`, path, field);
      });
    }
  });
});
