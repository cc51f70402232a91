import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pauseAfter, Supervisor, type Fork, type Served } from './supervisor';

class Started extends EventEmitter implements Served {
  readonly kill = vi.fn<(signal: 'SIGTERM') => void>();

  constructor(readonly part: Parameters<Fork>[0]) {
    super();
  }

  listens(): void {
    this.emit('listening');
  }

  ends(code: number | null, signal: string | null = null): void {
    this.emit('exit', code, signal);
  }
}

function setup(processes: number) {
  const started: Started[] = [];
  const log = vi.fn<(line: string) => void>();
  const supervisor = new Supervisor({
    ...{ processes, log },
    fork: (part) => {
      const one = new Started(part);
      started.push(one);
      return one;
    },
  });
  const last = (): Started => started.at(-1) ?? expect.fail('Nothing was started');
  return { supervisor, started, last, log };
}

describe(Supervisor.name, () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('begins the others when the first serves, which alone is the first', () => {
    const { supervisor, started, last } = setup(3);
    void supervisor.run();
    expect(started).toHaveLength(1);
    last().listens();
    expect(started.map(({ part }) => part)).toEqual([
      { number: 1, isFirst: true },
      { number: 2, isFirst: false },
      { number: 3, isFirst: false },
    ]);
  });

  it('ends as the first does that could not start', async () => {
    const { supervisor, started, last } = setup(2);
    const running = supervisor.run();
    last().ends(1);
    await expect(running).resolves.toBe(1);
    expect(started).toHaveLength(1);
  });

  it('starts another in the place of one that ends, later each time, under its number and not as the first', () => {
    const { supervisor, started, last, log } = setup(2);
    void supervisor.run();
    last().listens();
    for (const deaths of [1, 2, 3]) {
      const count = started.length;
      (deaths === 1 ? started[0] : last())?.ends(null, 'SIGKILL');
      vi.advanceTimersByTime(pauseAfter(deaths) - 1);
      expect(started).toHaveLength(count);
      vi.advanceTimersByTime(1);
      expect(last().part).toEqual({ number: 1, isFirst: false });
      last().listens();
    }
    expect(log.mock.calls.flat()).toEqual([
      'Process 1 ended (SIGKILL); another takes its place in 1 s.',
      'Process 1 ended (SIGKILL); another takes its place in 2 s.',
      'Process 1 ended (SIGKILL); another takes its place in 4 s.',
    ]);
  });

  it('does not hold it against a process that served for long that it ends', () => {
    const { supervisor, started, last, log } = setup(1);
    void supervisor.run();
    for (let turn = 1; turn <= 3; turn += 1) {
      last().listens();
      vi.advanceTimersByTime(60_000);
      last().ends(1);
      vi.advanceTimersByTime(pauseAfter(1));
      expect(started).toHaveLength(turn + 1);
    }
    expect(new Set(log.mock.calls.flat())).toEqual(
      new Set(['Process 1 ended (code 1); another takes its place in 1 s.']),
    );
  });

  it('gives up when one after the other ends and none serves', async () => {
    const { supervisor, last, log } = setup(1);
    const running = supervisor.run();
    last().listens();
    last().ends(1);
    for (let turn = 1; turn <= 5; turn += 1) {
      vi.advanceTimersByTime(pauseAfter(turn));
      last().ends(1);
    }
    await expect(running).resolves.toBe(1);
    expect(log.mock.lastCall).toEqual(['5 processes ended one after the other (code 1), and none serves.']);
  });

  it('asks all to end, starts none anew, and waits for the last', async () => {
    const { supervisor, started, last } = setup(2);
    const running = supervisor.run();
    last().listens();
    const ending = supervisor.end();
    for (const one of started) expect(one.kill.mock.calls).toEqual([['SIGTERM']]);
    started[0]?.ends(0);
    vi.advanceTimersByTime(pauseAfter(1));
    expect(started).toHaveLength(2);
    started[1]?.ends(0);
    await ending;
    await expect(running).resolves.toBe(0);
  });
});

describe(pauseAfter.name, () => {
  it('doubles, and is never more than a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 50].map(pauseAfter)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
    ]);
  });
});
