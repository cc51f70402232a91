import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './project.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const find = () => [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path));

const apt = (...args) =>
  spawnSync('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/** The browser for what is tested in one: found, or installed where we may, or undefined with a sentence why. */
export function ensureChromium() {
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium for the tests in a browser…');
    apt('update');
    if (apt('install', '--yes', '--no-install-recommends', 'chromium')) return find();
  }
  say(
    'No Chromium here: the tests in a browser are left out. Install it (Debian: apt-get install chromium), or',
  );
  say('set CHROMIUM_PATH to a Chromium or Chrome, and run npm test again.');
  return undefined;
}
