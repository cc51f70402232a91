import {
  BREAKDOWNS,
  NETHERLANDS,
  sectorSchemeNamed,
  currentIndicators,
  findIndicator,
  invalidInput,
  isByPlace,
  isCalendarDate,
  isInstant,
  COUNT_BY,
  type Breakdown,
  type CountBy,
  type FiguresQuery,
  type Indicator,
  type InputFault,
  type PlacesAs,
  type Scope,
  fault,
  DATE_RANGE,
} from '@fieldlab/domain';

/** A figures query of which every part that needs no register is known to be right. */
export interface CheckedQuery {
  asOf: string | undefined;
  from: string | undefined;
  knownAt: string | undefined;
  scope: Scope;
  indicators: Indicator[];
  by: Breakdown | undefined;
  sectorVersion: string | undefined;
  placesAs: PlacesAs;
  countBy: CountBy;
}

/** @throws DomainError INVALID_INPUT with every fault: malformed dates, unknown names, pairs that mean nothing. */
export function checkQuery(query: FiguresQuery): CheckedQuery {
  const faults: InputFault[] = [];
  const { asOf, from, knownAt, by, sectorVersion, placesAs, countBy = 'company' } = query;
  for (const [path, date] of Object.entries({ asOf, from })) {
    if (date !== undefined && !isCalendarDate(date)) {
      faults.push(fault(path, 'NOT_A_DATE', DATE_RANGE));
    }
  }
  if (knownAt !== undefined && !isInstant(knownAt)) {
    faults.push(fault('knownAt', 'NOT_AN_INSTANT'));
  }
  const scope = parseScope(query.scope ?? 'programme', faults);
  const asked = findIndicators(query.indicators, faults);
  const indicators = checkCounting(countBy, asked, query.indicators !== undefined, faults);
  checkBreakdown(by, indicators, query.indicators !== undefined, faults);
  checkSectorVersion(sectorVersion, by, faults);
  if (placesAs !== undefined && !isByPlace(by)) faults.push(fault('placesAs', 'ONLY_BY_PLACE'));
  if (faults.length > 0) throw invalidInput(faults);
  return { asOf, from, knownAt, scope, by, sectorVersion, placesAs: placesAs ?? 'then', countBy, indicators };
}

function parseScope(text: string, faults: InputFault[]): Scope {
  if (text === 'programme') return { kind: 'programme' };
  const [, kind, code] = /^(hub|centre):(.+)$/s.exec(text) ?? [];
  if ((kind === 'hub' || kind === 'centre') && code !== undefined) return { kind, code };
  faults.push(fault('scope', 'NOT_A_SCOPE', { scope: text }));
  return { kind: 'programme' };
}

function findIndicators(references: readonly string[] | undefined, faults: InputFault[]): Indicator[] {
  if (references === undefined || references.length === 0) return [...currentIndicators];
  const found = new Set<Indicator>();
  for (const reference of references) {
    const indicator = findIndicator(reference);
    if (indicator) found.add(indicator);
    else faults.push(fault('indicator', 'NO_SUCH_INDICATOR', { indicator: reference }));
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
    faults.push(fault('by', 'NO_SUCH_BREAKDOWN', { by, choices: BREAKDOWNS.join(', ') }));
    return;
  }
  // Who asks for every indicator gets the breakdown on those that know it.
  if (!asked) return;
  for (const { code, breakdowns } of indicators) {
    if (!breakdowns.includes(by)) {
      faults.push(fault('by', 'NOT_BROKEN_DOWN', { indicator: code, by, choices: breakdowns.join(', ') }));
    }
  }
}

function checkSectorVersion(
  version: string | undefined,
  by: Breakdown | undefined,
  faults: InputFault[],
): void {
  if (version === undefined) return;
  if (by !== 'sector') faults.push(fault('sectorVersion', 'ONLY_BY_SECTOR'));
  if (!sectorSchemeNamed(NETHERLANDS, version)) {
    const choices = NETHERLANDS.sectorSchemes.map((scheme) => scheme.version).join(', ');
    faults.push(fault('sectorVersion', 'NO_SUCH_SECTOR_VERSION', { version, choices }));
  }
}

/** Who asks for every indicator counted by group gets those that count groups. */
function checkCounting(
  countBy: CountBy,
  indicators: Indicator[],
  asked: boolean,
  faults: InputFault[],
): Indicator[] {
  if (!COUNT_BY.includes(countBy)) {
    faults.push(fault('countBy', 'NO_SUCH_COUNT', { countBy, choices: COUNT_BY.join(', ') }));
    return indicators;
  }
  if (countBy === 'company') return indicators;
  const others = indicators.filter(({ countsGroups }) => !countsGroups);
  if (asked)
    for (const { code } of others) faults.push(fault('countBy', 'COUNTS_NO_GROUPS', { indicator: code }));
  return indicators.filter(({ countsGroups }) => countsGroups);
}
