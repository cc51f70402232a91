import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { signIn, startBrowserRun, visit, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';
import { fillSmallRegister, type SmallRegister } from '../support/browser-register';
import { BAD_FILES, fileOptions, GOOD_FILES } from '../support/evidence-files';
import { anOutcome } from '../support/made';
import type { Caller } from '../support/register';

/** A coordinator shows that a product came to market: with a file and a link, and what that does to the claim. */
describe('evidence of an outcome', () => {
  let run: BrowserRun;
  let clear: () => Promise<void>;
  let admin: Caller;
  let register: SmallRegister;

  beforeAll(async () => {
    const made = await fileOptions();
    clear = made.clear;
    run = await startBrowserRun({ files: made.files });
    admin = await run.register.as('ADMIN');
    register = await fillSmallRegister(admin);
  });
  afterAll(async () => {
    await run.close();
    await clear();
  });

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;
    let outcomeId: string;

    beforeAll(async () => {
      reader = await Reader.sitsDown(run, seat);
      const { companyId, centreId } = register;
      const outcome = await anOutcome(admin, companyId, [centreId], { claimLevel: 'SELF_REPORTED' });
      outcomeId = outcome.id;
      await signIn(reader.page, await addUser(run.register, { role: 'COORDINATOR', centreIds: [centreId] }));
      await reader.page.getByRole('navigation').first().waitFor();
      await visit(reader.page, `/outcomes/${outcomeId}/show`);
    });
    afterAll(() => reader.leaves());

    const claim = async () => {
      const { body } = await admin.get(`/outcomes/${outcomeId}`).expect(200);
      return body as { claimLevel: string; evidenceCount: number };
    };
    /** As the window of the operating system does, which is not the page's. */
    const choose = async (name: string, content: Buffer | undefined): Promise<void> => {
      const opened = reader.page.waitForEvent('filechooser');
      await reader.press('button', ['Bestand kiezen', 'Choose a file']);
      await (await opened).setFiles({ name, mimeType: '', buffer: content ?? Buffer.alloc(0) });
    };

    it('says why a file is not kept, and which are', async () => {
      await choose('programma.pdf', BAD_FILES['programma.pdf']);
      await reader.sees(
        ['programma.pdf is niet toegevoegd…', 'programma.pdf was not added…'],
        ['Wel bewaard worden: PDF, PNG…', 'These are kept: PDF, PNG…'],
      );
      await choose('groot.pdf', Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(1_100_000)]));
      await reader.sees(['Een bestand mag ten hoogste 1 MB groot zijn…', 'A file may be at most 1 MB…']);
      expect(await claim()).toMatchObject({ claimLevel: 'SELF_REPORTED', evidenceCount: 0 });
    });

    it('raises the claim with a file, which is handed back as it was', async () => {
      await choose('verklaring.pdf', GOOD_FILES['verklaring.pdf']);
      await reader.sees(['De onderbouwing is nu “met bewijs”.', 'The claim level is now “evidenced”.']);
      const line = reader.the('link', ['verklaring.pdf', 'verklaring.pdf']);
      await line.waitFor();
      expect(await claim()).toMatchObject({ claimLevel: 'EVIDENCED', evidenceCount: 1 });
      const download = reader.page.waitForEvent('download');
      await reader.take(line);
      expect((await download).suggestedFilename()).toBe('verklaring.pdf');
      expect(await reader.faults()).toEqual([]);
    });

    it('takes a link too, and says what is wrong with it', async () => {
      await reader.press('button', ['Link toevoegen', 'Add a link']);
      await reader.fill(['Webadres', 'Web address'], 'geen adres');
      await reader.press('button', ['Toevoegen', 'Add']);
      await reader.sees(['Webadres:…', 'Web address:…']);
      await reader.fill(['Webadres', 'Web address'], 'https://pers.example/bericht');
      await reader.fill(['Titel', 'Title'], 'Persbericht');
      await reader.press('button', ['Toevoegen', 'Add']);
      await reader.the('link', ['Persbericht…', 'Persbericht…']).waitFor();
      expect(await claim()).toMatchObject({ evidenceCount: 2 });
    });

    it('lowers the claim with the last, and undoes that', async () => {
      await reader.press('button', ['Verwijderen: Persbericht', 'Delete: Persbericht']);
      await reader.the('link', ['Persbericht…', 'Persbericht…']).waitFor({ state: 'detached' });
      await reader.press('button', ['Verwijderen: verklaring.pdf', 'Delete: verklaring.pdf']);
      await reader.sees(['De onderbouwing is nu “bevestigd”.', 'The claim level is now “confirmed”.']);
      expect(await claim()).toMatchObject({ claimLevel: 'CONFIRMED', evidenceCount: 0 });
      await reader.press('button', ['Ongedaan maken', 'Undo']);
      await reader.the('link', ['verklaring.pdf', 'verklaring.pdf']).waitFor();
      expect(await claim()).toMatchObject({ claimLevel: 'EVIDENCED', evidenceCount: 1 });
    });

    it('is dropped on the page', async () => {
      const page = reader.page;
      const handed = await page.evaluateHandle(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['naam;uren\nJansen;3\n'], 'uren.csv'));
        return transfer;
      });
      const zone = page.getByRole('button', { name: reader.word(['Bestand kiezen', 'Choose a file']) });
      await zone.dispatchEvent('drop', { dataTransfer: handed });
      await reader.the('link', ['uren.csv', 'uren.csv']).waitFor();
      expect(await claim()).toMatchObject({ evidenceCount: 2 });
    });
  });

  it('is read by an evaluator, who adds none', async () => {
    const reader = await Reader.sitsDown(run, { width: 1440, language: 'nl', theme: 'light' });
    await signIn(reader.page, await addUser(run.register, { role: 'EVALUATOR' }));
    await reader.page.getByRole('navigation').first().waitFor();
    await visit(reader.page, `/spin-offs/${register.spinOffId}/show`);
    await reader.sees(['Nog geen bewijs.', '']);
    expect(await reader.page.getByRole('button', { name: 'Bestand kiezen' }).count()).toBe(0);
    await reader.leaves();
  });
});
