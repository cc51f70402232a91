import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '@api/platform/config/project-root';
import { migrate } from '@api/platform/database/migrate';
import { onTestFinished } from 'vitest';

/** Migrates as far as the program did before a migration was written. */
export async function migratedUntil(url: string, name: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-before-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const migrations = join(projectRoot(), 'prisma', 'migrations');
  for (const former of (await readdir(migrations)).filter((each) => each < name))
    await cp(join(migrations, former), join(folder, former), { recursive: true });
  await migrate(url, { folder });
}
