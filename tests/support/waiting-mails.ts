import { expect } from 'vitest';
import type { TestApp } from './app';

export async function waitingMails({ database }: Pick<TestApp, 'database'>): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>('select count(*)::int as count from mails');
  return rows[0]?.count ?? 0;
}

/** Waits until everything that was posted was sent or given up. */
export const allSent = (app: Pick<TestApp, 'database'>): Promise<void> =>
  expect.poll(() => waitingMails(app), { timeout: 15_000 }).toBe(0);
