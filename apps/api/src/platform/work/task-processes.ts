import type { Outcome } from './outcome';
import { TaskProcess } from './task-process';
import { IDLE_MS, type TaskRun } from './thread-pools';

/** So many wait for the next task, and hold no more than this each: a fresh one has some 100 MiB. */
const MOST_IDLE = 2;
const MOST_HELD_MB = 256;

/**
 * Processes of tasks. One that has done its task waits a while for another of the kind, which then finds the program
 * loaded, compiled and its fonts read: that is most of the time that a small task takes.
 */
export class TaskProcesses {
  private readonly idle = new Map<TaskProcess, { kind: string; end: NodeJS.Timeout }>();

  constructor(private readonly file: string) {}

  /**
   * A process whose task did not end well takes no other, for nobody knows what it left behind.
   * @throws DomainError WORK_OUT_OF_MEMORY; the signal's reason when that ends it.
   */
  async run(run: TaskRun): Promise<Outcome> {
    const { signal } = run;
    signal.throwIfAborted();
    const process = this.take(kindOf(run)) ?? new TaskProcess(this.file, (ended) => this.forget(ended));
    const end = (): void => process.end();
    signal.addEventListener('abort', end, { once: true });
    try {
      const outcome = await process.run(run);
      if ('failure' in outcome || signal.aborted || process.heldMb > MOST_HELD_MB) process.end();
      else this.keep(process, kindOf(run));
      return outcome;
    } catch (error) {
      process.end();
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', end);
    }
  }

  close(): void {
    for (const process of this.idle.keys()) this.endIdle(process);
  }

  private take(kind: string): TaskProcess | undefined {
    const [found] = [...this.idle].find(([, one]) => one.kind === kind) ?? [];
    if (found) this.forget(found);
    return found;
  }

  private keep(process: TaskProcess, kind: string): void {
    process.rest();
    const end = setTimeout(() => this.endIdle(process), IDLE_MS);
    end.unref();
    this.idle.set(process, { kind, end });
    const [oldest] = this.idle.keys();
    if (this.idle.size > MOST_IDLE && oldest) this.endIdle(oldest);
  }

  private forget(process: TaskProcess): void {
    clearTimeout(this.idle.get(process)?.end);
    this.idle.delete(process);
  }

  private endIdle(process: TaskProcess): void {
    this.forget(process);
    process.end();
  }
}

/** Another limit of memory is another thread within the process. */
const kindOf = ({ task, limits: { memoryMb } }: TaskRun): string => `${task} ${memoryMb}`;
