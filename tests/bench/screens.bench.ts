import { errors, type Browser, type Page } from 'playwright-core';
import type { Client } from 'pg';
import { launchChromium } from '../support/chromium';
import { median, timed } from './compare';
import { makeToken, serve } from './serve';

const ROUNDS = 5;
const WARM_UPS = 1;
/** A screen that is still not there after so long is taken as it is: the rest of the bench goes on. */
const PATIENCE_MS = 120_000;
/** Of a slow screen fewer rounds tell enough. */
const BUDGET_MS = 60_000;

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
export async function* benchScreens(owner: Client, appUrl: string): AsyncGenerator<MeasuredScreen> {
  const browser = await launchChromium();
  if (!browser) return;
  const register = await serve('register', appUrl);
  const headers = { Authorization: `Bearer ${await makeToken(owner, 'screens')}` };
  try {
    for (const screen of SCREENS)
      yield await measure(browser, `http://127.0.0.1:${register.port}`, headers, screen);
  } finally {
    await browser.close();
    await register.end();
  }
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
  const start = performance.now();
  for (let round = 0; round < ROUNDS + WARM_UPS; round += 1) {
    const visit = await visited(browser, `${origin}${path}`, headers, shown);
    asked = visit.asked;
    const apiMilliseconds = await timed(() => Promise.all(asked.map((url) => unwrap(url, headers))));
    const isSlow = performance.now() - start > BUDGET_MS;
    if (round < WARM_UPS && !isSlow) continue;
    screens.push(visit.milliseconds);
    answers.push(apiMilliseconds);
    if (isSlow) break;
  }
  return {
    what,
    milliseconds: median(screens),
    apiMilliseconds: median(answers),
    questions: asked.length,
  };
}

/** By somebody who was never there before. */
async function visited(
  browser: Browser,
  address: string,
  headers: Record<string, string>,
  shown: string,
): Promise<{ milliseconds: number; asked: string[] }> {
  const context = await browser.newContext({ extraHTTPHeaders: headers, locale: 'nl-NL' });
  const page = await context.newPage();
  const asked = new Set<string>();
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().includes('/api/v1/')) asked.add(request.url());
  });
  await page.goto(address, { waitUntil: 'commit' });
  const milliseconds = await untilUsable(page, shown);
  await context.close();
  return { milliseconds, asked: [...asked] };
}

/** Since it was asked for: what it is about is there, nothing is on its way, and the page has time for its reader. */
async function untilUsable(page: Page, shown: string): Promise<number> {
  const isThere = page.waitForFunction(
    (selector) =>
      document.querySelector(selector) !== null &&
      document.querySelector('main .MuiSkeleton-root, main [aria-busy=true]') === null,
    shown,
    { polling: 'raf', timeout: PATIENCE_MS },
  );
  const isUsable = await isThere.then(
    () => true,
    (error: unknown) => {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    },
  );
  if (!isUsable) return PATIENCE_MS;
  return page.evaluate(
    () => new Promise<number>((resolve) => requestIdleCallback(() => resolve(performance.now()))),
  );
}

async function unwrap(url: string, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { headers });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
}
