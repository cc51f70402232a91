import { errors, type Browser, type Page, type Request } from 'playwright-core';
import type { Client } from 'pg';
import { launchChromium } from '../support/chromium';
import { median, timed } from './compare';
import { makeSession, serve } from './serve';

const ROUNDS = 5;
const WARM_UPS = 1;
/** A screen that is still not there after so long is taken as it is: the rest of the bench goes on. */
const PATIENCE_MS = 120_000;
/** Of a slow screen fewer rounds tell enough. */
const BUDGET_MS = 60_000;

/** As Chromium's own tools call slow 3G: 400 kbit/s each way, and 400 ms until anything comes back. */
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const ONE_WRITE = `update participations set note = now()::text where id = (select id from participations limit 1)`;

interface Screen {
  what: string;
  path: string;
  /** What is on it once it can be used. */
  shown: string;
  aim: string;
  isSlow?: boolean;
  /** Loaded again by who was there, after somebody wrote. */
  isAfterWrite?: boolean;
}

const SCREENS: readonly Screen[] = [
  {
    what: 'The companies list of 100,000',
    path: '/companies',
    shown: 'main tbody a, main li a',
    aim: 'under 2,000 ms',
  },
  { what: 'The overview', path: '/', shown: 'main li .figure', aim: 'its figures within 1,500 ms' },
  {
    ...{ what: 'The overview on slow 3G', path: '/', shown: 'main li .figure', isSlow: true },
    aim: 'its figures within 6,000 ms',
  },
  {
    ...{ what: 'The overview after a write', path: '/', shown: 'main li .figure', isAfterWrite: true },
    aim: 'its figures 300 ms after they are asked, everything within 1,000 ms',
  },
];

export interface MeasuredScreen extends Pick<Screen, 'what' | 'aim'> {
  /** From an empty cache until its first figures or rows are there. */
  shownMilliseconds: number;
  /** Until nothing of it is on its way any more. */
  milliseconds: number;
  /** What the least would take: the same questions to the API at once, or on a slow line the bytes by themselves. */
  leastMilliseconds: number;
  questions: number;
  /** That came over the line. */
  bytes: number;
}

/** How long a person waits for a screen, beside the least that it could take. Nothing without a browser. */
export async function* benchScreens(owner: Client, appUrl: string): AsyncGenerator<MeasuredScreen> {
  const browser = await launchChromium();
  if (!browser) return;
  const register = await serve('register', appUrl);
  const { cookie } = await makeSession(owner, 'screens');
  const origin = `http://127.0.0.1:${register.port}`;
  try {
    for (const screen of SCREENS) yield await measure({ browser, origin, cookie, owner }, screen);
  } finally {
    await browser.close();
    await register.end();
  }
}

export const screenLine = ({ what, aim, questions, bytes, ...took }: MeasuredScreen): string =>
  [
    `${what}, in Chromium`,
    `  ${took.shownMilliseconds.toFixed(0)} ms until it shows, ${took.milliseconds.toFixed(0)} ms until all is there; ${questions} questions, ${(bytes / 1000).toFixed(0)} kB`,
    `  the least: ${took.leastMilliseconds.toFixed(0)} ms; ratio ${(took.milliseconds / took.leastMilliseconds).toFixed(2)} (aim: ${aim})`,
  ].join('\n');

interface Stand {
  browser: Browser;
  origin: string;
  cookie: string;
  owner: Client;
}

async function measure(stand: Stand, screen: Screen): Promise<MeasuredScreen> {
  const rounds: Omit<MeasuredScreen, 'what' | 'aim'>[] = [];
  const start = performance.now();
  for (let round = 0; round < ROUNDS + WARM_UPS; round += 1) {
    const visit = await visited(stand, screen);
    const isSlow = performance.now() - start > BUDGET_MS;
    if (round < WARM_UPS && !isSlow) continue;
    rounds.push(visit);
    if (isSlow) break;
  }
  const middle = (name: keyof (typeof rounds)[number]): number => median(rounds.map((one) => one[name]));
  return {
    ...{ what: screen.what, aim: screen.aim },
    shownMilliseconds: middle('shownMilliseconds'),
    milliseconds: middle('milliseconds'),
    leastMilliseconds: middle('leastMilliseconds'),
    questions: middle('questions'),
    bytes: middle('bytes'),
  };
}

async function visited(stand: Stand, screen: Screen): Promise<Omit<MeasuredScreen, 'what' | 'aim'>> {
  const { browser, origin, cookie, owner } = stand;
  const context = await browser.newContext({ locale: 'nl-NL' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  const address = `${origin}${screen.path}`;
  if (screen.isAfterWrite) {
    await page.goto(address, { waitUntil: 'commit' });
    await untilUsable(page, screen.shown);
  }
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  if (screen.isSlow) await line.send('Network.emulateNetworkConditions', SLOW_3G);
  let bytes = 0;
  line.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const asked = new Map<string, Request>();
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/')) asked.set(request.url() + (request.postData() ?? ''), request);
  });
  if (screen.isAfterWrite) await owner.query(ONE_WRITE);
  await page.goto(address, { waitUntil: 'commit' });
  const [shownMilliseconds, milliseconds] = await untilUsable(page, screen.shown);
  await context.close();
  if (screen.isAfterWrite) await owner.query(ONE_WRITE);
  const alone = await timed(() => Promise.all([...asked.values()].map((request) => unwrap(request, cookie))));
  const overLine = 2 * SLOW_3G.latency + (bytes / SLOW_3G.downloadThroughput) * 1000;
  const leastMilliseconds = screen.isSlow ? overLine : alone;
  return { shownMilliseconds, milliseconds, leastMilliseconds, questions: asked.size, bytes };
}

/** Since it was asked for: what it is about is there; then, nothing is on its way and the page has time for its reader. */
async function untilUsable(page: Page, shown: string): Promise<[shown: number, all: number]> {
  const isThere = page.waitForFunction(
    (selector) => {
      const now = globalThis as { shownAt?: number };
      if (document.querySelector(selector) !== null) now.shownAt ??= performance.now();
      const isBusy = document.querySelector('main .MuiSkeleton-root, main [aria-busy=true]') !== null;
      return now.shownAt !== undefined && !isBusy;
    },
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
  if (!isUsable) return [PATIENCE_MS, PATIENCE_MS];
  return page.evaluate(
    () =>
      new Promise<[number, number]>((resolve) =>
        requestIdleCallback(() =>
          resolve([(globalThis as { shownAt?: number }).shownAt ?? 0, performance.now()]),
        ),
      ),
  );
}

async function unwrap(request: Request, cookie: string): Promise<void> {
  const body = request.postData();
  const answer = await fetch(request.url(), {
    method: request.method(),
    headers: { Cookie: cookie, ...(body !== null && { 'Content-Type': 'application/json' }) },
    ...(body !== null && { body }),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${request.url()} answered ${answer.status}.`);
}
