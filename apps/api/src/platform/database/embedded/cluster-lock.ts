import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;
/** Longer than a start with recovery takes. */
const PATIENCE_MS = 180_000;

/** Runs `work` while no other process runs its own under the same file; one that a dead process left is taken over. */
export async function withClusterLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await acquire(file);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function acquire(file: string): Promise<void> {
  const mine = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const deadline = Date.now() + PATIENCE_MS;
  try {
    await writeFile(mine, await signature(process.pid)); // on a full disk it is made and stays empty
    // A link appears with its content, all at once, and only when there is none yet.
    while (!(await succeeds(link(mine, file)))) {
      await clearIfStale(file);
      if (Date.now() > deadline) {
        throw new Error(
          `Process ${await holder(file)} has held ${file} for minutes: end it, then remove the file.`,
        );
      }
      await sleep(POLL_MS);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** Process numbers are given out again; with its moment of birth one is unmistakable, where the system tells it. */
async function signature(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const bornAt = status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `${pid} ${bornAt}`;
}

async function clearIfStale(file: string): Promise<void> {
  const seen = await readFile(file, 'utf8').catch(() => undefined);
  if (seen === undefined || (await isLive(seen))) return;
  const aside = `${file}.stale.${randomBytes(4).toString('hex')}`;
  if (!(await succeeds(rename(file, aside)))) return;
  // Between looking and moving, another may have cleared it and taken the lock: give it back.
  if ((await readFile(aside, 'utf8')) !== seen) await succeeds(link(aside, file));
  await rm(aside, { force: true });
}

async function isLive(content: string): Promise<boolean> {
  const pid = Number(content.split(' ')[0]);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return (await signature(pid)) === content;
}

const holder = async (file: string): Promise<string> =>
  (await readFile(file, 'utf8').catch(() => '?')).split(' ')[0] ?? '?';

const succeeds = (step: Promise<unknown>): Promise<boolean> =>
  step.then(
    () => true,
    () => false,
  );
