import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a start may take, with what a killed database has to recover; in milliseconds. */
const READY_MS = 120_000;
const STOPPED_MS = 60_000;
const LOOK_MS = 100;
/** That it is asked whether it is ready says nothing of why it is not. */
const isTold = (line: string): boolean => line !== '' && !line.includes('"route":"/health/');
/** What it printed last, told when it does not start. */
const LAST_LINES = 60;

export interface ProgramOptions {
  /** The bundled server. */
  main: string;
  dataDir: string;
  port: number;
  email: string;
  password: string;
  /** Settings beside those of every such program. */
  environment?: NodeJS.ProcessEnv;
}

/** The product as `npm start` serves it, with its embedded database, in processes of its own. */
export class Program {
  private child: ChildProcess | undefined;
  private readonly lines: string[] = [];
  /** What it printed last. */
  get said(): string {
    return this.lines.join('\n');
  }

  /** Told every piece that it prints. */
  onOutput: (text: string) => void = () => undefined;

  constructor(private readonly options: ProgramOptions) {}

  get url(): string {
    return `http://127.0.0.1:${this.options.port}`;
  }

  /** What it printed last. */
  get lastLines(): string {
    return this.lines.join('\n');
  }

  get email(): string {
    return this.options.email;
  }

  get password(): string {
    return this.options.password;
  }

  /** @throws Error when it was not started */
  get pid(): number {
    if (this.child?.pid === undefined) throw new Error('The program was not started.');
    return this.child.pid;
  }

  get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** @throws Error when it is not ready in time, with what it printed last */
  async start(): Promise<void> {
    const { main, email, password } = this.options;
    const child = spawn(process.execPath, [main], {
      env: { ...process.env, ...this.environment, ADMIN_EMAIL: email, ADMIN_PASSWORD: password },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.onOutput(chunk.toString());
        this.lines.push(...chunk.toString().split('\n').filter(isTold));
        this.lines.splice(0, this.lines.length - LAST_LINES);
      });
    this.child = child;
    if (!(await this.isReadyAgain())) throw new Error(`The program ended:\n${this.said}`);
  }

  /** The settings under which the programs of this register run. */
  get environment(): NodeJS.ProcessEnv {
    const { dataDir, port, environment } = this.options;
    return {
      ...{ HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, DEMO: 'false', LOG_LEVEL: 'error' },
      ...{ DATABASE_URL: '', DATABASE_OWNER_URL: '', PUBLIC_URL: '' },
      ...{ BACKUP_PASSPHRASE: '', BACKUP_PASSPHRASE_FILE: '', OTEL_EXPORTER_OTLP_ENDPOINT: '' },
      ...environment,
    };
  }

  /**
   * Waits until it answers that it is ready. @returns false when it ended
   * @throws Error when it runs and is not ready in time, with what it printed last
   */
  async isReadyAgain(): Promise<boolean> {
    const end = Date.now() + READY_MS;
    while (!(await this.isReady())) {
      if (!this.isRunning) return false;
      if (Date.now() > end) throw new Error(`The program is not ready:\n${this.said}`);
      await sleep(LOOK_MS);
    }
    return this.isRunning;
  }

  /** Signs its administrator in. @returns the cookie of the session @throws Error with the refusal */
  async signIn(): Promise<string> {
    const { email, password } = this.options;
    const answer = await fetch(`${this.url}/api/v1/session`, {
      ...{ method: 'POST', headers: { 'Content-Type': 'application/json' } },
      body: JSON.stringify({ email, password }),
    });
    if (!answer.ok) throw new Error(`Nobody signed in: ${await answer.text()}`);
    return answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
  }

  /** A new token of its administrator. @throws Error with the refusal */
  async makeToken(name: string, scopes: readonly string[]): Promise<string> {
    const answer = await fetch(`${this.url}/api/v1/api-tokens`, {
      ...{ method: 'POST', body: JSON.stringify({ name, scopes }) },
      headers: { 'Content-Type': 'application/json', Cookie: await this.signIn() },
    });
    if (!answer.ok) throw new Error(`No token: ${await answer.text()}`);
    return ((await answer.json()) as { token: string }).token;
  }

  /** Ends the server as a power cut would. */
  async kill(): Promise<void> {
    if (!this.child || !this.isRunning) return;
    const ended = once(this.child, 'close');
    this.child.kill('SIGKILL');
    await ended;
  }

  /** Ends the database server of this register so, and nobody else's. */
  async killDatabase(): Promise<void> {
    const pidFile = join(this.options.dataDir, 'postgres', 'pgdata', 'postmaster.pid');
    const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
    if (Number.isInteger(pid) && pid > 1) process.kill(pid, 'SIGKILL');
  }

  /** Ends it as Ctrl-C does; its database ends with it. @throws Error when it ended with a failure, or not in time */
  async stop(): Promise<void> {
    if (!this.child || !this.isRunning) return;
    const ended = once(this.child, 'close', { signal: AbortSignal.timeout(STOPPED_MS) });
    this.child.kill('SIGTERM');
    await ended.catch(() => {
      throw new Error(`The program did not end in ${STOPPED_MS / 1000} s:\n${this.said}`);
    });
    if (this.child.exitCode !== 0)
      throw new Error(`The program ended with ${String(this.child.exitCode)}:\n${this.said}`);
  }

  private async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
    return answer?.ok ?? false;
  }
}
