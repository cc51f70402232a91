import type { EngineContext } from '../engine/engine-context';
import { touches, type Changes } from './changes';
import {
  engagementsIn,
  participationsAmong,
  partsOf,
  stretchOf,
  type Engagements,
  type Stretch,
} from './engagements';
import { companiesKnown, firmsAfter } from './firms-at';
import { KeptReadings, scopeAsked } from './kept-readings';
import type { ColumnsAt } from './register-columns';
import { NONE } from './versions';

/** One is what a dashboard asks about; twelve bytes for each participation. */
const readings = new KeptReadings<Engagements>(3);

/**
 * Reads the engagements of businesses that were known; kept for the questions that follow in one state, and carried on to
 * later states where a few participations alone changed.
 */
export const readScope = (context: EngineContext, at: ColumnsAt): Promise<Engagements> =>
  readings.get(
    at,
    scopeAsked(context),
    () => engagementsIn(context, at),
    (before, changes) => carried(before, changes, context, at),
  );

/** After more changes than this all is read anew. */
const MOST_CARRIED = 256;

/** An engagement by its stretch, firm and days: those that are alike in these are one as good as another. */
type Told = readonly [stretch: number, firm: number, startedOn: number, endedOn: number];

/**
 * The same engagements without those that ended and with those that began. The columns are shared: what ended is left out
 * by parting its stretch, and what began takes places that no earlier reading looks at.
 */
async function carried(
  before: Engagements,
  changes: Changes,
  context: EngineContext,
  at: ColumnsAt,
): Promise<Engagements | undefined> {
  const { after, upTo, rows } = changes;
  if (touches(changes, ['activities', 'attendances']) || firmsAfter(at, changes) === 'others')
    return undefined;
  if (rows.participations.length > MOST_CARRIED) return undefined;
  const versions = at.copy.versions.participations;
  const known = { context, at, firms: await companiesKnown(at), centres: before.centres };
  const told = (place: number, other: number): Told[] => {
    const own = rows.participations.filter(
      (row) => versions.holds(row, place) && !versions.holds(row, other),
    );
    return toldOf(own, known);
  };
  const [ended, begun] = withoutAlike(told(after, upTo), told(upTo, after));
  if (before.taken.places + begun.length > before.firm.length) return undefined;
  const stretches = new ChangedStretches(before);
  for (const one of ended) if (!stretches.remove(one)) return undefined;
  for (const one of begun) stretches.add(one);
  return { ...before, stretches: stretches.all() };
}

/** What the participations of these versions say, of those that are engagements of the scope. */
function toldOf(rows: readonly number[], known: Parameters<typeof participationsAmong>[1]): Told[] {
  const source = participationsAmong(rows, known);
  const [firm, startedOn, endedOn] = [new Int32Array(1), new Int32Array(1), new Int32Array(1)];
  return rows.flatMap((_, index): Told[] => {
    const stretch = source.stretchAt(index);
    if (stretch === NONE) return [];
    source.fill(index, 0, { firm, startedOn, endedOn });
    return [[stretch, firm[0] ?? 0, startedOn[0] ?? 0, endedOn[0] ?? 0]];
  });
}

/** Without those of which one ended and one like it began: only what is not counted changed of them. */
function withoutAlike(ended: readonly Told[], begun: readonly Told[]): [ended: Told[], begun: Told[]] {
  const left = new Map<string, Told[]>();
  for (const one of begun) left.set(one.join(' '), [...(left.get(one.join(' ')) ?? []), one]);
  const ending = ended.filter((one) => left.get(one.join(' '))?.pop() === undefined);
  return [ending, [...left.values()].flat()];
}

/** The stretches of a reading while engagements are taken out and put in. */
class ChangedStretches {
  /** By number, those that are no longer what they were. */
  private readonly changed = new Map<number, Stretch[]>();

  constructor(private readonly engagements: Engagements) {}

  /** Answers whether it was there. */
  remove([number, firm, start, end]: Told): boolean {
    const { firm: firmAt, startedOn, endedOn } = this.engagements;
    const own = this.of(number);
    for (const [index, stretch] of own.entries()) {
      for (let place = stretch.from; place < stretch.to; place += 1) {
        if (firmAt[place] !== firm || startedOn[place] !== start || endedOn[place] !== end) continue;
        const parts = [
          { ...stretch, to: place },
          { ...stretch, from: place + 1 },
        ];
        own.splice(index, 1, ...parts.filter(({ from, to }) => to > from));
        return true;
      }
    }
    return false;
  }

  add([number, firm, start, end]: Told): void {
    const { firm: firmAt, startedOn, endedOn, taken } = this.engagements;
    const place = taken.places;
    taken.places += 1;
    firmAt[place] = firm;
    startedOn[place] = start;
    endedOn[place] = end;
    this.of(number).push({ ...partsOf(number), from: place, to: place + 1 });
  }

  /** In the order of their centres and levels. */
  all(): Stretch[] {
    const same = this.engagements.stretches.filter((stretch) => !this.changed.has(numberOf(stretch)));
    return [...same, ...[...this.changed.values()].flat()].sort(
      (one, other) => numberOf(one) - numberOf(other),
    );
  }

  private of(number: number): Stretch[] {
    const known = this.changed.get(number);
    if (known) return known;
    const own = this.engagements.stretches.filter((stretch) => numberOf(stretch) === number);
    this.changed.set(number, own);
    return own;
  }
}

const numberOf = ({ centre, level }: Stretch): number => stretchOf(centre, level);
