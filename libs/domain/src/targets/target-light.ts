import type { IndicatorKind } from '../indicators/definition';

export const TARGET_LIGHTS = ['REACHED', 'ON_TRACK', 'BEHIND', 'MISSED', 'UNKNOWN'] as const;
export type TargetLight = (typeof TARGET_LIGHTS)[number];

/** A target and where its figure stands, all in the indicator's unit. Every indicator is better when it is higher. */
export interface TargetStanding {
  aim: number;
  /** The figure on the as-of date, or on the due day when that has passed; null when there is nothing to divide. */
  actual: number | null;
  /** What the figure would be by then if it grew evenly. */
  expected: number;
  /** The due day has passed. */
  isOver: boolean;
}

/** The rule: the first light whose condition holds. */
const RULE: readonly { light: TargetLight; when: (standing: TargetStanding) => boolean }[] = [
  { light: 'UNKNOWN', when: ({ actual }) => actual === null },
  { light: 'REACHED', when: ({ actual, aim }) => Number(actual) >= aim },
  { light: 'MISSED', when: ({ isOver }) => isOver },
  { light: 'ON_TRACK', when: ({ actual, expected }) => Number(actual) >= expected },
];

export const targetLight = (standing: TargetStanding): TargetLight =>
  RULE.find(({ when }) => when(standing))?.light ?? 'BEHIND';

/** A share or a ratio is not built up from nothing: of those the whole of the aim is expected all along. */
const GROWS: Record<IndicatorKind, boolean> = { stock: true, flow: true, ratio: false };

export interface Growth {
  kind: IndicatorKind;
  aim: number;
  /** Where the straight line leaves from nothing; without a start it expects the aim itself. */
  startedOn: string | undefined;
  dueOn: string;
}

/** The value on a straight line from nothing on the start to the aim on the due day. */
export function expectedOn(day: string, { kind, aim, startedOn, dueOn }: Growth): number {
  if (!GROWS[kind] || startedOn === undefined || startedOn >= dueOn || day >= dueOn) return aim;
  return aim * Math.max(0, daysBetween(startedOn, day) / daysBetween(startedOn, dueOn));
}

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
