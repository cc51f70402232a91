import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { settled, signIn, startBrowserRun, visit, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';
import { fillSmallRegister } from '../support/browser-register';
import { publishApproved } from '../support/publishing';
import type { Caller } from '../support/register';

/** As somebody wrote it before there was an editor, with spellings of their own. */
const STORED =
  '# Samenvatting\n\n**{{companies_participated}}** bedrijven namen\ndeel:\n\n* {{companies_participated:province=NL-OV}} in Overijssel\n\n| een | tabel |\n|---|---|';

const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p { color: red }</style></head><body>
<h1 style="color:blue">Wat er gebeurde<o:p></o:p></h1>
<p class=MsoNormal>Een <b>vette</b> <span style="color:red">rode</span> zin.<img src="https://example.org/x.png"></p>
<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span> </span></span>eerste punt</p>
<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span> </span></span>tweede punt</p>
</body></html>`;

describe('the text of a report', () => {
  let run: BrowserRun;
  let admin: Caller;

  beforeAll(async () => {
    run = await startBrowserRun();
    admin = await run.register.as('ADMIN');
    await fillSmallRegister(admin);
  });
  afterAll(() => run.close());

  const storedText = async (id: string): Promise<string> =>
    ((await admin.get(`/reports/${id}`).expect(200)).body as { text: string }).text;

  async function reportWith(text: string): Promise<string> {
    const report = {
      ...{ title: 'Voortgang', asOf: '2021-05-01', text },
      ...{ indicators: ['companies_participated'], by: ['province'] },
    };
    return ((await admin.post('/reports', report).expect(201)).body as { id: string }).id;
  }

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;
    let page: Page;
    let field: Locator;
    const EDIT = ['Bewerken', 'Edit'] as const;
    const SAVE = ['Opslaan', 'Save'] as const;
    const NAME = ['Bedrijven die deelnamen', 'Companies that took part'] as const;

    beforeAll(async () => {
      reader = await Reader.sitsDown(run, seat);
      ({ page } = reader);
      await signIn(page, await addUser(run.register, { role: 'ADMIN' }));
      await page.getByRole('navigation').first().waitFor();
      field = page.locator('.ProseMirror');
    });
    afterAll(() => reader.leaves());

    async function edit(id: string): Promise<void> {
      if (!page.url().endsWith(id)) await visit(page, `/reports/${id}`);
      await reader.press('button', EDIT);
      await field.waitFor();
    }

    async function save(): Promise<void> {
      await reader.press('button', SAVE);
      await field.waitFor({ state: 'detached' });
      await settled(page);
    }

    /** At the end of the text, in a paragraph of its own. */
    async function goOnAtTheEnd(): Promise<void> {
      await field.focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
    }

    it('takes a figure that is looked for by a stroke, shows it as a chip and stores its name', async () => {
      const id = await reportWith('Een begin.');
      await edit(id);
      await goOnAtTheEnd();
      await page.keyboard.type('Er zijn /');
      const box = page.getByRole('combobox', { name: reader.word(['Tekst', 'Text']) });
      await box.waitFor();
      const options = page.getByRole('listbox').getByRole('option');
      expect(await options.count()).toBeGreaterThan(10);
      expect(await reader.faults()).toEqual([]);
      await page.keyboard.type(reader.word(['spin', 'spin']));
      await expect.poll(() => options.count()).toBeLessThan(5);
      const pointed = await box.getAttribute('aria-activedescendant');
      expect(await options.first().getAttribute('id')).toBe(pointed);
      await page.keyboard.press('Enter');
      await page.keyboard.type(' nieuwe bedrijven.');
      const chip = field.locator('.chip');
      await expect.poll(() => chip.innerText()).toMatch(/ 1$/);
      expect(await field.innerText()).not.toContain('{{');
      expect(await reader.faults()).toEqual([]);
      await save();
      expect(await storedText(id)).toBe('Een begin.\n\nEr zijn {{spin_offs}} nieuwe bedrijven.');
      await edit(id);
      await expect.poll(() => chip.innerText()).toMatch(/ 1$/);
    });

    it('changes nothing that nobody touched', async () => {
      const id = await reportWith(STORED);
      await edit(id);
      expect(await field.innerText()).toContain('| een | tabel |');
      await reader.fill(['Titel', 'Title'], 'Andere titel');
      await save();
      expect(await storedText(id)).toBe(STORED);
      await edit(id);
      await goOnAtTheEnd();
      // Behind a table, which may have lines added to it, by an empty one.
      await page.keyboard.press('Enter');
      await page.keyboard.type('## Slot');
      await save();
      expect(await storedText(id)).toBe(`${STORED}\n\n## Slot`);
    });

    it('tells a figure by its definition, gives it another cell, and takes it away as one thing', async () => {
      const id = await reportWith('{{companies_participated}} bedrijven.');
      await edit(id);
      await field.focus();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('ArrowRight');
      const card = page.getByRole('tooltip');
      if (!(await card.isVisible())) await page.keyboard.press('ArrowLeft');
      await card.waitFor();
      expect(await card.innerText()).toContain(reader.word(NAME));
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await reader.choose(['Uitgesplitst naar', 'Broken down by'], ['Provincie', 'Province']);
      await reader.find(['Welk deel', 'Which part'], 'Over', ['Overijssel: 1', 'Overijssel: 1']);
      expect(await reader.faults()).toEqual([]);
      await reader.press('button', ['Overnemen', 'Use this figure'], dialog);
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => field.locator('.chip').innerText()).toContain('Overijssel 1');
      await save();
      expect(await storedText(id)).toBe('{{companies_participated:province=NL-OV}} bedrijven.');
      await edit(id);
      await field.focus();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Delete');
      await expect.poll(() => field.locator('.chip').count()).toBe(0);
      await page.keyboard.press('Control+z');
      await expect.poll(() => field.locator('.chip').count()).toBe(1);
      await page.keyboard.press('Control+y');
      await save();
      expect(await storedText(id)).toBe('bedrijven.');
    });

    it('keeps headings and lists of what was copied in Word, and drops the rest', async () => {
      const id = await reportWith('');
      await edit(id);
      await field.focus();
      await field.evaluate((element, html) => {
        const data = new DataTransfer();
        data.setData('text/html', html);
        data.setData('text/plain', 'plain');
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      }, FROM_WORD);
      await save();
      expect(await storedText(id)).toBe(
        '## Wat er gebeurde\n\nEen **vette** rode zin.\n\n- eerste punt\n- tweede punt',
      );
    });

    it('shows what differs from the last edition', async () => {
      const id = await reportWith('{{companies_participated}} bedrijven namen vrolijk deel.');
      const approver = await run.register.as('EVALUATOR');
      await admin.post(`/reports/${id}/submit`).expect(200);
      await approver.post(`/reports/${id}/approve`).expect(200);
      await publishApproved(approver, id);
      const { body: revised } = await admin.post(`/reports/${id}/editions`, { reason: 'Later' });
      // Nobody had taken part yet.
      await admin.patch(`/reports/${id}`, revised.version as number, { asOf: '2018-01-01' }).expect(200);
      await edit(id);
      await expect.poll(() => field.locator('.chip').innerText()).toMatch(/1 → 0$/);
      expect(await field.locator('ins').count()).toBe(0);
      await field.focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(' Echt waar.');
      await expect.poll(() => field.locator('ins').innerText()).toBe('Echt waar.');
      expect(await reader.faults()).toEqual([]);
      const compared = [
        'Laat zien wat anders is dan in editie 1',
        'Show what differs from edition 1',
      ] as const;
      await reader.the('switch', compared).press('Space');
      await expect.poll(() => field.locator('ins').count()).toBe(0);
      await save();
      expect(await storedText(id)).toBe(
        '{{companies_participated}} bedrijven namen vrolijk deel. Echt waar.',
      );
    });
  });
});
