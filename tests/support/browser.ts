import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { PASSWORD, type Person } from './actors';
import { startTestRegister, type TestRegister } from './register';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

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
export async function startBrowserRun(): Promise<BrowserRun> {
  const executablePath = PLACES.find((path) => path !== undefined && path !== '' && existsSync(path));
  if (executablePath === undefined)
    throw new Error('No Chromium here; scripts/lib/chromium.mjs installs one.');
  const register = await startTestRegister();
  const browser = await chromium.launch({ executablePath, args: FLAGS });
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

/** What axe holds against the page, after WCAG 2.2 AA; empty is good. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/** How far the page sticks out at the right. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
