import { availableParallelism } from 'node:os';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { cancelled, timedOut, valueOf, type Outcome } from './outcome';
import type { Lane, Task, WorkLimits } from './task';
import { TaskProcesses } from './task-processes';
import { ThreadPools, type TaskRun } from './thread-pools';
import { Turns } from './turns';

/** The program with the tasks, as worker-file.ts finds it. */
export const WORKER_FILE = Symbol('WORKER_FILE');

export interface RunOptions extends Partial<WorkLimits> {
  /** Ends the work when nobody wants it any more. */
  signal?: AbortSignal | undefined;
  onProgress?: (done: number, total: number) => void;
}

/** One core is left to the event loop where there are more. */
const AT_ONCE: Record<Lane, number> = {
  interactive: Math.max(1, Math.min(4, availableParallelism() - 1)),
  background: 1,
};
const MOST_WAITING = 50;
/** A process counts what it computes; one that waits, or hardly gets to compute, ends after so many times its time. */
const CLOCK_FOR_COMPUTING = 10;

/** Computes beside the event loop, within a time and a memory. See task.ts for how one adds a task. */
@Injectable()
export class WorkService implements OnApplicationShutdown {
  private readonly ending = new AbortController();
  private readonly turns: Record<Lane, Turns> = {
    interactive: new Turns(AT_ONCE.interactive, MOST_WAITING),
    background: new Turns(AT_ONCE.background, MOST_WAITING),
  };
  private threads: ThreadPools | undefined;
  private processes: TaskProcesses | undefined;

  constructor(@Inject(WORKER_FILE) private readonly file: () => string) {}

  /**
   * Runs a task in a thread or a process, as it says itself.
   * @throws DomainError WORK_TIMED_OUT, WORK_OUT_OF_MEMORY, WORK_CANCELLED, UNAVAILABLE when too much waits already,
   * and every DomainError of the task.
   */
  async run<Input, Output>(
    task: Task<Input, Output>,
    input: Input,
    { timeMs = task.limits.timeMs, memoryMb = task.limits.memoryMb, ...options }: RunOptions = {},
  ): Promise<Output> {
    const unwanted = AbortSignal.any([this.ending.signal, ...(options.signal ? [options.signal] : [])]);
    const outcome = await this.turns[task.lane].run(async () => {
      const late = AbortSignal.timeout(task.runsIn === 'process' ? timeMs * CLOCK_FOR_COMPUTING : timeMs);
      const run: TaskRun = {
        ...{ task: task.name, input, limits: { timeMs, memoryMb } },
        signal: AbortSignal.any([unwanted, late]),
        onProgress: options.onProgress ?? (() => undefined),
      };
      try {
        return await this.start(task, run);
      } catch (error) {
        if (unwanted.aborted) throw cancelled();
        throw late.aborted ? timedOut(timeMs) : error;
      }
    }, unwanted);
    return valueOf(outcome) as Output;
  }

  async onApplicationShutdown(): Promise<void> {
    this.ending.abort();
    this.processes?.close();
    await this.threads?.close();
  }

  private start({ runsIn }: Pick<Task<never, unknown>, 'runsIn'>, run: TaskRun): Promise<Outcome> {
    if (runsIn === 'process') {
      this.processes ??= new TaskProcesses(this.file());
      return this.processes.run(run);
    }
    this.threads ??= new ThreadPools(this.file(), AT_ONCE.interactive + AT_ONCE.background);
    return this.threads.run(run);
  }
}
