import { spawn } from 'node:child_process';
import { ensureReady } from './ensure-ready.mjs';
import { at, main, readDotEnv, say } from './lib/project.mjs';

const PROGRAMS = at('.cache', 'dev');

/** The API, started anew after each build that went well; the old one ends first, for it holds the database. */
class Api {
  #child;
  #turn = Promise.resolve();

  constructor(env) {
    this.env = env;
  }

  restart() {
    this.#turn = this.#turn.then(() => this.#end()).then(() => this.#begin());
  }

  async stop() {
    this.#turn = this.#turn.then(() => this.#end());
    await this.#turn;
  }

  #begin() {
    const child = spawn(process.execPath, ['--enable-source-maps', at('.cache', 'dev', 'main.js')], {
      cwd: at(),
      env: this.env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.#child = child;
    child.once('exit', (code) => {
      if (this.#child !== child) return;
      this.#child = undefined;
      say(`The API ended (${code}). It starts again when a file changes.`);
    });
  }

  async #end() {
    const child = this.#child;
    this.#child = undefined;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

/** Both parts, built again at every change: the API restarts, the admin takes the change over in the page. */
await main(async () => {
  await ensureReady();
  readDotEnv();
  const { build, createServer } = await import('vite'); // which is there only now
  const admin = await createServer({ configFile: at('vite.admin.config.ts'), clearScreen: false });
  process.removeAllListeners('SIGTERM'); // Vite would leave at once, and the API behind
  await admin.listen();
  const address = admin.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
  // Links and the check of where a request comes from go by the address in the browser, which is the admin's.
  const api = new Api({ PUBLIC_URL: address, ...process.env });
  const builds = await build({
    configFile: at('vite.api.config.ts'),
    logLevel: 'warn',
    build: { watch: {}, outDir: PROGRAMS, emptyOutDir: false },
  });
  builds.on('event', (event) => {
    if (event.code === 'BUNDLE_END') api.restart();
    if (event.code === 'ERROR') say(event.error.message);
  });
  say(`The admin is at ${address}. It waits for the API, which says when it is there.`);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
  await builds.close();
  await api.stop();
  await admin.close();
});
