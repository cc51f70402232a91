import { useStore } from 'react-admin';
import { useEffect, useState } from 'react';
import { previousVisit, visitNow, type Visits } from './visits';

/** When a person looked here before, in this browser; undefined the first time. */
export function usePreviousVisit(person: string): string | undefined {
  const [visits, setVisits] = useStore<Visits>(`dashboard.visits.${person}`, {});
  const [now] = useState(() => new Date());
  useEffect(() => setVisits((before) => visitNow(before, new Date())), [setVisits]);
  return previousVisit(visits, now);
}
