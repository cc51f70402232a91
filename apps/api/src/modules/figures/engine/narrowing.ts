import {
  breakdownSource,
  invalidInput,
  periodSlices,
  type Breakdown,
  type Indicator,
  type Scope,
  fault,
} from '@fieldlab/domain';
import { centreCellsBy } from './centre-cells';
import { PERIODS, type CentreAt, type EngineContext, type Slice } from './engine-context';

/** More periods than this in one answer is a mistake or an attack: 400 quarters are a century. */
export const MAX_PERIODS = 400;

interface Span {
  from?: string | undefined;
  asOf: string;
}

/** Answers whether a scope meant anything to a register that knew these centres. */
export function knowsScope(centres: readonly CentreAt[], scope: Scope): boolean {
  if (scope.kind === 'programme') return true;
  const { kind, code } = scope;
  return centres.some((centre) => centre.code === code && (kind === 'centre' || centre.kind === 'HUB'));
}

/** @throws DomainError INVALID_INPUT when the scope's centre was not known. */
export function centresInScope(centres: CentreAt[], scope: Scope): CentreAt[] {
  if (scope.kind === 'programme') return centres;
  const { kind, code } = scope;
  if (!knowsScope(centres, scope)) {
    throw invalidInput([fault('scope', 'NO_SUCH_SCOPE', { scope: `${kind}:${code}` })]);
  }
  return centres.filter((centre) => centre.code === code || (kind === 'hub' && centre.hubCode === code));
}

export const totalSlice = ({ from, asOf }: Span): Slice => ({ key: '', from: from ?? null, to: asOf });

/** The periods of a breakdown by year or quarter; otherwise the whole span. */
export function slicesOf(by: Breakdown, earliest: string | null, span: Span): Slice[] {
  if (!PERIODS.includes(by)) return [totalSlice(span)];
  if (earliest === null || earliest > span.asOf) return [];
  return periodSlices(by, earliest, span.asOf);
}

/**
 * The context of one cell. A cell is its indicator restricted to that cell: to its centres, to its period, or to
 * an attribute of the records. Undefined when no such period or centre is in the span or scope.
 */
export function narrowToCell(
  context: EngineContext,
  indicator: Indicator,
  by: Breakdown | undefined,
  key: string | undefined,
): EngineContext | undefined {
  if (by === undefined || key === undefined) return context;
  if (PERIODS.includes(by)) return narrowToPeriod(context, by, key);
  const cellsOf = breakdownSource(by, indicator) === 'company' ? undefined : centreCellsBy(by);
  if (!cellsOf) return { ...context, only: { by, key } };
  const centres = context.centres.filter((centre) => cellsOf(centre).includes(key));
  return centres.length > 0 ? { ...context, centres } : undefined;
}

function narrowToPeriod(context: EngineContext, by: Breakdown, key: string): EngineContext | undefined {
  const [span] = context.slices;
  const year = key.slice(0, 4);
  if (!span || !/^\d{4}(-Q[1-4])?$/.test(key)) return undefined;
  const from = span.from ?? `${year}-01-01`;
  const slice = from > span.to ? undefined : periodSlices(by, from, span.to).find((one) => one.key === key);
  return slice && { ...context, slices: [slice] };
}
