import { expect, vi } from 'vitest';
import type { Caller } from './register';

/** Publishes an approved report: it is public when the request is answered, or soon afterwards on a busy machine. */
export async function publishApproved(caller: Caller, id: string): Promise<void> {
  await caller.post(`/reports/${id}/publish`).expect(({ status }) => expect([200, 202]).toContain(status));
  const ended = await vi.waitFor(
    async () => {
      const { status, failure } = (await caller.get(`/reports/${id}`)).body as Record<string, unknown>;
      expect(status).not.toBe('PUBLISHING');
      return { status, failure };
    },
    { timeout: 100_000, interval: 100 },
  );
  expect(ended).toEqual({ status: 'PUBLISHED', failure: null });
}
