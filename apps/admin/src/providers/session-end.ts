/** When this browser has to sign in again, as far as all its tabs together know. */
interface Clock {
  /** When the server last heard of one of them. */
  askedAt: number;
  endsAt: number;
  idleMs: number;
}

export interface SessionEnd {
  at: number;
  /** How long before it is said. */
  lead: number;
  /** Whether asking for something moves it. */
  canStay: boolean;
}

const PLACE = 'fieldlab.session';
const MINUTE_MS = 60_000;
const LEAD_MS = 5 * MINUTE_MS;
let isOurs = false;

export function beginClock({ endsAt, idleSeconds }: { endsAt: string; idleSeconds: number }): void {
  isOurs = true;
  keep({ askedAt: Date.now(), endsAt: Date.parse(endsAt), idleMs: idleSeconds * 1000 });
}

/** It ended sooner than was thought. */
export function endClock(): void {
  const clock = read();
  if (clock) keep({ ...clock, endsAt: 0 });
}

export function stopClock(): void {
  isOurs = false;
  localStorage.removeItem(PLACE);
}

/** Every answer to somebody who is signed in puts the end off. */
export function noteAnswer({ status }: Pick<Response, 'status'>): void {
  const clock = isOurs && status !== 401 ? read() : undefined;
  if (clock) keep({ ...clock, askedAt: Date.now() });
}

/** Undefined while nobody is signed in. */
export function sessionEnd(): SessionEnd | undefined {
  const clock = isOurs ? read() : undefined;
  return clock && endOf(clock);
}

export function endOf({ askedAt, endsAt, idleMs }: Clock): SessionEnd {
  // The server notes once a minute that it heard of us: the last time may not have been noted.
  const idleEnd = askedAt + idleMs - Math.min(MINUTE_MS, idleMs / 10);
  return { at: Math.min(endsAt, idleEnd), lead: Math.min(LEAD_MS, idleMs / 2), canStay: idleEnd < endsAt };
}

const keep = (clock: Clock): void => localStorage.setItem(PLACE, JSON.stringify(clock));
const read = (): Clock | undefined => {
  const kept = localStorage.getItem(PLACE);
  return kept === null ? undefined : (JSON.parse(kept) as Clock);
};
