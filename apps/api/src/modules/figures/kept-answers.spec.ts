import { describe, expect, it } from 'vitest';
import { KeptAnswers } from './kept-answers';

describe(KeptAnswers.name, () => {
  it('computes once for all who ask the same, and anew for another question', async () => {
    const answers = new KeptAnswers<number>(10);
    let computed = 0;
    const ask = (asOf: string) => answers.get({ asOf }, () => Promise.resolve((computed += 1)));
    expect(await Promise.all([ask('2021-05-01'), ask('2021-05-01'), ask('2021-05-02')])).toEqual([1, 1, 2]);
  });

  it('does not keep a failure', async () => {
    const answers = new KeptAnswers<number>(10);
    await expect(answers.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await answers.get('a', () => Promise.resolve(1))).toBe(1);
  });

  it('lets go of what nobody asked for the longest time', async () => {
    const answers = new KeptAnswers<string>(2);
    for (const question of ['a', 'b', 'a', 'c']) await answers.get(question, () => Promise.resolve(question));
    expect(await answers.get('a', () => Promise.resolve('computed again'))).toBe('a');
    expect(await answers.get('b', () => Promise.resolve('computed again'))).toBe('computed again');
  });
});
