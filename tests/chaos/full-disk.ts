import { execFile } from 'node:child_process';
import { chmod, mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { losses, seconds, underLoad, type Stage } from './stage';

const run = promisify(execFile);
const SIZE_MB = 320;
/** The database keeps files of 16 MB ready; less than one more is left. */
const LEFT_BYTES = 6_000_000;
const FULL_S = 20;

/** A small disk of its own in memory; only root may make one. @returns undefined where it cannot be made */
export async function smallDisk(
  folder: string,
): Promise<{ folder: string; remove(): Promise<void> } | undefined> {
  await mkdir(folder, { recursive: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', folder]);
  } catch {
    return undefined;
  }
  await chmod(folder, 0o711);
  return { folder, remove: () => run('umount', ['--lazy', folder]).then(() => undefined) };
}

/** Fills the disk while people write, and makes room again. @returns faults and losses: sentences */
export async function fullDisk(stage: Stage, folder: string): Promise<string[]> {
  const ballast = join(folder, 'ballast');
  const before = stage.noted.refusals;
  await underLoad(stage, async () => {
    await seconds(3);
    const { bavail, bsize } = await statfs(folder);
    await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - LEFT_BYTES), 7));
    await seconds(FULL_S);
    await rm(ballast);
  });
  const isFelt = stage.noted.refusals > before || !stage.program.isRunning;
  return [
    ...(isFelt ? [] : ['Nobody noticed the full disk, so that nothing was tried.']),
    ...(await losses(stage)),
  ];
}
