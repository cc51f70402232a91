import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '@fieldlab/domain';
import { serveTasks } from '@api/platform/work/serve-tasks';
import type { Task, WorkLimits } from '@api/platform/work/task';

const LIMITS: WorkLimits = { timeMs: 20_000, memoryMb: 160 };

type Runs = Pick<Task<never, unknown>, 'runsIn'>;
const THREAD: Runs = { runsIn: 'thread' };

const task = <Input, Output>(
  name: string,
  run: Awaited<ReturnType<Task<Input, Output>['load']>>,
  { runsIn } = THREAD,
): Task<Input, Output> => ({
  ...{ name, runsIn, lane: 'interactive', limits: LIMITS },
  load: () => Promise.resolve(run),
});

function spin(until: () => boolean): void {
  while (!until());
}

export const double = task('double', ({ value }: { value: number }, { progress }) => {
  progress(1, 2);
  return { doubled: value * 2 };
});
export const forever = task('forever', () => spin(() => false));
export const pause = task('pause', ({ ms }: { ms: number }) => sleep(ms, 'rested'));
/** What comes of asking for a module by `require`, as what loads programs may do. */
export const requireModule = task('requireModule', () => {
  try {
    createRequire(import.meta.url)(import.meta.filename);
    return 'required';
  } catch (error) {
    return (error as { code?: string }).code ?? 'failed';
  }
});
export const hoard = task('hoard', () => {
  const all: number[][] = [];
  spin(() => all.push(new Array<number>(1_000_000).fill(1.5)) < 0);
});
/** Outside the heap, where native code and WebAssembly have theirs. */
export const hoardBytes = task('hoardBytes', () => {
  const all: Uint8Array[] = [];
  spin(() => all.push(new Uint8Array(2 ** 23).fill(1)) < 0);
});
export const refuse = task('refuse', () => {
  throw new DomainError(
    'HAS_DEPENDANTS',
    'Not so.',
    [{ path: 'here', message: 'wrong', code: 'WRONG_TYPE' }],
    { centre: 'C1' },
  );
});
export const fail = task('fail', () => {
  throw new TypeError('unforeseen');
});

/** Which process it ran in. */
export const whereabouts = task('whereabouts', (_: object) => process.pid);

/** The same, told as progress: then they fail, spin, or leave bytes behind that nobody collects. */
export const failThere = task('failThere', (_: object, { progress }) => {
  progress(process.pid, 1);
  throw new TypeError('unforeseen');
});
export const spinThere = task('spinThere', (_: object, { progress }) => {
  progress(process.pid, 1);
  spin(() => false);
});
const left: Uint8Array[] = [];
export const leaveMuchBehind = task('leaveMuchBehind', (_: object, { progress }) => {
  progress(process.pid, 1);
  left.push(new Uint8Array(200 * 2 ** 20).fill(1));
});

const TASKS = {
  double,
  forever,
  pause,
  requireModule,
  hoard,
  hoardBytes,
  refuse,
  fail,
  whereabouts,
  failThere,
  spinThere,
  leaveMuchBehind,
};

export const inProcess = <Input, Output>(one: Task<Input, Output>): Task<Input, Output> => ({
  ...one,
  runsIn: 'process',
});

export default serveTasks(TASKS, import.meta.filename);
