import { dateIn, NETHERLANDS } from '@fieldlab/domain';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { settled, signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { Reader, READERS } from '../support/browser-reader';
import { aCentre, aCompany, anInvestment, anOutcome, aParticipation } from '../support/made';

let run: BrowserRun;
let companyId: string;

beforeAll(async () => {
  run = await startBrowserRun();
  const admin = await run.register.as('ADMIN');
  ({ id: companyId } = await aCompany(admin, { name: 'Van Dijk Metaal B.V.' }));
  const { id: centreId } = await aCentre(admin, { name: 'Fieldlab Lassen' });
  await anInvestment(admin, centreId, { amountEur: '123456789.00' });
  await aParticipation(admin, companyId, centreId, { startedOn: '2015-03-01', lastDay: '2025-12-31' });
  // Things of these weeks stand at the right edge, where there is no room for words.
  const today = dateIn(NETHERLANDS.timeZone, new Date());
  await aParticipation(admin, companyId, centreId, { level: 'PARTNER', startedOn: today });
  await anOutcome(admin, companyId, [centreId], { achievedOn: today });
});
afterAll(() => run.close());

interface Edges {
  left: number;
  right: number;
}
/** From where to where each of them is drawn, in pixels; what is hidden is not drawn. */
const edgesOf = (drawn: Locator): Promise<Edges[]> =>
  drawn.evaluateAll((elements) =>
    elements
      .filter((element) => getComputedStyle(element).visibility === 'visible')
      .map((element) => {
        const { left, right } = element.getBoundingClientRect();
        return { left, right };
      }),
  );

describe.each(READERS)('what is drawn, $language at $width', (seat) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await Reader.sitsDown(run, seat);
    await signIn(reader.page, await addUser(run.register, { role: 'ADMIN' }));
    return () => reader.leaves();
  });

  it("leaves a company's timeline where it is, beside the facts", async () => {
    await reader.page.goto(`/companies/${companyId}/show`);
    const title = reader.the('heading', ['Tijdlijn', 'Timeline']);
    const section = reader.page.locator('section').filter({ has: title });
    await section.getByTitle(/partner/i).waitFor();
    await settled(reader.page);
    const box = await section.boundingBox();
    const right = Math.max(...(await edgesOf(section.locator('*'))).map((edges) => edges.right));
    expect(right).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0) + 1);
  });

  it('keeps the years below the bars apart, the last of them there', async () => {
    await reader.page.goto('/');
    const bars = reader.the('list', ['Deelnemende bedrijven per jaar…', 'Participating companies by year…']);
    await bars.waitFor();
    const years = bars.locator('li a > span:last-child');
    expect(await years.count()).toBeGreaterThan(10);
    const drawn = await edgesOf(years);
    expect(drawn.length).toBeGreaterThan(4);
    const gaps = drawn.slice(1).map(({ left }, index) => left - (drawn[index]?.right ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4);
    expect(await years.last().isVisible()).toBe(true);
  });

  it('leaves room for the number beside the longest bar', async () => {
    await reader.page.goto('/figures?indicator=investment_realised&by=centre');
    const drawn = reader.page.locator('svg').getByText(/^€\s?123[.,]5\s(mln|m)$/);
    await drawn.waitFor();
    const [amount] = await edgesOf(drawn);
    const [axis] = await edgesOf(reader.page.locator('.MuiChartsAxis-directionX .MuiChartsAxis-line'));
    expect(amount?.right).toBeLessThanOrEqual(axis?.right ?? 0);
  });

  it('leads from a participation in a list to what the link names', async () => {
    await reader.page.goto('/participations?filter={}');
    const main = reader.page.locator('main');
    if (seat.width === 1440) {
      await main.getByRole('link', { name: 'Van Dijk Metaal B.V.', exact: true }).first().click();
      await reader.page.waitForURL(`**/companies/${companyId}/show`);
    } else {
      // A card is called by company and centre, as its page is.
      const row = main.getByRole('link', { name: /^Van Dijk Metaal B\.V\..+Fieldlab Lassen$/ });
      await row.first().click();
      await reader.page.waitForURL(/participations\/[^/]+\/show/);
    }
  });

  it('opens the documentation of the interface with its groups closed', async () => {
    await reader.page.goto('/api/docs');
    const groups = reader.page.locator('.opblock-tag-section');
    // The program that draws it is a large one.
    await groups.first().waitFor({ timeout: 90_000 });
    expect(await reader.page.locator('.opblock').count()).toBe(0);
    await groups.first().locator('button').first().click();
    await reader.page.locator('.opblock').first().waitFor();
  });
});
