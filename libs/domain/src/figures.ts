/** What is asked of the calculation engine, and what it answers (the contract of GET /figures). */

/** The dimensions along which a figure can be broken down; which indicator knows which stands in its definition. */
export const BREAKDOWNS = [
  'centre',
  'kind',
  'hub',
  'year',
  'quarter',
  'technology',
  'province',
  'municipality',
  'sizeClass',
  'level',
  'source',
  'form',
  'funder',
  'claimLevel',
  'sector',
] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** The cell of what has no value for the dimension, such as a fieldlab without a hub. */
export const UNKNOWN_CELL = 'unknown';

export const FIGURE_UNITS = ['count', 'FTE', 'EUR', 'percent', 'ratio'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** Counts and FTE are numbers; EUR, percent and ratio are decimal strings, or null where there is nothing to divide. */
export type FigureValue = number | string | null;

export type Scope = { kind: 'programme' } | { kind: 'hub'; code: string } | { kind: 'centre'; code: string };

/** What figures of companies count: legal units, or enterprise groups, each once whatever its companies did. */
export const COUNT_BY = ['company', 'group'] as const;
export type CountBy = (typeof COUNT_BY)[number];

/** By which profile figures by province or municipality place companies: the one of the day that is counted, or today's. */
export const PLACES_AS = ['then', 'now'] as const;
export type PlacesAs = (typeof PLACES_AS)[number];

export interface FiguresQuery {
  /** Calendar date `YYYY-MM-DD`; default today in the programme's time zone. */
  asOf?: string | undefined;
  /** Calendar date; default the programme's start, or no lower bound without a programme. */
  from?: string | undefined;
  /** Instant (RFC 3339, UTC); default the last visible change. */
  knownAt?: string | undefined;
  /** `programme` (default), `hub:CODE` or `centre:CODE`. */
  scope?: string | undefined;
  /** Indicator codes, each with an optional `@version`; all current ones when left out. */
  indicators?: readonly string[] | undefined;
  by?: Breakdown | undefined;
  /** With `by` sector: the version of the sector code, such as `2008`; default the one that most profiles have. */
  sectorVersion?: string | undefined;
  /** With `by` province or municipality: where companies were on the day that is counted (default), or where they are now. */
  placesAs?: PlacesAs | undefined;
  /** Of the indicators that count companies; default `company`. */
  countBy?: CountBy | undefined;
}

/** How many profiles have a code of a version of the sector code. */
export interface SectorVersionCount {
  version: string;
  profiles: number;
}

export interface FigureCell {
  key: string;
  label: string;
  value: FigureValue;
}

export interface Figure {
  indicator: string;
  definitionVersion: number;
  unit: FigureUnit;
  value: FigureValue;
  /** Of an indicator that demands evidence: how many records it left out for want of it. */
  withoutEvidence?: number;
  breakdown?: FigureCell[];
}

export interface FiguresAnswer {
  asOf: string;
  /** Null only while the register has no programme and no `from` was asked. */
  from: string | null;
  knownAt: string;
  scope: string;
  /** Where groups were counted. */
  countBy?: 'group';
  /** Of a breakdown by sector: the version of the sector code whose sections the cells are. */
  sectorVersion?: string;
  /** Of a breakdown by sector: how many profiles have a code of each version, oldest first. */
  sectorVersions?: SectorVersionCount[];
  /** Of a breakdown by province or municipality as they are now: the day on which companies were where they are counted. */
  placesOn?: string;
  figures: Figure[];
}

/** One of the things or records behind a figure. */
export interface FigureMember {
  resource: string;
  id: string;
  label: string;
  /** How many records made it count; of groups and centres none is told. */
  recordCount?: number;
  /** The first of them. */
  records?: MemberRecord[];
}

/** A record that made a member count, with what was handed in for it. */
export interface MemberRecord {
  resource: string;
  id: string;
  label: string;
  /** When it began, was held or was achieved; null of a member that is the record itself. */
  on: string | null;
  evidence: {
    /** Null of the link that stands in the record itself. */
    id: string | null;
    name: string;
    /** Null of a file. */
    url: string | null;
  }[];
}
