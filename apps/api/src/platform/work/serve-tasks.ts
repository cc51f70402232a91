import { isMainThread, type MessagePort } from 'node:worker_threads';
import { outcomeOf, type Outcome } from './outcome';
import type { AnyTask } from './task';
import { ONE_TASK, type ProcessMessage, type ProcessRequest } from './task-process';
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
  if (isMainThread && process.argv.includes(ONE_TASK)) {
    process.once('message', (request: ProcessRequest) => void serveOne(request, file));
    process.once('disconnect', endNow);
  }
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

async function serveOne({ task, input, memoryMb }: ProcessRequest, file: string): Promise<void> {
  setInterval(() => {
    if (process.memoryUsage.rss() > memoryMb * MIB) say({ outOfMemory: true }, endNow);
  }, WATCH_MS);
  const outcome = await new ThreadPools(file, 1)
    .run({
      ...{ task, input, limits: { memoryMb, timeMs: Infinity }, signal: new AbortController().signal },
      onProgress: (done, total) => say({ progress: [done, total] }),
    })
    .then(
      (told): ProcessMessage => ({ outcome: told }),
      (): ProcessMessage => ({ outOfMemory: true }),
    );
  say(outcome, endNow);
}

const say = (message: ProcessMessage, then?: () => void): void =>
  void process.send?.(message, undefined, undefined, then);

/** Without waiting for threads, which may be in native code for a long time. */
const endNow = (): void => void process.kill(process.pid, 'SIGKILL');
