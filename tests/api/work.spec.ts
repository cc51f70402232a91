import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WorkService } from '@api/platform/work/work.service';
import type { Task } from '@api/platform/work/task';
import { bundle } from '../support/bundle';
import * as unruly from '../support/unruly-tasks';

let file: string;
let work: WorkService;

beforeAll(async () => {
  file = await bundle('tests/support/unruly-tasks.ts', `programs/work-${process.pid}`);
  work = new WorkService(() => file);
});
afterAll(() => work.onApplicationShutdown());

const WAYS: [string, <I, O>(task: Task<I, O>) => Task<I, O>][] = [
  ['a thread', (task) => task],
  ['a process', unruly.inProcess],
];

describe.each(WAYS)('WorkService in %s', (_, as) => {
  it('answers what the task answers, and tells how far it is', async () => {
    const told: number[][] = [];
    const answer = work.run(as(unruly.double), { value: 21 }, { onProgress: (...at) => told.push(at) });
    expect(await answer).toEqual({ doubled: 42 });
    expect(told).toEqual([[1, 2]]);
  });

  it('ends a task whose time is over, and runs the next', async () => {
    await expect(work.run(as(unruly.forever), {}, { timeMs: 300 })).rejects.toMatchObject({
      code: 'WORK_TIMED_OUT',
    });
    expect(await work.run(as(unruly.double), { value: 1 })).toEqual({ doubled: 2 });
  });

  it('ends a task that takes too much memory, and runs the next', async () => {
    await expect(work.run(as(unruly.hoard), {})).rejects.toMatchObject({ code: 'WORK_OUT_OF_MEMORY' });
    expect(await work.run(as(unruly.double), { value: 1 })).toEqual({ doubled: 2 });
  });

  it('ends a task that nobody wants any more, also one that waits for its turn', async () => {
    const gone = new AbortController();
    const tasks = Array.from({ length: 8 }, () =>
      work.run(as(unruly.forever), {}, { signal: gone.signal, onProgress: () => undefined }),
    );
    const ends = Promise.allSettled(tasks);
    expect(await work.run({ ...as(unruly.double), lane: 'background' }, { value: 1 })).toBeDefined();
    gone.abort();
    for (const end of await ends)
      expect(end).toMatchObject({ status: 'rejected', reason: { code: 'WORK_CANCELLED' } });
  });

  it('imports programs alone: one that is required and ended at that moment ends everything', async () => {
    expect(await work.run(as(unruly.requireModule), {})).toBe('ERR_REQUIRE_ESM');
  });

  it('passes a refusal on as it is, and what nobody foresaw as a mistake of ours', async () => {
    await expect(work.run(as(unruly.refuse), {})).rejects.toMatchObject({
      ...{ name: 'DomainError', code: 'HAS_DEPENDANTS', message: 'Not so.' },
      ...{ faults: [{ path: 'here', message: 'wrong' }], about: { centre: 'C1' } },
    });
    await expect(work.run(as(unruly.fail), {})).rejects.toThrow(/TypeError: unforeseen/);
  });
});

describe('WorkService', () => {
  const ran = (task: Task<object, number>): Promise<number> => work.run(unruly.inProcess(task), {});

  it('gives the next task the process whose task ended well, and no other', async () => {
    const first = await ran(unruly.whereabouts);
    expect(first).not.toBe(process.pid);
    await expect(work.run(unruly.inProcess(unruly.refuse), {})).rejects.toThrow('Not so.');
    expect(await ran(unruly.whereabouts)).toBe(first);
    // Two at once are not in one.
    const both = [ran(unruly.whereabouts), ran({ ...unruly.whereabouts, lane: 'background' })];
    expect(new Set(await Promise.all(both)).size).toBe(2);
  });

  it.each([
    { task: unruly.failThere, isEnded: false },
    { task: unruly.spinThere, isEnded: true },
    { task: unruly.leaveMuchBehind, isEnded: false },
  ])('uses no process again after $task.name', async ({ task, isEnded }) => {
    const told: number[] = [];
    for (let time = 0; time < 2; time += 1) {
      const ended = new AbortController();
      const onProgress = (pid: number): void => {
        told.push(pid);
        if (isEnded) ended.abort();
      };
      const options = { memoryMb: 1024, signal: ended.signal, onProgress };
      await work.run(unruly.inProcess(task), {}, options).catch(() => undefined);
    }
    expect(new Set(told).size).toBe(2);
  });

  it('ends the processes that wait for a task when it ends itself', async () => {
    const other = new WorkService(() => file);
    const pid = await other.run(unruly.inProcess(unruly.whereabouts), {});
    await other.onApplicationShutdown();
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'));
  });

  it('counts of a process what it computes, not how long a busy machine lets it wait', async () => {
    const paused = work.run(unruly.inProcess(unruly.pause), { ms: 900 }, { timeMs: 600 });
    expect(await paused).toBe('rested');
    const forLong = work.run(unruly.inProcess(unruly.pause), { ms: 60_000 }, { timeMs: 100 });
    await expect(forLong).rejects.toMatchObject({ code: 'WORK_TIMED_OUT' });
  });

  it('limits in a process what lies outside the heap as well', async () => {
    await expect(work.run(unruly.inProcess(unruly.hoardBytes), {})).rejects.toMatchObject({
      code: 'WORK_OUT_OF_MEMORY',
    });
  });

  it('refuses, once enough wait', async () => {
    const gone = new AbortController();
    const ends = Promise.allSettled(
      Array.from({ length: 60 }, () => work.run(unruly.forever, {}, { signal: gone.signal })),
    );
    await expect(work.run(unruly.double, { value: 1 })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    gone.abort();
    await ends;
  });
});
