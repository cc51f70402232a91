import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface RunningProgram<T> {
  /** The first line that it printed. */
  said: T;
  /** Ends its standard input, and waits for its end. */
  finish(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface RunOptions {
  uid?: number;
  gid?: number;
}

/** Runs a bundled program until it has printed a line of JSON. */
export async function runProgram<T>(
  program: string,
  args: string[],
  options: RunOptions = {},
): Promise<RunningProgram<T>> {
  const child = spawn(process.execPath, [program, ...args], { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const line = await firstLine(child);
  if (line === undefined) throw new Error(`${program} ended early: ${complaint}`);
  const ended = once(child, 'close');
  return {
    said: JSON.parse(line) as T,
    finish: async () => {
      child.stdin.end();
      await ended;
      if (child.exitCode !== 0)
        throw new Error(`${program} ended with ${String(child.exitCode)}: ${complaint}`);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string | undefined> {
  if (!child.stdout) return undefined;
  for await (const line of createInterface({ input: child.stdout })) return line;
  return undefined;
}
