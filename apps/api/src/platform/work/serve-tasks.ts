import { isMainThread, type MessagePort } from 'node:worker_threads';
import { computedMs } from './computed-ms';
import { outcomeOf, type Outcome } from './outcome';
import type { AnyTask } from './task';
import { FOR_TASKS, type ProcessMessage, type ProcessRequest } from './task-process';
import { ThreadPools, type ThreadRequest } from './thread-pools';

const WATCH_MS = 50;
const MIB = 2 ** 20;

type Handler = (request: ThreadRequest) => Promise<Outcome>;

/**
 * The program that runs tasks: in each thread of a pool, and in the processes of those that need one. There the task
 * runs in a thread as well, so that the main thread can watch over it and speak while native code computes.
 * Answers what Piscina calls with each request.
 */
export function serveTasks(tasks: Readonly<Record<string, AnyTask>>, file: string): Handler {
  if (isMainThread && process.argv.includes(FOR_TASKS)) serveProcess(file);
  return ({ task: name, input, progress }) => {
    const task = tasks[name];
    return outcomeOf(async () => {
      if (!task) throw new Error(`There is no task ${name}.`);
      const run = await task.load();
      return run(input as never, { progress: (done, total) => tell(progress, done, total) });
    });
  };
}

const tell = (port: MessagePort, done: number, total: number): void => port.postMessage([done, total]);

/** Its tasks run in one thread, kept from task to task; its priority is low already. */
function serveProcess(file: string): void {
  const threads = new ThreadPools(file, 1, 0);
  process.on('message', (request: ProcessRequest) => void serveOne(threads, request));
  process.once('disconnect', endNow);
}

async function serveOne(threads: ThreadPools, { task, input, limits }: ProcessRequest): Promise<void> {
  const { timeMs, memoryMb } = limits;
  const began = computedMs();
  const watch = setInterval(() => {
    if (heldMb() > memoryMb) say({ over: 'memoryMb' }, endNow);
    else if (computedMs() - began > timeMs) say({ over: 'timeMs' }, endNow);
  }, WATCH_MS);
  try {
    const outcome = await threads.run({
      ...{ task, input, limits: { memoryMb, timeMs: Infinity }, signal: new AbortController().signal },
      onProgress: (done, total) => say({ progress: [done, total] }),
    });
    say({ outcome, heldMb: heldMb() });
  } catch {
    say({ over: 'memoryMb' }, endNow);
  } finally {
    clearInterval(watch);
  }
}

const heldMb = (): number => process.memoryUsage.rss() / MIB;

const say = (message: ProcessMessage, then?: () => void): void =>
  void process.send?.(message, undefined, undefined, then);

/** Without waiting for threads, which may be in native code for a long time. */
const endNow = (): void => void process.kill(process.pid, 'SIGKILL');
