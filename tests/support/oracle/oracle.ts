import { findIndicator, type Breakdown, type FigureValue } from '@fieldlab/domain';
import { cellsOf } from './cells';
import type { Counted, Reading } from './reading';
import type { SectorVersion } from './sectors';
import { READINGS } from './readings';
import type { CentreRecord, RegisterSnapshot } from './snapshot';
import type { Lens, View } from './view';

/**
 * A plain and slow reading of the definitions (docs/domain.md, section 5), which the engine in the database is compared with.
 * It shares no code with the engine: it was written from the contract, and is meant to be checked by reading.
 */

export interface OracleQuery {
  /** `jobs` or `jobs@1`. */
  indicator: string;
  asOf: string;
  /** Null is no lower bound; left out it is the programme's start, where there is a programme. */
  from?: string | null;
  /** `programme`, `hub:CODE` or `centre:CODE`. */
  scope: string;
  by?: Breakdown;
  /** With `by` sector. */
  sectorVersion?: SectorVersion;
  countBy?: 'company' | 'group';
}

export interface OracleFigure {
  value: FigureValue;
  breakdown?: Record<string, FigureValue>;
  /** The ids behind the value, or behind one cell; sorted. */
  members: (key?: string) => string[];
}

export function oracleFigure(register: RegisterSnapshot, query: OracleQuery): OracleFigure {
  const { definition, reading } = readingOf(query.indicator);
  const from = query.from === undefined ? (register.programme?.startedOn ?? null) : query.from;
  if (from !== null && from > query.asOf) throw new Error(`from ${from} lies after as-of ${query.asOf}`);

  const view: View = {
    register,
    window: { from, to: query.asOf },
    lens: scopeLens(register, query.scope),
    countBy: query.countBy ?? 'company',
  };
  const total = reading.count(view);
  if (query.by === undefined) return { value: total.value, members: membersOf(total, new Map()) };

  if (!definition.breakdowns.includes(query.by)) {
    throw new Error(`${query.indicator} cannot be broken down by ${query.by}`);
  }
  const isPeriod = query.by === 'year' || query.by === 'quarter';
  const cells = new Map(
    cellsOf(view, { by: query.by, sectorVersion: query.sectorVersion }, reading, definition)
      .map(({ key, view: cell }) => [key, reading.count(cell)] as const)
      .filter(([, { value }]) => isPeriod || !isNothing(value)),
  );
  return {
    value: total.value,
    breakdown: Object.fromEntries([...cells].map(([key, { value }]) => [key, value])),
    members: membersOf(total, cells),
  };
}

function readingOf(reference: string) {
  const definition = findIndicator(reference);
  const reading: Reading | undefined = definition && READINGS[definition.code];
  if (!definition || !reading) throw new Error(`unknown indicator ${reference}`);
  return { definition, reading };
}

function scopeLens(register: RegisterSnapshot, scope: string): Lens {
  return {
    centre: centreInScope(register, scope),
    company: () => true,
    participation: () => true,
    attendancesOf: () => true,
    investment: () => true,
    claimLevel: () => true,
  };
}

function centreInScope({ centres }: RegisterSnapshot, scope: string): (centre: CentreRecord) => boolean {
  if (scope === 'programme') return () => true;
  const [kind, code] = [scope.slice(0, scope.indexOf(':')), scope.slice(scope.indexOf(':') + 1)];
  const named = centres.find((centre) => centre.code === code);
  if (named && kind === 'centre') return (centre) => centre.id === named.id;
  if (named?.kind === 'HUB' && kind === 'hub')
    return ({ id, hubId }) => id === named.id || hubId === named.id;
  throw new Error(`unknown scope ${scope}`);
}

/** "Cells that are 0 or empty are left out." */
function isNothing(value: FigureValue): boolean {
  return value === null || Number(value) === 0;
}

function membersOf(total: Counted, cells: ReadonlyMap<string, Counted>): OracleFigure['members'] {
  return (key) => [...((key === undefined ? total : cells.get(key))?.members ?? [])].sort();
}
