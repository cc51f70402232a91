import { existsSync } from 'node:fs';
import type { Browser, LaunchOptions } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page lives for seconds here: too short for what optimising compilers cost to be earned back.
  '--js-flags=--no-maglev,--no-turbofan',
];
const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** How a browser is started; undefined on a machine that has none. */
export function chromiumOptions(): Pick<LaunchOptions, 'executablePath' | 'args'> | undefined {
  const executablePath = PLACES.find((path) => path !== undefined && path !== '' && existsSync(path));
  return executablePath === undefined ? undefined : { executablePath, args: FLAGS };
}

/** A browser; undefined on a machine that has none. */
export async function launchChromium(): Promise<Browser | undefined> {
  const options = chromiumOptions();
  // Who only asks where a browser is, such as the configuration of the tests, need not load what speaks to it.
  return options && (await import('playwright-core')).chromium.launch(options);
}
