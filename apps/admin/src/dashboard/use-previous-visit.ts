import { useGetIdentity, useStore } from 'react-admin';
import { useEffect } from 'react';

interface Visits {
  /** When the visit before this one ended. */
  previous?: string;
  /** When this browser was here last. */
  seen?: string;
}

/** Whoever comes back sooner is still on the same visit. */
const SAME_VISIT_MS = 30 * 60_000;

/** When this person looked here before, in this browser; undefined the first time. */
export function usePreviousVisit(): string | undefined {
  const { data: identity } = useGetIdentity();
  const id = identity ? String(identity.id) : undefined;
  const [{ previous }, setVisits] = useStore<Visits>(`dashboard.visits.${id ?? ''}`, {});
  useEffect(() => {
    if (id === undefined) return;
    setVisits((before) => visitNow(before, new Date()));
  }, [id, setVisits]);
  return previous;
}

export function visitNow({ previous, seen }: Visits, now: Date): Visits {
  const isNew = seen !== undefined && now.getTime() - Date.parse(seen) > SAME_VISIT_MS;
  const before = isNew ? seen : previous;
  return { ...(before !== undefined && { previous: before }), seen: now.toISOString() };
}
