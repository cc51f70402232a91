/** When somebody was at the overview, in this browser. */
export interface Visits {
  /** When the visit before this one ended. */
  previous?: string;
  /** When this browser was here last. */
  seen?: string;
}

/** Whoever comes back sooner is still on the same visit. */
const SAME_VISIT_MS = 30 * 60_000;

export function visitNow({ previous, seen }: Visits, now: Date): Visits {
  const isNew = seen !== undefined && now.getTime() - Date.parse(seen) > SAME_VISIT_MS;
  const before = isNew ? seen : previous;
  return { ...(before !== undefined && { previous: before }), seen: now.toISOString() };
}

/** When somebody who comes now looked here before; undefined the first time. */
export const previousVisit = (kept: unknown, now: Date): string | undefined =>
  visitNow(typeof kept === 'object' && kept !== null ? kept : {}, now).previous;
