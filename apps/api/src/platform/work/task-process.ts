import { fork, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { outOfMemory, timedOut, type Outcome } from './outcome';
import type { WorkLimits } from './task';
import { NICENESS, type TaskRun } from './thread-pools';

/** Asked of a process. */
export interface ProcessRequest {
  task: string;
  input: unknown;
  limits: WorkLimits;
}

/** Told by it; with an outcome, how much it holds now that the task is done. */
export type ProcessMessage =
  { outcome: Outcome; heldMb: number } | { progress: [number, number] } | { over: keyof WorkLimits };

/** Said to the program on its command line, so that it knows that it is a process for tasks. */
export const FOR_TASKS = '--for-tasks';

interface Underway {
  limits: WorkLimits;
  onProgress: TaskRun['onProgress'];
  resolve: (outcome: Outcome) => void;
  reject: (error: Error) => void;
}

/**
 * A process that runs a task at a time. It watches over its own memory, can be killed whatever native code it is in,
 * and ends with us, however we end.
 */
export class TaskProcess {
  /** How much it held when its last task was done, in MiB. */
  heldMb = 0;
  private readonly child: ChildProcess;
  private underway: Underway | undefined;

  /** @param onEnd told when it has ended, whoever ended it */
  constructor(file: string, onEnd: (process: TaskProcess) => void) {
    this.child = fork(file, [FOR_TASKS], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    lowerPriority(this.child);
    this.child.on('message', (message: ProcessMessage) => this.told(message));
    this.child.on('error', (error) => this.underway?.reject(error));
    this.child.on('exit', (code, killedBy) => {
      onEnd(this);
      this.ended(code, killedBy);
    });
  }

  /** @throws DomainError WORK_TIMED_OUT; WORK_OUT_OF_MEMORY, also when somebody else kills it */
  run({ task, input, limits, onProgress }: TaskRun): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.underway = { limits, onProgress, resolve, reject };
      this.child.ref();
      this.child.channel?.ref();
      this.child.send({ task, input, limits } satisfies ProcessRequest);
    });
  }

  /** It waits for another task, and keeps nobody from ending meanwhile. */
  rest(): void {
    this.underway = undefined;
    this.child.unref();
    this.child.channel?.unref();
  }

  end(): void {
    this.child.kill('SIGKILL');
  }

  private told(message: ProcessMessage): void {
    if (!this.underway) return;
    const { limits, onProgress, resolve, reject } = this.underway;
    if ('progress' in message) onProgress(...message.progress);
    else if ('outcome' in message) {
      this.heldMb = message.heldMb;
      resolve(message.outcome);
    } else reject(message.over === 'timeMs' ? timedOut(limits.timeMs) : outOfMemory(limits.memoryMb));
  }

  private ended(code: number | null, killedBy: NodeJS.Signals | null): void {
    // The system ends the largest process when a machine has no memory left.
    const isForMemory = killedBy === 'SIGKILL' || killedBy === 'SIGABRT';
    this.underway?.reject(
      isForMemory
        ? outOfMemory(this.underway.limits.memoryMb)
        : new Error(`The process of a task ended with ${killedBy ?? String(code)}.`),
    );
  }
}

/** The server's own process goes first. It may be gone by now, or the system may not let us. */
function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS);
  } catch {
    // It runs at our own priority then.
  }
}
