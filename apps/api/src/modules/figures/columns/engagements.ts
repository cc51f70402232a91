import { PARTICIPATION_LEVELS } from '@fieldlab/domain';
import { PARTICIPATES, type EngineContext } from '../engine/engine-context';
import { endDay } from './days';
import { companiesKnown, type FirmsAt } from './firms-at';
import { inTurns } from '../../../platform/work/in-turns';
import { recordsIn, type Records } from './records';
import type { ColumnsAt } from './register-columns';
import { NONE, OPEN } from './versions';

/** Levels from this number on take part. */
export const STRONG_FROM = PARTICIPATION_LEVELS.indexOf(PARTICIPATES);
/** The level of an attendance, which says of none. */
export const NO_LEVEL = PARTICIPATION_LEVELS.length;
/** So many records are looked at before others get their turn: some milliseconds. */
export const AT_ONCE = 2 ** 18;

/** The scope's centres by their number in `context.centres`: when each began and ended. */
interface CentreDays {
  startedOn: Int32Array;
  endedOn: Int32Array;
}

/** Engagements in one centre at one level, which stand behind each other. */
export interface Stretch {
  /** The centre's number in the scope. */
  centre: number;
  level: number;
  from: number;
  to: number;
}

/**
 * What businesses did in the scope's centres, one place for each participation and attendance, those of one centre and level
 * behind each other: the firm after merges, and the days. An attendance begins and ends on the day of the activity.
 */
export interface Engagements {
  firm: Int32Array;
  startedOn: Int32Array;
  /** The end of the participation or of its centre, whichever comes first. */
  endedOn: Int32Array;
  stretches: readonly Stretch[];
  centres: CentreDays;
  /** How many places are taken, also by readings of later states, which share the columns. */
  taken: { places: number };
}

const centreDays = ({ centres }: EngineContext): CentreDays => ({
  startedOn: Int32Array.from(centres, ({ startedOn }) => endDay(startedOn)),
  endedOn: Int32Array.from(centres, ({ endedOn }) => endDay(endedOn)),
});

/** By the copy's number of a centre, its number in the scope; -1 where it is not in it. */
function scopeOf({ copy }: ColumnsAt, { centres }: EngineContext): Int32Array {
  const scope = new Int32Array(copy.ids.centres.size).fill(NONE);
  centres.forEach(({ id }, number) => {
    const centre = copy.ids.centres.find(id);
    if (centre !== NONE) scope[centre] = number;
  });
  return scope;
}

/** So many engagements find room that become known later. */
const ROOM = 1024;
const LEVELS = NO_LEVEL + 1;
/** The number of a stretch; of those of one centre and level, which may be several, the same. */
export const stretchOf = (centre: number, level: number): number => centre * LEVELS + level;

/** Reads the engagements of businesses that were known. */
export async function engagementsIn(context: EngineContext, at: ColumnsAt): Promise<Engagements> {
  const firms = await companiesKnown(at);
  const centres = centreDays(context);
  const { participations: versions } = at.copy.versions;
  const rows = await versions.inTurnsAt(at.place, at.drafts?.participations);
  const participations = participationsAmong(rows, { context, at, firms, centres });
  const records = await recordsIn('attendances', 'all', context, at);
  const attendances = attendancesOf(context, at, firms, records);
  const starts = new Int32Array(context.centres.length * LEVELS + 1);
  const sources = [participations, attendances];
  const lies: Int32Array[] = [];
  for (const { length, stretchAt } of sources) {
    const own = new Int32Array(length);
    lies.push(own);
    await inTurns(length, AT_ONCE, (from, to) => {
      for (let index = from; index < to; index += 1) {
        const stretch = stretchAt(index);
        own[index] = stretch;
        if (stretch !== NONE) starts[stretch + 1] = (starts[stretch + 1] ?? 0) + 1;
      }
    });
  }
  for (let one = 1; one < starts.length; one += 1) starts[one] = (starts[one] ?? 0) + (starts[one - 1] ?? 0);
  const length = starts.at(-1) ?? 0;
  const column = (): Int32Array => new Int32Array(length + ROOM);
  const [firm, startedOn, endedOn] = [column(), column(), column()];
  const next = starts.slice();
  for (const [number, { length, fill }] of sources.entries()) {
    const own = lies[number] ?? starts;
    await inTurns(length, AT_ONCE, (from, to) => {
      for (let index = from; index < to; index += 1) {
        const stretch = own[index] ?? NONE;
        if (stretch === NONE) continue;
        const place = next[stretch] ?? 0;
        next[stretch] = place + 1;
        fill(index, place, { firm, startedOn, endedOn });
      }
    });
  }
  return {
    firm,
    startedOn,
    endedOn,
    stretches: stretchesBetween(starts),
    centres,
    taken: { places: length },
  };
}

/** The centre and the level of a stretch, by its number. */
export const partsOf = (stretch: number): Pick<Stretch, 'centre' | 'level'> => ({
  centre: Math.floor(stretch / LEVELS),
  level: stretch % LEVELS,
});

function stretchesBetween(starts: Int32Array): Stretch[] {
  const stretches: Stretch[] = [];
  for (let one = 0; one + 1 < starts.length; one += 1) {
    const [from = 0, to = 0] = [starts[one], starts[one + 1]];
    if (to > from) stretches.push({ ...partsOf(one), from, to });
  }
  return stretches;
}

/** Records of one kind, of which some are engagements. */
export interface Source {
  length: number;
  /** In which stretch a record lies; -1 where it is out of scope or of no business that was there. */
  stretchAt: (index: number) => number;
  fill: (index: number, place: number, columns: Pick<Engagements, 'firm' | 'startedOn' | 'endedOn'>) => void;
}

/** What is asked of a scope, and what is known of its firms and centres. */
interface Known {
  context: EngineContext;
  at: ColumnsAt;
  firms: FirmsAt;
  centres: CentreDays;
}

/** The participations that stand at these places in the copy. */
export function participationsAmong(
  rows: ArrayLike<number>,
  { context, at, firms: { root, isBusiness }, centres }: Known,
): Source {
  const { company, centre, level, startedOn, endedOn } = at.copy.versions.participations.fields;
  const scope = scopeOf(at, context);
  return {
    length: rows.length,
    stretchAt: (index) => {
      const row = rows[index] ?? 0;
      const own = scope[centre[row] ?? 0] ?? NONE;
      if (own === NONE || isBusiness[root[company[row] ?? 0] ?? 0] !== 1) return NONE;
      return stretchOf(own, level[row] ?? 0);
    },
    fill: (index, place, columns) => {
      const row = rows[index] ?? 0;
      const own = scope[centre[row] ?? 0] ?? 0;
      columns.firm[place] = root[company[row] ?? 0] ?? 0;
      columns.startedOn[place] = startedOn[row] ?? 0;
      columns.endedOn[place] = Math.min(endedOn[row] ?? OPEN, centres.endedOn[own] ?? OPEN);
    },
  };
}

/** An activity lies in one centre. */
function attendancesOf(
  { centres }: EngineContext,
  at: ColumnsAt,
  { isBusiness }: FirmsAt,
  attendances: Records,
): Source {
  const { length, company, date, centres: lists } = attendances;
  const scope = new Map(centres.map(({ id }, number) => [id, number]));
  const stretches = at.copy.centres.values.map(([id = '']) => {
    const centre = scope.get(id);
    return centre === undefined ? NONE : stretchOf(centre, NO_LEVEL);
  });
  return {
    length,
    stretchAt: (index) =>
      isBusiness[company[index] ?? NONE] === 1 ? (stretches[lists[index] ?? NONE] ?? NONE) : NONE,
    fill: (index, place, columns) => {
      columns.firm[place] = company[index] ?? NONE;
      columns.startedOn[place] = date[index] ?? 0;
      columns.endedOn[place] = date[index] ?? 0;
    },
  };
}

/** Answers whether the engagements of a stretch are of firms that took part. */
export const takesPart = ({ level }: Stretch): boolean => level >= STRONG_FROM && level !== NO_LEVEL;
