import { raw, sql, type Sql } from '../../../platform/database/sql';
import { PARTICIPATES, type EngineContext } from './engine-context';

// What is known of a firm in a cell, as bits: each indicator is one test on them.
export const REACHED = 1;
export const PARTICIPATED = 2;
export const PARTICIPATING = 4;
/** Took part until its centre ended, which it did by the last day. */
export const CENTRE_ENDED = 8;
/** A participation began within the slice, or before it: a firm that has the first and not the second is new. */
export const BEGAN = 16;
export const BEGAN_BEFORE = 32;

export const has = (bit: number): Sql => sql`f.flags & ${raw(String(bit))} > 0`;

/** A firm counts when its flags under the mask are these; without `is`, when any of them is set. */
export interface FlagTest {
  mask: number;
  is?: number;
}

export const passes = ({ mask, is }: FlagTest): Sql =>
  is === undefined ? has(mask) : sql`f.flags & ${raw(String(mask))} = ${raw(String(is))}`;

export const OVERLAPS = sql`(s.f is null or least(p.ended_on, z.ended_on) is null or least(p.ended_on, z.ended_on) > s.f)`;
export const STRONG = sql`p.level >= ${raw(`'${PARTICIPATES}'`)}`;
const HOLDS = sql`z.started_on <= s.d and (least(p.ended_on, z.ended_on) is null or least(p.ended_on, z.ended_on) > s.d)`;

export const bits = (...set: number[]): Sql => raw(String(set.reduce((all, bit) => all | bit, 0)));

/** What one participation says of its firm. */
export const FLAGS = sql`
  case when not ${OVERLAPS} then 0
       when not ${STRONG} then ${bits(REACHED)}
       when ${HOLDS} then ${bits(REACHED, PARTICIPATED, PARTICIPATING)}
       when z.ended_on <= s.d and (p.ended_on is null or p.ended_on >= z.ended_on)
         then ${bits(REACHED, PARTICIPATED, CENTRE_ENDED)}
       else ${bits(REACHED, PARTICIPATED)} end
  | case when not ${STRONG} then 0 when p.started_on < s.f then ${bits(BEGAN_BEFORE)} else ${bits(BEGAN)} end`;

/** What is asked of firms beside their flags. */
export interface FirmsOptions {
  dates?: boolean;
  pairs?: boolean;
  reached?: boolean;
  /** In which cell a participation or attendance lies; z is its centre, s the slice. */
  cellOf?: (context: EngineContext, level: Sql) => Sql;
}
