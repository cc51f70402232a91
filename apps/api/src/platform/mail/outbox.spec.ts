import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Outbox } from './outbox';

describe(Outbox.name, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldlab-outbox-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('keeps a message until what it holds has expired, and what is no message for good', async () => {
    const outbox = new Outbox(folder);
    await outbox.write(Buffer.from('still of use'), 1);
    await outbox.write(Buffer.from('of no use'), -1);
    await writeFile(join(folder, 'notes.txt'), 'mine');
    for (const [name, days] of [
      ['2026-01-01-old.eml', 8],
      ['2026-01-01-new.eml', 6],
    ] as const) {
      await writeFile(join(folder, name), 'written before names said when');
      const writtenAt = Date.now() / 1000 - days * 24 * 3600;
      await utimes(join(folder, name), writtenAt, writtenAt);
    }
    await outbox.forgetOld();
    const kept = (await readdir(folder)).sort();
    expect(kept).toHaveLength(3);
    expect(kept[0]).toBe('2026-01-01-new.eml');
    expect(kept[1]).toMatch(/-until-\d{13}-[\w-]+\.eml$/);
    expect(kept[2]).toBe('notes.txt');
  });

  it('keeps no message longer than its term, however long what it holds is of use', async () => {
    const shelf = join(folder, 'brief');
    await new Outbox(shelf, 2).write(Buffer.from('a link for a week'), 7 * 24);
    const [name = ''] = await readdir(shelf);
    const until = Number(/-until-(\d{13})-/.exec(name)?.[1]);
    expect(until - Date.now()).toBeLessThanOrEqual(2 * 24 * 3_600_000);
    await new Outbox(shelf, 2).forgetOld();
    expect(await readdir(shelf)).toEqual([name]);
  });

  it('has nothing to forget where nothing was written', async () => {
    await expect(new Outbox(join(folder, 'none')).forgetOld()).resolves.toBeUndefined();
  });
});
