import { statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@api/platform/config/project-root';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser, type Person } from '../support/actors';
import {
  axeFaults,
  openSeat,
  overflow,
  settled,
  signIn,
  startBrowserRun,
  visit,
  type BrowserRun,
  type Seat,
} from '../support/browser';
import { fillSmallRegister, publishEdition, type SmallRegister } from '../support/browser-register';

/** Every width, language and theme once: what one of them spoils, it spoils in any company. */
const SEATS: [Seat, ...Seat[]] = [
  { width: 1440, language: 'nl', theme: 'light' },
  { width: 390, language: 'en', theme: 'dark' },
];
/** What WCAG 1.4.10 asks for: 1280 pixels at 400 percent. */
const REFLOW_WIDTH = 320;

const KB = 1000;
/** The sign-in page and the dashboard, each; the rest arrives when it is opened. */
const MOST_SCRIPT = 320 * KB;
/** Each file is a request more, for which a slow line takes half a second. */
const MOST_FILES = 16;

/** Before anybody is signed in. */
const DOORWAY = [
  '/public',
  '/public/check',
  '/toegankelijkheid',
  '/login?problem=refused',
  '/forgotten-password',
  '/invitations#unknown',
  '/password-resets#unknown',
];

/** The forms of a kind have the same fields: to make one is seen from one seat, to change one from the other. */
const FORMS: Record<Seat['width'], (register: SmallRegister) => string[]> = {
  1440: (register) => [
    `/companies/${register.companyId}`,
    `/centres/${register.centreId}`,
    `/participations/${register.participationId}`,
    `/activities/${register.activityId}`,
    `/investments/${register.investmentId}`,
    `/spin-offs/${register.spinOffId}`,
    `/outcomes/${register.outcomeId}`,
    `/targets/${register.targetId}`,
    `/users/${register.userId}`,
  ],
  390: () => [
    '/companies/create',
    '/centres/create',
    '/participations/create',
    '/activities/create',
    '/investments/create',
    '/spin-offs/create',
    '/outcomes/create',
    '/targets/create',
    '/users/create',
  ],
};

const screensOf = ({
  companyId,
  centreId,
  participationId,
  activityId,
  investmentId,
  spinOffId,
  outcomeId,
  comparisonId,
  reportId,
  targetId,
  roundId,
  auditEventId,
}: SmallRegister): string[] => [
  '/companies',
  `/companies/${companyId}/show`,
  '/centres',
  `/centres/${centreId}/show`,
  '/participations',
  `/participations/${participationId}/show`,
  '/activities',
  `/activities/${activityId}/show`,
  '/investments',
  `/investments/${investmentId}/show`,
  '/spin-offs',
  `/spin-offs/${spinOffId}/show`,
  '/outcomes',
  `/outcomes/${outcomeId}/show`,
  '/users',
  '/api-tokens',
  '/audit-events',
  `/audit-events/${auditEventId}/show`,
  '/figures?indicator=companies_participated&by=province',
  '/figures/companies_participated/members',
  '/compare?left=companies_reached&right=companies_participating',
  '/figures?indicator=companies_participating',
  '/comparisons',
  `/comparisons/${comparisonId}`,
  '/reports',
  '/reports/create',
  `/reports/${reportId}`,
  '/targets',
  `/targets/${targetId}/show`,
  '/rounds',
  `/rounds/${roundId}`,
  `/rounds/${roundId}/centres/${centreId}`,
  '/imports',
  '/imports/earlier',
  '/paste',
  '/notes',
  '/companies/00000000-0000-7000-8000-000000000000/show',
  '/account',
  '/no-such-page',
  '/',
];

describe('every screen', () => {
  let run: BrowserRun;
  let person: Person;
  let register: SmallRegister;
  let edition: string;

  beforeAll(async () => {
    run = await startBrowserRun();
    person = await addUser(run.register, { role: 'ADMIN', name: 'Sanne de Wit' });
    const admin = await run.register.as('ADMIN');
    register = await fillSmallRegister(admin);
    edition = await publishEdition(admin, await run.register.as('EVALUATOR'));
  });
  afterAll(() => run.close());

  it.each(SEATS)(
    'fits and lets everybody in: $width wide, $language, $theme',
    async (seat) => {
      const context = await openSeat(run, seat);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      for (const screen of [...DOORWAY, edition]) {
        await page.goto(screen);
        await settled(page);
        await page.locator('main :is(input, a, h1)').first().waitFor();
        const found = [...(await axeFaults(page)), ...(await sticksOut(page, seat))];
        faults.push(...found.map((fault) => `${screen} ${fault}`));
      }
      await signIn(page, person);
      // The address changes before the page does.
      await page.getByRole('navigation').first().waitFor();
      await settled(page);
      for (const screen of [...screensOf(register), ...FORMS[seat.width](register)]) {
        await visit(page, screen);
        const found = [
          ...(await axeFaults(page)),
          ...(await misplacedFocus(page)),
          ...(await unfilledWords(page)),
          ...(await sticksOut(page, seat)),
        ];
        faults.push(...found.map((fault) => `${screen} ${fault}`));
      }
      await context.close();
      expect(faults).toEqual([]);
    },
    240_000,
  );

  it('loads little script, in few files, before it can be used', async () => {
    const page = await (await openSeat(run, SEATS[0])).newPage();
    await page.goto('/login');
    await page.waitForLoadState('networkidle');
    const signingIn = await scriptsOf(page);
    await signIn(page, person);
    await page.reload();
    await settled(page);
    await page.waitForLoadState('networkidle');
    const dashboard = await scriptsOf(page);
    expect(signingIn.bytes).toBeGreaterThan(50 * KB);
    expect(Math.max(signingIn.bytes, dashboard.bytes)).toBeLessThan(MOST_SCRIPT);
    expect(Math.max(signingIn.files, dashboard.files)).toBeLessThanOrEqual(MOST_FILES);
    await page.context().close();
  });
});

/** What the scripts that the page asked for weigh by gzip, whichever copy came over the line. */
async function scriptsOf(page: Page): Promise<{ files: number; bytes: number }> {
  const paths = await page.evaluate(() =>
    [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')]
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  );
  const sizes = [...new Set(paths)].map(
    (path) => statSync(join(projectRoot(), 'dist/admin', `${path}.gz`)).size,
  );
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Whoever walks there goes on at the heading of the new screen. */
async function misplacedFocus(page: Page): Promise<string[]> {
  const focused = await page.evaluate(() => document.activeElement?.tagName ?? 'nothing');
  return focused === 'H1' ? [] : [`leaves the focus on ${focused}`];
}

/** Sentences in which a name or a number should stand, and nobody put it there. */
const unfilledWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => document.body.innerText.split('\n').filter((line) => line.includes('%{')));

async function sticksOut(page: Page, { width }: Seat): Promise<string[]> {
  const widths = width === 390 ? [REFLOW_WIDTH, width] : [width];
  const faults: string[] = [];
  for (const tried of widths) {
    await page.setViewportSize({ width: tried, height: 844 });
    if ((await overflow(page)) > 0) faults.push(`sticks out at the right, ${tried} wide`);
  }
  return faults;
}
