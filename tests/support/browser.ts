import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AppOptions } from '@api/app-options';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PASSWORD, type Person } from './actors';
import { launchChromium } from './chromium';
import { startTestRegister, type TestRegister } from './register';

/** How a reader sits before the screen. */
export interface Seat {
  width: 1440 | 390;
  language: 'nl' | 'en';
  theme: 'light' | 'dark';
}

export interface BrowserRun {
  register: TestRegister;
  browser: Browser;
  close(): Promise<void>;
}

/** The whole product on a free loopback port, and a browser before it. */
export async function startBrowserRun(options: Partial<AppOptions> = {}, port = 0): Promise<BrowserRun> {
  const browser = await launchChromium();
  if (!browser) throw new Error('No Chromium here; scripts/lib/chromium.mjs installs one.');
  const register = await startTestRegister(options, port);
  return {
    register,
    browser,
    close: async () => {
      await browser.close();
      await register.close();
    },
  };
}

export const openSeat = (run: BrowserRun, { width, language, theme }: Seat): Promise<BrowserContext> =>
  run.browser.newContext({
    baseURL: run.register.url,
    viewport: { width, height: width === 390 ? 844 : 900 },
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    colorScheme: theme,
    reducedMotion: 'reduce',
  });

/** Signs in as people do: on the sign-in page. */
export async function signIn(page: Page, { email }: Pick<Person, 'email'>): Promise<void> {
  await page.goto('/login');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/login');
}

/**
 * Goes to another screen as a link does, without loading the page anew, and waits until what it shows is there.
 * @param isThere what that screen has and the one before it has not.
 */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector('main h1')?.setAttribute('data-former', '');
    const state = { ...(history.state as object | null), key: to };
    history.pushState(state, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state }));
  }, path);
  await settled(page);
}

/** The heading of the screen is there, and nothing of it is still on its way. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const heading = document.querySelector('main h1, main p');
    const isBusy = document.querySelector('main .MuiSkeleton-root, main [aria-busy=true]') !== null;
    return heading !== null && !isBusy && document.querySelector('main h1[data-former]') === null;
  });

const AXE = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
    'axe-core/axe.min.js',
  ),
  'utf8',
);
const AXE_OPTIONS = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/**
 * What axe holds against the page, after WCAG 2.2 AA and what it calls best practice; empty is good. Its builder for
 * playwright would read the whole of axe again at every screen: here it stays in the page.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const violations: Violation[] = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(o: object): Promise<{ violations: Violation[] }> } }).axe
        .run(options)
        .then((found) => found.violations),
    AXE_OPTIONS,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/** How far the page sticks out at the right. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
