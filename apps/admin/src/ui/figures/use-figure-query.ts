import {
  currentIndicators,
  findIndicator,
  isByPlace,
  type Breakdown,
  type Indicator,
} from '@fieldlab/domain';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { FiguresQuery } from '../../providers/figures';

const FIRST = 'companies_participated';

export interface FigureQuery {
  indicator: Indicator;
  asOf: string;
  from: string;
  scope: string;
  by: Breakdown | '';
  /** Of a breakdown by sector: the version of its code. Empty is the one that most profiles have. */
  sectorVersion: string;
  /** Of a breakdown by the place of companies. Empty is where they were then. */
  placesAs: 'now' | '';
  /** Empty is by company. */
  countBy: 'group' | '';
  /** A day, of which what was known at its end, or an instant. Empty is now. */
  knownOn: string;
}

/** One of the two questions of a comparison; its words stand in the address behind its name. */
export type QuerySide = 'left' | 'right';
export type ChangeQuery = (change: Partial<Record<keyof FigureQuery, string>>) => void;

/** The question, as it stands in the page's address: a link to it asks the same. */
export function useFigureQuery(side?: QuerySide): { asked: FigureQuery; ask: ChangeQuery } {
  const [parameters, setParameters] = useSearchParams();
  const asked = useMemo(() => queryFrom(parameters, side), [parameters, side]);
  const ask: ChangeQuery = (change) =>
    setParameters((before) => {
      const next = new URLSearchParams(before);
      for (const [field, value] of Object.entries(change) as [keyof FigureQuery, string][]) {
        if (value === '') next.delete(nameOf(field, side));
        else next.set(nameOf(field, side), value);
      }
      dropUnknownBreakdown(next);
      return next;
    });
  return { asked, ask };
}

/** As in the API: `indicator` and `asOf` of one question, `left` and `left.asOf` of one of two. */
function nameOf(field: keyof FigureQuery, side: QuerySide | undefined): string {
  if (side === undefined) return field;
  return field === 'indicator' ? side : `${side}.${field}`;
}

function queryFrom(parameters: URLSearchParams, side: QuerySide | undefined): FigureQuery {
  const text = (field: keyof FigureQuery): string => parameters.get(nameOf(field, side)) ?? '';
  const indicator = findIndicator(text('indicator')) ?? firstIndicator();
  const by = indicator.breakdowns.find((one) => one === text('by')) ?? '';
  return {
    indicator,
    by,
    asOf: text('asOf'),
    from: text('from'),
    scope: text('scope'),
    countBy: indicator.countsGroups && text('countBy') === 'group' ? 'group' : '',
    sectorVersion: by === 'sector' ? text('sectorVersion') : '',
    placesAs: placesCompanies({ indicator, by }) && text('placesAs') === 'now' ? 'now' : '',
    knownOn: text('knownOn'),
  };
}

/** Whether the cells are places of companies, which move. */
export const placesCompanies = ({ indicator, by }: Pick<FigureQuery, 'indicator' | 'by'>): boolean =>
  isByPlace(by) && indicator.placedBy === 'company';

function firstIndicator(): Indicator {
  const [first] = currentIndicators.filter(({ code }) => code === FIRST);
  if (!first) throw new Error(`The catalogue has no ${FIRST}.`);
  return first;
}

/** Another indicator may not know the breakdown that was chosen, nor count groups, nor another breakdown its version. */
function dropUnknownBreakdown(parameters: URLSearchParams): void {
  const indicator = findIndicator(parameters.get('indicator') ?? FIRST);
  const by = parameters.get('by');
  if (by !== null && !indicator?.breakdowns.some((one) => one === by)) parameters.delete('by');
  if (!indicator?.countsGroups) parameters.delete('countBy');
  if (parameters.get('by') !== 'sector') parameters.delete('sectorVersion');
  if (!isByPlace(by)) parameters.delete('placesAs');
}

/** The question as the API reads it. */
export function apiQuery({
  indicator,
  asOf,
  from,
  scope,
  by,
  countBy,
  sectorVersion,
  placesAs,
  knownOn,
}: FigureQuery): FiguresQuery {
  return {
    indicator: [indicator.code],
    asOf: asOf || undefined,
    from: from || undefined,
    scope: scope || undefined,
    by: by || undefined,
    sectorVersion: sectorVersion || undefined,
    placesAs: placesAs || undefined,
    countBy: countBy || undefined,
    knownAt: knownOn.length === DAY_LENGTH ? `${knownOn}T23:59:59Z` : knownOn || undefined,
  };
}

const DAY_LENGTH = '2021-05-01'.length;
