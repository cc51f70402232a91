import { ensureReady } from './ensure-ready.mjs';
import { build } from './build.mjs';
import { at, main, readDotEnv } from './lib/project.mjs';

/**
 * npm passes SIGTERM and SIGINT on, but when it is killed outright its child stays behind, keeping the port.
 * A child whose parent is gone is given to another process, which shows.
 */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}

await main(async () => {
  await ensureReady();
  await build('api', 'admin');
  process.setSourceMapsEnabled(true);
  endWithNpm();
  readDotEnv();
  // In this very process, so that signals and the exit code are the server's own.
  await import(at('dist/api/main.js'));
});
