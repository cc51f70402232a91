import { describe, expect, it } from 'vitest';
import { askingOnce, reasonForLockedPeriods, whenLocked } from '../../providers/reason';
import { inTurn, takeBack } from './in-turn';

describe(inTurn.name, () => {
  it('goes on after a refusal, and takes back what was done, the last first', async () => {
    const log: string[] = [];
    const outcome = await inTurn(['a', 'b', 'c', 'd'], (one) => {
      if (one === 'b') return Promise.reject(new Error('locked'));
      log.push(one);
      return Promise.resolve(() => (one === 'c' ? Promise.reject(new Error('gone')) : undo(one)));
    });
    const undo = (one: string) => Promise.resolve(log.push(`-${one}`));
    expect(outcome.refused.map(({ record }) => record)).toEqual(['b']);
    expect(await takeBack(outcome)).toEqual({ done: 2, errors: [new Error('gone')] });
    expect(log).toEqual(['a', 'c', 'd', '-d', '-a']);
  });
});

describe(askingOnce.name, () => {
  it('asks why of one deed once, and of the next again', async () => {
    let asked = 0;
    const stop = whenLocked(() => Promise.resolve(void (asked += 1)));
    const refused = async (id: string): Promise<void> => {
      reasonForLockedPeriods.onRequest({
        id,
        request: new Request('http://x.example', { method: 'DELETE' }),
      });
      const response = Response.json({ code: 'PERIOD_LOCKED' }, { status: 409 });
      const answer = await reasonForLockedPeriods.onResponse({
        id,
        response,
        request: new Request('http://x.example'),
      });
      expect(answer.status).toBe(409);
    };
    await askingOnce(async () => {
      await refused('1');
      await refused('2');
    });
    await refused('3');
    stop();
    expect(asked).toBe(2);
  });
});
