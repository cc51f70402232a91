import type { Outcome, Participation } from '../providers/records';

export interface Lane {
  centreId: string;
  centreName: string | null;
  participations: Participation[];
  outcomes: Outcome[];
}

export interface Span {
  /** The years that get a mark. */
  years: number[];
  /** Where a date stands, in percent of the whole. */
  at: (date: string) => number;
}

/** A lane for each centre, in the order in which the company came to it. */
export function lanesOf(participations: readonly Participation[], outcomes: readonly Outcome[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const participation of participations) {
    const { centreId, centreName } = participation;
    const lane = lanes.get(centreId) ?? { centreId, centreName, participations: [], outcomes: [] };
    lane.participations.push(participation);
    lanes.set(centreId, lane);
  }
  for (const outcome of outcomes) {
    for (const centreId of outcome.centreIds) lanes.get(centreId)?.outcomes.push(outcome);
  }
  return [...lanes.values()];
}

/** From the year of the first participation until today; at most eight marks. */
export function spanOf(participations: readonly Participation[], today: string): Span {
  const first = participations.reduce((min, { startedOn }) => (startedOn < min ? startedOn : min), today);
  const [from, to] = [Number(first.slice(0, 4)), Number(today.slice(0, 4)) + 1];
  const [start, end] = [day(`${from}-01-01`), day(`${to}-01-01`)];
  const every = Math.ceil((to - from) / 8);
  const years = Array.from({ length: to - from }, (_, index) => from + index).filter(
    (_, index) => index % every === 0,
  );
  return { years, at: (date) => Math.min(100, Math.max(0, ((day(date) - start) / (end - start)) * 100)) };
}

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`);
