import { TRANSITIONS, type Breakdown, type Indicator, type Scope, type Transition } from '@fieldlab/domain';
import type { RegisterAt } from '../engine/register-at';

/** All that decides a figure's value. */
export interface Setting {
  indicator: Indicator;
  scope: Scope;
  scopeText: string;
  from: string | null;
  asOf: string;
  register: RegisterAt;
  /** One cell of a breakdown; both figures of a bridge have the same, or none. */
  cell?: Cell | undefined;
}

export interface Cell {
  by: Breakdown;
  key: string;
}

/** One difference between two settings, all else being equal. */
export interface Crossing {
  transition: Transition;
  before: Setting;
  after: Setting;
}

const DIFFERS: Record<Transition, (left: Setting, right: Setting) => boolean> = {
  definition: ({ indicator: one }, { indicator: other }) =>
    one.code === other.code && one.version !== other.version,
  indicator: ({ indicator: one }, { indicator: other }) => one.code !== other.code,
  scope: (left, right) => left.scopeText !== right.scopeText,
  from: (left, right) => left.from !== right.from,
  asOf: (left, right) => left.asOf !== right.asOf,
  knownAt: (left, right) => left.register.knowledge.knownAt !== right.register.knowledge.knownAt,
};

const CROSSED: Record<Transition, (right: Setting) => Partial<Setting>> = {
  definition: ({ indicator }) => ({ indicator }),
  indicator: ({ indicator }) => ({ indicator }),
  scope: ({ scope, scopeText }) => ({ scope, scopeText }),
  from: ({ from }) => ({ from }),
  asOf: ({ asOf }) => ({ asOf }),
  knownAt: ({ register }) => ({ register }),
};

/** From the left setting to the right one, a difference at a time, in the contract's order. */
export function crossingsBetween(left: Setting, right: Setting): Crossing[] {
  const crossings: Crossing[] = [];
  let before = left;
  for (const transition of TRANSITIONS) {
    if (!DIFFERS[transition](left, right)) continue;
    const after = { ...before, ...CROSSED[transition](right) };
    crossings.push({ transition, before, after });
    before = after;
  }
  return crossings;
}
