import type { Browser, Page } from 'playwright-core';
import type { Client } from 'pg';
import { launchChromium } from '../support/chromium';
import { median, timed } from './compare';
import { makeToken, serve } from './serve';

const ROUNDS = 5;
const WARM_UPS = 1;

/** A screen, and what is on it once it can be used. */
const SCREENS = [
  { what: 'The companies list of 100,000', path: '/companies', shown: 'main tbody a, main li a' },
  { what: 'The dashboard', path: '/', shown: 'main li .figure' },
];

export interface MeasuredScreen {
  what: string;
  /** From an empty cache until it can be used. */
  milliseconds: number;
  /** Of the same questions to the API, asked at once and by themselves. */
  apiMilliseconds: number;
  questions: number;
}

/** How long a person waits for a screen, beside the API's own time for what is on it. Nothing without a browser. */
export async function benchScreens(owner: Client, appUrl: string): Promise<MeasuredScreen[]> {
  const browser = await launchChromium();
  if (!browser) return [];
  const register = await serve('register', appUrl);
  const headers = { Authorization: `Bearer ${await makeToken(owner, 'screens')}` };
  const measured: MeasuredScreen[] = [];
  try {
    for (const screen of SCREENS)
      measured.push(await measure(browser, `http://127.0.0.1:${register.port}`, headers, screen));
  } finally {
    await browser.close();
    await register.end();
  }
  return measured;
}

export const screenLine = ({ what, milliseconds, apiMilliseconds, questions }: MeasuredScreen): string =>
  [
    `${what}, in Chromium with an empty cache`,
    `  ${milliseconds.toFixed(0)} ms until it can be used; the API alone, ${questions} questions: ${apiMilliseconds.toFixed(0)} ms`,
    `  ratio ${(milliseconds / apiMilliseconds).toFixed(2)} (aim: under 2,000 ms)`,
  ].join('\n');

async function measure(
  browser: Browser,
  origin: string,
  headers: Record<string, string>,
  { what, path, shown }: (typeof SCREENS)[number],
): Promise<MeasuredScreen> {
  const [screens, answers]: [number[], number[]] = [[], []];
  let asked: string[] = [];
  for (let round = 0; round < ROUNDS + WARM_UPS; round += 1) {
    const context = await browser.newContext({ extraHTTPHeaders: headers, locale: 'nl-NL' });
    const page = await context.newPage();
    const questions = new Set<string>();
    page.on('request', (request) => {
      if (request.method() === 'GET' && request.url().includes('/api/v1/')) questions.add(request.url());
    });
    await page.goto(`${origin}${path}`, { waitUntil: 'commit' });
    const milliseconds = await untilUsable(page, shown);
    await context.close();
    asked = [...questions];
    const apiMilliseconds = await timed(() => Promise.all(asked.map((url) => answered(url, headers))));
    if (round < WARM_UPS) continue;
    screens.push(milliseconds);
    answers.push(apiMilliseconds);
  }
  return {
    what,
    milliseconds: median(screens),
    apiMilliseconds: median(answers),
    questions: asked.length,
  };
}

/** Since it was asked for: what it is about is there, nothing is on its way, and the page has time for its reader. */
async function untilUsable(page: Page, shown: string): Promise<number> {
  await page.waitForFunction(
    (selector) =>
      document.querySelector(selector) !== null &&
      document.querySelector('main .MuiSkeleton-root, main [aria-busy=true]') === null,
    shown,
    { polling: 'raf', timeout: 60_000 },
  );
  return page.evaluate(
    () => new Promise<number>((resolve) => requestIdleCallback(() => resolve(performance.now()))),
  );
}

async function answered(url: string, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { headers });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
}
