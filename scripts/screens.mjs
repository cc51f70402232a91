import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { ensureChromium } from './lib/chromium.mjs';
import { Refusal, at, main, say } from './lib/project.mjs';

const PORT = process.env.PORT ?? '3999';
const HOME = `http://localhost:${PORT}`;
const ACCOUNT = { email: 'admin@fieldlab.example', password: 'vier paarse olifanten' };
const PATIENCE_S = 180;

/** The pictures of README.md, of the demonstration programme. */
const PICTURES = {
  companies: `/companies?filter=${encodeURIComponent('{"province":"NL-OV"}')}`,
  overview: '/',
  comparison:
    '/compare?left=companies_reached&left.asOf=2021-05-01&right=companies_participating&right.asOf=2021-05-01',
};

async function untilReady(server) {
  for (let second = 0; second < PATIENCE_S && server.exitCode === null; second += 1) {
    const answer = await fetch(`${HOME}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(1000);
  }
  throw new Refusal(`Nothing answers at ${HOME}.`);
}

async function takePictures(executablePath) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext({
    ...{ baseURL: HOME, locale: 'en-GB', colorScheme: 'light', reducedMotion: 'reduce' },
    viewport: { width: 1200, height: 740 },
  });
  await context.request.post('/api/v1/session', { data: ACCOUNT });
  const page = await context.newPage();
  for (const [name, path] of Object.entries(PICTURES)) {
    await page.goto(path);
    await page.locator('main h1').waitFor();
    await page.waitForLoadState('networkidle');
    if (name === 'overview') {
      await page.getByLabel('As of').fill('1 May 2021');
      await page.getByLabel('As of').blur();
      await page.getByText('683', { exact: true }).waitFor();
      await page.waitForLoadState('networkidle');
    }
    await page.screenshot({ path: at('docs/screens', `${name}.png`) });
    say(`docs/screens/${name}.png`);
  }
  await browser.close();
}

/** Takes the pictures of the README again: `node scripts/screens.mjs`. */
await main(async () => {
  const executablePath = ensureChromium();
  if (!executablePath) throw new Refusal('Pictures are taken in Chromium.');
  const folder = mkdtempSync(join(tmpdir(), 'fieldlab-screens-'));
  const env = {
    ...process.env,
    PORT,
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: '',
    DEMO: 'true',
    LOG_LEVEL: 'silent',
  };
  const server = spawn(process.execPath, [at('scripts/start.mjs')], {
    env: { ...env, ADMIN_EMAIL: ACCOUNT.email, ADMIN_PASSWORD: ACCOUNT.password },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await untilReady(server);
    await takePictures(executablePath);
  } finally {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
});
