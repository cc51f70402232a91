import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { settled, signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';
import { aCompany, type Made } from '../support/made';
import type { Caller } from '../support/register';

/** One field of the chosen rows: seen before it is done, and taken back by one button. */
describe('changing one field of chosen rows', () => {
  let run: BrowserRun;
  let admin: Caller;

  beforeAll(async () => {
    run = await startBrowserRun();
    admin = await run.register.as('ADMIN');
  });
  afterAll(() => run.close());

  describe.each(READERS)('$language, $width wide', (seat) => {
    let reader: Reader;
    const names = ['Klein', 'Samenwerkingsverband Elektrotechnische Toeleveranciers Zuidoost', 'Weg'].map(
      (name) => `Samen ${name} ${seat.language}`,
    );
    let companies: Made[] = [];
    const dialog = () => reader.page.getByRole('dialog');
    const now = async (index: number): Promise<Made> =>
      (await admin.get(`/companies/${companies[index]?.id ?? ''}`)).body as Made;

    beforeAll(async () => {
      const sizes = ['SMALL', 'LARGE', 'MICRO'];
      companies = [];
      for (const [index, name] of names.entries())
        companies.push(await aCompany(admin, { name, sizeClass: sizes[index] }));
      reader = await Reader.sitsDown(run, seat);
      await signIn(reader.page, await addUser(run.register, { role: 'COORDINATOR' }));
      await reader.page.getByRole('navigation').first().waitFor();
    });
    afterAll(() => reader.leaves());

    it('shows what each becomes, what stays, and what cannot', async () => {
      const filter = encodeURIComponent(JSON.stringify({ id: companies.map(({ id }) => id) }));
      await reader.page.goto(`/companies?filter=${filter}`);
      await settled(reader.page);
      for (const name of names) await reader.toggle([`Kies ${name}`, `Select ${name}`]);
      await reader.press('button', ['Wijzigen', 'Edit']);
      await reader.pick(['Veld', 'Field'], ['Grootteklasse', 'Size class']);
      await reader.pick(['Nieuwe waarde', 'New value'], ['Groot', 'Large']);
      const [, , gone] = companies;
      await admin.delete(`/companies/${gone?.id ?? ''}`, 1).expect(204);
      await reader.press('button', ['Bekijk wat er verandert', 'See what will change']);
      await reader.sees(['1 rij verandert · 1 blijft zoals hij is', '1 row will change · 1 stays as it is']);
      expect(
        await dialog()
          .getByText(names[1] ?? '')
          .evaluate(brokenWords),
      ).toEqual([]);
      expect(await reader.faults()).toEqual([]);
      expect(await now(0)).toMatchObject({ sizeClass: 'SMALL', version: 1 });
    });

    it('does it, and takes it back', async () => {
      await reader.press('button', ['1 rij wijzigen', 'Change 1 row'], dialog());
      await reader.sees(['1 rij gewijzigd', '1 row changed']);
      expect(await now(0)).toMatchObject({ sizeClass: 'LARGE', version: 2 });
      await reader.press('button', ['Ongedaan maken', 'Undo']);
      await reader.sees(['1 rij teruggedraaid.', '1 row put back.']);
      expect(await now(0)).toMatchObject({ sizeClass: 'SMALL', version: 3 });
    });

    it('leaves what somebody else changed since, and names it', async () => {
      const [name = ''] = names;
      await reader.toggle([`Kies ${name}`, `Select ${name}`]);
      await reader.press('button', ['Wijzigen', 'Edit']);
      await reader.pick(['Veld', 'Field'], ['Werknemers', 'Employees']);
      await reader.fill(['Nieuwe waarde', 'New value'], 'veel');
      await reader.press('button', ['Bekijk wat er verandert', 'See what will change']);
      await reader.sees(['Dit is geen getal…', 'This is no number…']);
      await reader.fill(['Nieuwe waarde', 'New value'], '1.200');
      await reader.press('button', ['Bekijk wat er verandert', 'See what will change']);
      await reader.press('button', ['1 rij wijzigen', 'Change 1 row'], dialog());
      await reader.sees(['1 rij gewijzigd', '1 row changed']);
      expect(await now(0)).toMatchObject({ employees: 1200, version: 4 });
      await admin.patch(`/companies/${companies[0]?.id ?? ''}`, 4, { employees: 7 }).expect(200);
      await reader.press('button', ['Ongedaan maken', 'Undo']);
      await reader.sees([`1 rij niet: ${name}: Iemand anders…`, `1 row not: ${name}: Somebody else…`]);
      expect(await now(0)).toMatchObject({ employees: 7, version: 5 });
    });
  });
});

/** The words of a text that do not stand on one line. */
function brokenWords(element: Element): string[] {
  const text = element.firstChild;
  if (!text) return [];
  const words = [...(text.textContent ?? '').matchAll(/\S+/g)];
  return words.flatMap(([word], at) => {
    const range = document.createRange();
    const start = words[at]?.index ?? 0;
    range.setStart(text, start);
    range.setEnd(text, start + word.length);
    return range.getClientRects().length > 1 ? [word] : [];
  });
}
