/** A quarter that was accepted, and of which centre. */
export interface LockedPeriod {
  centre: string;
  period: string;
}

/** A reason as a write is sent with it; none is none. */
export const reasonQuery = (reason: string): { reason?: string } =>
  reason.trim() === '' ? {} : { reason: reason.trim() };

type Asker = (locked: LockedPeriod) => Promise<string | undefined>;
const NOBODY: Asker = () => Promise.resolve(undefined);
let asker = NOBODY;

/** Who asks the reader why something in a locked period changes; answers how to stop asking. */
export function whenLocked(ask: Asker): () => void {
  asker = ask;
  return () => {
    asker = NOBODY;
  };
}

let remembered: Promise<string | undefined> | undefined;
let isOneDeed = false;

/** Work on many records is one deed to who does it: why is asked once, and not for every locked record again. */
export async function askingOnce<T>(work: () => Promise<T>): Promise<T> {
  isOneDeed = true;
  try {
    return await work();
  } finally {
    isOneDeed = false;
    remembered = undefined;
  }
}

function ask(locked: LockedPeriod): Promise<string | undefined> {
  if (!isOneDeed) return asker(locked);
  remembered ??= asker(locked);
  return remembered;
}

interface Sent {
  request: Request;
  id: string;
}

const copies = new Map<string, Request>();

/**
 * A write that is refused because its period is locked is sent once more, with the reason that the reader gives;
 * without one the refusal stands. It is done here, so that every form, dialog and list has it.
 */
export const reasonForLockedPeriods = {
  onRequest: ({ request, id }: Sent): undefined => {
    if (request.method !== 'GET') copies.set(id, request.clone());
  },

  onResponse: async ({ response, id }: Sent & { response: Response }): Promise<Response> => {
    const sent = copies.get(id);
    copies.delete(id);
    const locked = sent && (await lockedPeriodIn(response));
    const reason = locked && (await ask(locked));
    return sent && reason ? fetchAgain(sent, reason) : response;
  },

  onError: ({ id }: Sent): undefined => {
    copies.delete(id);
  },
};

async function lockedPeriodIn(response: Response): Promise<LockedPeriod | undefined> {
  if (response.status !== 409) return undefined;
  const problem = (await response.clone().json()) as { code?: string; about?: Partial<LockedPeriod> };
  if (problem.code !== 'PERIOD_LOCKED') return undefined;
  return { centre: problem.about?.centre ?? '', period: problem.about?.period ?? '' };
}

async function fetchAgain(sent: Request, reason: string): Promise<Response> {
  const { method, headers, credentials, signal } = sent;
  const address = new URL(sent.url);
  address.searchParams.set('reason', reason);
  const body = await sent.arrayBuffer();
  return fetch(address, {
    ...{ method, headers, credentials, signal },
    ...(body.byteLength > 0 && { body }),
  });
}
