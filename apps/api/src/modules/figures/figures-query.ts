import {
  BREAKDOWNS,
  currentIndicators,
  findIndicator,
  invalidInput,
  isCalendarDate,
  isInstant,
  type Breakdown,
  type FiguresQuery,
  type Indicator,
  type InputFault,
  type Scope,
} from '@fieldlab/domain';

/** A figures query of which every part that needs no register is known to be right. */
export interface CheckedQuery {
  asOf: string | undefined;
  from: string | undefined;
  knownAt: string | undefined;
  scope: Scope;
  indicators: Indicator[];
  by: Breakdown | undefined;
}

/** @throws DomainError INVALID_INPUT with every fault: malformed dates, unknown names, pairs that mean nothing. */
export function checkQuery(query: FiguresQuery): CheckedQuery {
  const faults: InputFault[] = [];
  const { asOf, from, knownAt, by } = query;
  for (const [path, date] of Object.entries({ asOf, from })) {
    if (date !== undefined && !isCalendarDate(date)) {
      faults.push({
        path,
        message: `"${date}" is not a calendar date; write YYYY-MM-DD, for example 2021-05-01.`,
      });
    }
  }
  if (knownAt !== undefined && !isInstant(knownAt)) {
    faults.push({
      path: 'knownAt',
      message: `"${knownAt}" is not an instant; write for example 2021-04-22T10:00:00Z.`,
    });
  }
  const scope = parseScope(query.scope ?? 'programme', faults);
  const indicators = findIndicators(query.indicators, faults);
  checkBreakdown(by, indicators, query.indicators !== undefined, faults);
  if (faults.length > 0) throw invalidInput(faults);
  return { asOf, from, knownAt, scope, by, indicators };
}

function parseScope(text: string, faults: InputFault[]): Scope {
  if (text === 'programme') return { kind: 'programme' };
  const [, kind, code] = /^(hub|centre):(.+)$/s.exec(text) ?? [];
  if ((kind === 'hub' || kind === 'centre') && code !== undefined) return { kind, code };
  faults.push({
    path: 'scope',
    message: `"${text}" is not a scope; write programme, hub:CODE or centre:CODE.`,
  });
  return { kind: 'programme' };
}

function findIndicators(references: readonly string[] | undefined, faults: InputFault[]): Indicator[] {
  if (references === undefined || references.length === 0) return [...currentIndicators];
  const found = new Set<Indicator>();
  for (const reference of references) {
    const indicator = findIndicator(reference);
    if (indicator) found.add(indicator);
    else
      faults.push({
        path: 'indicator',
        message: `"${reference}" is not an indicator; see /api/v1/indicators.`,
      });
  }
  return [...found];
}

function checkBreakdown(
  by: Breakdown | undefined,
  indicators: readonly Indicator[],
  asked: boolean,
  faults: InputFault[],
): void {
  if (by === undefined) return;
  if (!BREAKDOWNS.includes(by)) {
    faults.push({
      path: 'by',
      message: `"${by as string}" is not a breakdown; choose one of ${BREAKDOWNS.join(', ')}.`,
    });
    return;
  }
  // Who asks for every indicator gets the breakdown on those that know it.
  if (!asked) return;
  for (const { code, breakdowns } of indicators) {
    if (!breakdowns.includes(by)) {
      faults.push({
        path: 'by',
        message: `${code} has no breakdown by ${by}; it has ${breakdowns.join(', ')}.`,
      });
    }
  }
}
