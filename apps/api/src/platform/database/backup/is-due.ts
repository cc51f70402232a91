import type { ShelvedBackup } from './backup-shelf';

const HOUR_MS = 3_600_000;

/** Whether the newest backup is as old as they may become. @param everyHours 0: none is ever due */
export function isDue(shelved: readonly ShelvedBackup[], everyHours: number, now: Date): boolean {
  if (everyHours === 0) return false;
  const [newest] = shelved;
  return newest === undefined || now.getTime() - newest.madeAt.getTime() >= everyHours * HOUR_MS;
}
