import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AskedTogether } from './asked-together';

/** Answers what was written when computing began, once it is let go. */
function bench() {
  const together = new AskedTogether<string>();
  const letGo: (() => void)[] = [];
  const state = { written: 'a', computed: 0 };
  const compute = async (tell: (part: string) => void): Promise<void> => {
    state.computed += 1;
    const { written } = state;
    await new Promise<void>((resolve) => letGo.push(resolve));
    if (written === 'bad') throw new Error('It cannot be computed');
    tell(`${written}1`);
    tell(`${written}2`);
  };
  const ask = async (question = 'q'): Promise<string[]> => {
    const parts: string[] = [];
    await together.ask(question, compute, (part) => parts.push(part));
    return parts;
  };
  const finish = async (): Promise<void> => {
    letGo.shift()?.();
    await turn();
  };
  return { state, ask, finish };
}

describe(AskedTogether, () => {
  it('answers all who ask meanwhile with one computation that begins after they asked', async () => {
    const { state, ask, finish } = bench();
    const first = ask();
    state.written = 'b';
    const others = [ask(), ask(), ask()];
    state.written = 'c';
    await finish();
    expect(await first).toEqual(['a1', 'a2']);
    const last = ask();
    await finish();
    expect(await Promise.all(others)).toEqual([1, 2, 3].map(() => ['c1', 'c2']));
    state.written = 'd';
    await finish();
    expect(await last).toEqual(['c1', 'c2']);
    expect(state.computed).toBe(3);
  });

  it('begins anew when nobody waits, and computes other questions beside it', async () => {
    const { state, ask, finish } = bench();
    const [one, other] = [ask('one'), ask('other')];
    expect(state.computed).toBe(2);
    await finish();
    await finish();
    expect(await Promise.all([one, other])).toEqual([
      ['a1', 'a2'],
      ['a1', 'a2'],
    ]);
    const again = ask('one');
    await finish();
    expect(await again).toEqual(['a1', 'a2']);
    expect(state.computed).toBe(3);
  });

  it('tells all who wait that it failed, and tries anew for who asks then', async () => {
    const { state, ask, finish } = bench();
    const first = ask();
    state.written = 'bad';
    const waiting = [ask(), ask()].map((one) => one.catch((error: unknown) => String(error)));
    await finish();
    await first;
    await finish();
    expect(await Promise.all(waiting)).toEqual([1, 2].map(() => 'Error: It cannot be computed'));
    state.written = 'e';
    const again = ask();
    await finish();
    expect(await again).toEqual(['e1', 'e2']);
  });
});
