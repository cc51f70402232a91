import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser, type Person } from '../support/actors';
import {
  axeFaults,
  openSeat,
  overflow,
  signIn,
  startBrowserRun,
  type BrowserRun,
  type Seat,
} from '../support/browser';
import { fillSmallRegister, type SmallRegister } from '../support/browser-register';

const SEATS: Seat[] = [
  { width: 1440, language: 'nl', theme: 'light' },
  { width: 1440, language: 'en', theme: 'dark' },
  { width: 390, language: 'nl', theme: 'dark' },
  { width: 390, language: 'en', theme: 'light' },
];

const screensOf = ({ companyId, centreId, participationId, activityId }: SmallRegister): string[] => [
  '/',
  '/companies',
  '/companies/create',
  `/companies/${companyId}`,
  `/companies/${companyId}/show`,
  '/centres',
  `/centres/${centreId}/show`,
  '/participations',
  `/participations/${participationId}/show`,
  '/activities',
  `/activities/${activityId}/show`,
  '/investments',
  '/spin-offs',
  '/outcomes',
  '/users',
  '/figures?indicator=companies_participated&by=province',
  '/figures/companies_participated/members',
  '/imports',
  '/account',
  '/no-such-page',
];

describe('every screen', () => {
  let run: BrowserRun;
  let person: Person;
  let register: SmallRegister;

  beforeAll(async () => {
    run = await startBrowserRun();
    person = await addUser(run.register, { role: 'ADMIN', name: 'Sanne de Wit' });
    register = await fillSmallRegister(await run.register.as('ADMIN'));
  });
  afterAll(() => run.close());

  it.each(SEATS)(
    'fits and lets everybody in: $width wide, $language, $theme',
    async (seat) => {
      const context = await openSeat(run, seat);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      await page.goto('/login');
      await page.locator('input[name=email]').waitFor();
      faults.push(...(await axeFaults(page)).map((fault) => `/login ${fault}`));
      await signIn(page, person);
      for (const screen of screensOf(register)) {
        await page.goto(screen);
        await page.locator('main :is(h1, h2, p):visible').first().waitFor();
        await page.waitForLoadState('networkidle');
        faults.push(...(await axeFaults(page)).map((fault) => `${screen} ${fault}`));
        if ((await overflow(page)) > 0) faults.push(`${screen} sticks out at the right`);
      }
      await context.close();
      expect(faults).toEqual([]);
    },
    240_000,
  );
});
