import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser, type Person } from '../support/actors';
import { openSeat, settled, signIn, startBrowserRun, visit, type BrowserRun } from '../support/browser';
import { READERS } from '../support/browser-reader';
import { fillSmallRegister } from '../support/browser-register';

const API = '/api/v1';
const QUESTIONS = `POST ${API}/figures/questions`;
/** A visit that ended long enough ago that what changed since is told. */
const LONG_AGO = '2020-01-01T00:00:00.000Z';

let run: BrowserRun;
let person: Person;
let centreId: string;

beforeAll(async () => {
  run = await startBrowserRun();
  person = await addUser(run.register, { role: 'ADMIN' });
  ({ centreId } = await fillSmallRegister(await run.register.as('ADMIN')));
});
afterAll(() => run.close());

/** What the page asks from now on, by its address without what stands behind the `?`. */
function asking(page: Page): { requests: Request[]; times: (what: string) => number } {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  const nameOf = (request: Request): string => `${request.method()} ${new URL(request.url()).pathname}`;
  return { requests, times: (what) => requests.filter((one) => nameOf(one) === what).length };
}

/** What the browser complains of, as a developer would see it. */
function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}

describe.each(READERS)('the first load, $language at $width', (seat) => {
  let page: Page;
  beforeAll(async () => {
    page = await (await openSeat(run, seat)).newPage();
    return () => page.context().close();
  });

  it('asks of a visitor nothing but who they are', async () => {
    const asked = asking(page);
    const said = complaints(page);
    await page.goto('/');
    await page.locator('input[name=email]').waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.times(`DELETE ${API}/session`)).toBe(0);
    expect(asked.times(QUESTIONS)).toBe(0);
    expect(said.filter((text) => !text.includes('401'))).toEqual([]);
  });

  it('asks for all figures of the overview in one request, before the program is there', async () => {
    await signIn(page, person);
    await settled(page);
    await page.evaluate(([key, seen]) => localStorage.setItem(key, JSON.stringify({ seen })), [
      `RaStorefieldlab..dashboard.visits.${person.id}`,
      LONG_AGO,
    ] as const);
    const asked = asking(page);
    const said = complaints(page);
    let arrive = (): void => undefined;
    const isHeld = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/before-index-and-public.*\.js/, async (route) => {
      await isHeld;
      await route.continue();
    });
    const isAsked = page.waitForRequest(`**${API}/figures/questions`);
    const isThere = page.reload();
    await isAsked;
    arrive();
    await isThere;
    await settled(page);
    await page.waitForLoadState('networkidle');
    await page.unroute(/before-index-and-public.*\.js/);
    expect(asked.times(QUESTIONS)).toBe(1);
    for (const path of ['figures', 'figures/levels', 'figures/series'])
      expect(asked.times(`GET ${API}/${path}`), path).toBe(0);
    for (const path of ['session', 'programme']) expect(asked.times(`GET ${API}/${path}`), path).toBe(1);
    const since = seat.language === 'nl' ? 'Sinds uw vorige bezoek' : 'Since your last visit';
    expect(await page.getByRole('heading', { name: since }).count()).toBe(1);
    const files = asked.requests.map((request) => new URL(request.url()).pathname);
    expect(files.filter((file, place) => files.indexOf(file) !== place && file.endsWith('.js'))).toEqual([]);
    // This register has no programme.
    expect(said.filter((text) => !text.includes('404'))).toEqual([]);
  });

  it('asks again, once, when somebody comes back to it', async () => {
    await visit(page, '/companies');
    const asked = asking(page);
    await visit(page, '/');
    await page.waitForLoadState('networkidle');
    expect(asked.times(QUESTIONS)).toBe(1);
  });

  it('asks for no figures where none are shown', async () => {
    const asked = asking(page);
    await page.goto('/companies');
    await settled(page);
    await page.waitForLoadState('networkidle');
    expect(asked.times(QUESTIONS)).toBe(0);
    expect(asked.times(`GET ${API}/session`)).toBe(1);
  });
});

it.each(READERS)('shows the page that one goes back to at once, $language at $width', async (seat) => {
  const page = await (await openSeat(run, seat)).newPage();
  await signIn(page, person);
  await page.goto('/companies');
  const company = page.locator('main tbody a, main li a').first();
  await company.waitFor();
  const [path, name] = [await company.getAttribute('href'), (await company.textContent()) ?? ''];
  await visit(page, path ?? '');
  await page.getByRole('tab').first().waitFor();
  // Whatever is asked from now on is never answered: what shows was there.
  await page.route(`**${API}/**`, () => undefined);
  await page.goBack();
  await page.locator('main tbody a, main li a').filter({ hasText: name }).first().waitFor();
  expect(await page.locator('main .MuiSkeleton-root').count()).toBe(0);
  await page.goForward();
  await page.getByRole('tab').first().waitFor();
  expect(await page.getByRole('heading', { level: 1, name }).count()).toBe(1);
  await page.context().close();
});

it('has a coordinator’s own centres in the same request', async () => {
  const coordinator = await addUser(run.register, { role: 'COORDINATOR', centreIds: [centreId] });
  const page = await (await openSeat(run, { width: 1440, language: 'nl', theme: 'light' })).newPage();
  await signIn(page, coordinator);
  await settled(page);
  const asked = asking(page);
  await page.reload();
  await settled(page);
  await page.waitForLoadState('networkidle');
  expect(asked.times(QUESTIONS)).toBe(1);
  expect(asked.times(`GET ${API}/figures`)).toBe(0);
  await page.context().close();
});
