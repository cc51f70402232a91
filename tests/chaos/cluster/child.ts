import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** A program that is begun again after it was killed; what it prints is kept in a file. */
export class Child {
  private process: ChildProcess | undefined;

  constructor(
    private readonly program: string,
    private readonly args: readonly string[],
    private readonly logFile: string,
    private readonly options: SpawnOptions,
  ) {}

  get pid(): number | undefined {
    const { process: child } = this;
    return child?.exitCode === null && child.signalCode === null ? child.pid : undefined;
  }

  begin(): void {
    if (this.pid !== undefined) return;
    const log = createWriteStream(this.logFile, { flags: 'a' });
    const child = spawn(this.program, this.args, { ...this.options, stdio: ['ignore', 'pipe', 'pipe'] });
    child.on('error', (error) => log.write(`${String(error)}\n`));
    for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
    this.process = child;
  }

  signal(signal: NodeJS.Signals): void {
    if (this.pid !== undefined) this.process?.kill(signal);
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    const { process: child } = this;
    if (!child || this.pid === undefined) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}
