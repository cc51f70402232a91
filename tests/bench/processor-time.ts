import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';
import { childrenOf } from '../support/processes-of';

/** Linux tells processor time in hundredths of a second. */
const TICK_MS = 10;

interface Told {
  parent: number;
  /** Milliseconds of a core, those of its threads among them. */
  own: number;
  /** The same of its children that have ended. */
  ended: number;
}

/** @returns undefined for a process that has ended */
async function told(process: number): Promise<Told | undefined> {
  const line = await readFile(`/proc/${process}/stat`, 'utf8').catch(() => undefined);
  if (line === undefined) return undefined;
  // The name, in parentheses, may hold anything; what follows is numbers, counted from the third field of proc(5) on.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const field = (number: number): number => Number(fields[number - 3]);
  return {
    parent: field(4),
    own: (field(14) + field(15)) * TICK_MS,
    ended: (field(16) + field(17)) * TICK_MS,
  };
}

/** Milliseconds of a core. */
export interface ProcessorTime {
  program: number;
  postgres: number;
}

/**
 * Tells what a program and the PostgreSQL behind it have taken of the processor so far.
 * @param client of that PostgreSQL, on this machine
 */
export async function processorTimes(program: number, client: Client): Promise<() => Promise<ProcessorTime>> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const [backend] = rows;
  if (!backend) throw new Error('PostgreSQL does not say which process it is.');
  return async () => ({
    program: await timeOfProcess(program),
    postgres: await timeOfPostgres(backend.pid),
  });
}

/** What a process has taken of the processor since it began, in milliseconds of a core. @throws Error where there is no such process */
async function timeOfProcess(process: number): Promise<number> {
  const found = await told(process);
  if (!found) throw new Error(`/proc tells nothing of process ${process}.`);
  return found.own;
}

/**
 * What a PostgreSQL has taken with all its processes, also those that have ended, in milliseconds of a core.
 * @param backend one of them
 */
async function timeOfPostgres(backend: number): Promise<number> {
  const server = (await told(backend))?.parent;
  const itself = server === undefined ? undefined : await told(server);
  if (server === undefined || !itself) throw new Error(`/proc tells nothing of process ${backend}.`);
  const children = await Promise.all((await childrenOf(server)).map(told));
  return children.reduce((sum, child) => sum + (child?.own ?? 0), itself.own + itself.ended);
}
