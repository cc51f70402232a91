import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeFaults, openSeat, overflow, settled, startBrowserRun, type BrowserRun } from '../support/browser';
import { fillSmallRegister, publishEdition } from '../support/browser-register';

/** Somebody else's site: one page, with whatever it was given. */
interface Elsewhere {
  url: string;
  show(html: string): void;
  close(): Promise<void>;
}

async function startElsewhere(): Promise<Elsewhere> {
  let html = '';
  const server: Server = createServer((_request, response) => {
    response
      .setHeader('Content-Type', 'text/html; charset=utf-8')
      .end(`<!doctype html><title>Krant</title>${html}`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    show: (given) => {
      html = given;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

describe('a figure on somebody else’s page', () => {
  let run: BrowserRun;
  let elsewhere: Elsewhere;
  let edition: string;
  let page: Page;

  beforeAll(async () => {
    run = await startBrowserRun();
    elsewhere = await startElsewhere();
    await fillSmallRegister(await run.register.as('ADMIN'));
    edition = await publishEdition(await run.register.as('EVALUATOR'), await run.register.as('EVALUATOR'));
  });
  afterAll(async () => {
    await elsewhere.close();
    await run.close();
  });
  beforeEach(async () => {
    const context = await openSeat(run, { width: 1440, language: 'nl', theme: 'light' });
    page = await context.newPage();
    return () => context.close();
  });

  /** The code that the page of the edition offers. */
  async function offered(): Promise<string> {
    await page.goto(edition);
    await settled(page);
    return page.getByLabel('Code om te kopiëren').inputValue();
  }

  it('stands there by the code that the edition gives, in the light of the reader', async () => {
    const code = await offered();
    elsewhere.show(code);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(elsewhere.url);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'Bedrijven die deelnamen' }).waitFor();
    await frame.getByText('Zegel (SHA-256)').waitFor();
    const paper = await frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(paper).toBe('rgb(23, 34, 48)');
    expect(await page.context().cookies(run.register.url)).toEqual([]);
  });

  it('is a picture there as well', async () => {
    await offered();
    await page.getByLabel('Vorm').click();
    await page.getByRole('option', { name: 'Afbeelding (SVG)' }).click();
    elsewhere.show(await page.getByLabel('Code om te kopiëren').inputValue());
    await page.goto(elsewhere.url);
    await page.waitForFunction(() => (document.querySelector('img')?.naturalWidth ?? 0) > 0);
  });

  it.each(['/', '/public', '/login'])(
    'is the only thing of ours there: %s is not shown in a frame',
    async (path) => {
      elsewhere.show(`<iframe src="${run.register.url}${path}"></iframe>`);
      const refused = page.waitForEvent('console', {
        predicate: (message) => message.text().includes('frame-ancestors'),
      });
      await page.goto(elsewhere.url);
      await refused;
      const [, inside] = page.frames();
      expect(await inside?.evaluate(() => document.querySelector('#root'))).toBeNull();
    },
  );

  it('is read by everybody, also on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${edition.replace('/public/', '/embed/')}/companies_participated?by=province`);
    expect(await axeFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});
