/**
 * Work that takes more than 50 ms of computing, which the event loop must not do: while it computes, nobody else is
 * answered.
 *
 * To add a task: put its name here; describe it beside its function with `defineTask`, in a file `*.task.ts` that
 * loads the function only when it runs; and add it to the table in `src/tasks.ts`, which does not compile without
 * it. Then `work.run(task, input)` runs it. Its function is pure: what goes in and what comes out is plain data (JSON
 * and bytes), and it asks nothing of the database or the network.
 */
export type TaskName = 'disclose' | 'typeset' | 'edition-sheets' | 'scan-duplicates';

/** How much a task may take before it is ended. */
export interface WorkLimits {
  /**
   * In milliseconds, from when it begins; waiting for its turn does not count. Of a thread, as the clock goes; of a
   * process, as it computes, so that a busy machine does not end what an idle one lets through.
   */
  timeMs: number;
  /** In MiB: of the heap of a thread, or of everything that a process holds (100 to 256 of it before it begins). */
  memoryMb: number;
}

/** What a task may tell while it runs. */
export interface TaskContext {
  progress: (done: number, total: number) => void;
}

export interface Task<Input, Output, Name extends string = string> {
  readonly name: Name;
  /**
   * A thread, which starts fast; or a process of its own, which can be ended whatever it does: for native code and
   * WebAssembly, which a thread's limits do not reach. Either is used again when its task ended well.
   */
  readonly runsIn: 'thread' | 'process';
  /** Whether somebody waits for the answer. What runs in the background never takes the place of what is waited for. */
  readonly lane: Lane;
  readonly limits: WorkLimits;
  readonly load: () => Promise<(input: Input, context: TaskContext) => Output | Promise<Output>>;
}

export type Lane = 'interactive' | 'background';

/** Any task, as a table holds them. */
export type AnyTask<Name extends string = string> = Task<never, unknown, Name>;

export const defineTask = <Input, Output, Name extends TaskName>(
  task: Task<Input, Output, Name>,
): Task<Input, Output, Name> => task;
