import { fork, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { outOfMemory, type Outcome } from './outcome';
import type { TaskRun } from './thread-pools';

/** Asked of a process. */
export interface ProcessRequest {
  task: string;
  input: unknown;
  memoryMb: number;
}

/** Told by it. */
export type ProcessMessage = { outcome: Outcome } | { progress: [number, number] } | { outOfMemory: true };

/** Said to the program on its command line, so that it knows that it is a process for one task. */
export const ONE_TASK = '--one-task';

const NICENESS = 10;

/**
 * Runs a task in a process of its own, which is killed when its time is over, whatever native code it is in. It
 * watches over its own memory, and ends with us, however we end.
 * @throws DomainError WORK_OUT_OF_MEMORY; the signal's reason when that ends it.
 */
export async function runInProcess(file: string, { task, input, limits, signal, onProgress }: TaskRun) {
  signal.throwIfAborted();
  const child = fork(file, [ONE_TASK], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const end = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', end, { once: true });
  try {
    const outcome = outcomeOf(child, limits.memoryMb, onProgress);
    lowerPriority(child);
    child.send({ task, input, memoryMb: limits.memoryMb } satisfies ProcessRequest);
    return await outcome;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}

function outcomeOf(
  child: ChildProcess,
  memoryMb: number,
  onProgress: TaskRun['onProgress'],
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: ProcessMessage) => {
      if ('progress' in message) onProgress(...message.progress);
      else if ('outcome' in message) resolve(message.outcome);
      else reject(outOfMemory(memoryMb));
    });
    child.on('error', reject);
    child.on('exit', (code, killedBy) => {
      // The system ends the largest process when a machine has no memory left.
      if (killedBy === 'SIGKILL' || killedBy === 'SIGABRT') reject(outOfMemory(memoryMb));
      else reject(new Error(`The process of a task ended with ${killedBy ?? String(code)}.`));
    });
  });
}

/** The server's own process goes first. It may be gone by now, or the system may not let us. */
function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS);
  } catch {
    // It runs at our own priority then.
  }
}
