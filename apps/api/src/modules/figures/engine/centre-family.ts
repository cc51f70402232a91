import { centreCellsBy } from './centre-cells';
import { PERIODS, TOTAL } from './engine-context';
import type { CellValues, CentreAt, EngineContext, FigureFamily, Slice } from './engine-context';

const isActive = (centre: CentreAt, { to }: Slice): boolean =>
  centre.startedOn !== null && centre.startedOn <= to && (centre.endedOn === null || to < centre.endedOn);

const isStarted = (centre: CentreAt, { from, to }: Slice): boolean =>
  centre.startedOn !== null && centre.startedOn <= to && (from === null || centre.startedOn >= from);

const COUNTED: Record<string, (centre: CentreAt, slice: Slice) => boolean> = {
  fieldlabs_active: (centre, slice) => centre.kind === 'FIELDLAB' && isActive(centre, slice),
  hubs_active: (centre, slice) => centre.kind === 'HUB' && isActive(centre, slice),
  centres_active: isActive,
  fieldlabs_started: (centre, slice) => centre.kind === 'FIELDLAB' && isStarted(centre, slice),
};

/** Counts of centres: they are few and already here, so they are counted here. */
export const centreFamily: FigureFamily = {
  indicators: Object.keys(COUNTED),

  measure: (context, indicators) =>
    Promise.resolve(new Map(indicators.map((code) => [code, countByCell(context, rule(code))]))),

  members: (context, indicator, request) => {
    const counts = rule(indicator);
    const members = context.centres
      .filter((centre) => context.slices.some((slice) => counts(centre, slice)))
      .map(({ id, name, code }) => ({ resource: 'centres', id, label: `${name} (${code})` }))
      .sort((a, b) => a.label.localeCompare(b.label) || a.id.localeCompare(b.id));
    return Promise.resolve({
      rows: members.slice(request.offset, request.offset + request.limit),
      total: members.length,
    });
  },

  behind: () => Promise.resolve([]),

  earliest: (context, indicator) => Promise.resolve(startsOf(context, indicator)[0] ?? null),
};

/** A centre counts from its start on, whether it is still there or not. */
function startsOf({ centres, slices }: EngineContext, code: string): string[] {
  const kinds = code.startsWith('fieldlabs')
    ? ['FIELDLAB']
    : code.startsWith('hubs')
      ? ['HUB']
      : ['FIELDLAB', 'HUB'];
  const last = slices.at(-1)?.to ?? '';
  return centres
    .filter(({ kind, startedOn }) => kinds.includes(kind) && startedOn !== null && startedOn <= last)
    .map(({ startedOn }) => startedOn ?? '')
    .sort();
}

function rule(code: string) {
  const counts = COUNTED[code];
  if (!counts) throw new Error(`${code} does not count centres`);
  return counts;
}

function countByCell(
  context: EngineContext,
  counts: (centre: CentreAt, slice: Slice) => boolean,
): CellValues {
  const periodic = context.by !== undefined && PERIODS.includes(context.by);
  const cellsOf = centreCellsBy(context.by) ?? (() => [TOTAL]);
  const totals = new Map<string, number>();
  for (const slice of context.slices) {
    for (const centre of context.centres.filter((one) => counts(one, slice))) {
      for (const cell of periodic ? [slice.key] : cellsOf(centre)) {
        totals.set(cell, (totals.get(cell) ?? 0) + 1);
      }
    }
  }
  return new Map([...totals].map(([cell, total]) => [cell, String(total)]));
}
