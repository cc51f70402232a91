import { onceMore } from './once-more';

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

/**
 * A write that is refused because its period is locked is sent once more, with the reason that the reader gives;
 * without one the refusal stands. It is done here, so that every form, dialog and list has it.
 */
export const reasonForLockedPeriods = onceMore(409, async ({ code, about }, address) => {
  // Who only asks what would come of a change hears that it takes a reason.
  if (code !== 'PERIOD_LOCKED' || address.searchParams.get('dryRun') === 'true') return false;
  const reason = await ask({ centre: about?.centre ?? '', period: about?.period ?? '' });
  if (reason) address.searchParams.set('reason', reason);
  return Boolean(reason);
});
