import type { Activity, Outcome, Participation } from '../providers/records';

export interface Lane {
  centreId: string;
  /** Null where only outcomes tell of the centre, which know it by its id. */
  centreName: string | null;
  participations: Participation[];
  activities: Activity[];
  outcomes: Outcome[];
}

/** What happened to a company, of every kind that the timeline shows. */
export interface Past {
  participations: readonly Participation[];
  activities: readonly Activity[];
  outcomes: readonly Outcome[];
}

export interface Span {
  /** The years that get a mark. */
  years: number[];
  /** Where a date stands, in percent of the whole. */
  at: (date: string) => number;
}

/** A lane for each centre, in the order in which the company came to it. */
export function lanesOf({ participations, activities, outcomes }: Past): Lane[] {
  const lanes = new Map<string, Lane>();
  const laneOf = (centreId: string, centreName: string | null): Lane => {
    const found = lanes.get(centreId) ?? {
      ...{ centreId, centreName, participations: [], activities: [], outcomes: [] },
    };
    lanes.set(centreId, found);
    return found;
  };
  for (const one of participations) laneOf(one.centreId, one.centreName).participations.push(one);
  for (const one of activities) laneOf(one.centreId, one.centreName).activities.push(one);
  for (const one of outcomes) {
    for (const centreId of one.centreIds) laneOf(centreId, null).outcomes.push(one);
  }
  return [...lanes.values()];
}

/** From the year in which it began until today; at most eight marks. */
export function spanOf({ participations, activities, outcomes }: Past, today: string): Span {
  const days = [
    ...participations.map(({ startedOn }) => startedOn),
    ...activities.map(({ heldOn }) => heldOn),
    ...outcomes.map(({ achievedOn }) => achievedOn),
  ];
  const first = days.reduce((min, date) => (date < min ? date : min), today);
  const [from, to] = [Number(first.slice(0, 4)), Number(today.slice(0, 4)) + 1];
  const [start, end] = [day(`${from}-01-01`), day(`${to}-01-01`)];
  const every = Math.ceil((to - from) / 8);
  const years = Array.from({ length: to - from }, (_, index) => from + index).filter(
    (_, index) => index % every === 0,
  );
  return { years, at: (date) => Math.min(100, Math.max(0, ((day(date) - start) / (end - start)) * 100)) };
}

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`);
