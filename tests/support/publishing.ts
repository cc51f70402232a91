import { expect, vi } from 'vitest';
import type { Caller } from './register';

/** Publishes an approved report: it is public when the request is answered, or soon afterwards on a busy machine. */
export async function publishApproved(caller: Caller, id: string): Promise<void> {
  await caller.post(`/reports/${id}/publish`).expect(({ status }) => expect([200, 202]).toContain(status));
  const statusOf = async (): Promise<unknown> =>
    ((await caller.get(`/reports/${id}`)).body as { status: unknown }).status;
  await vi.waitFor(async () => expect(await statusOf()).toBe('PUBLISHED'), {
    timeout: 60_000,
    interval: 100,
  });
}
