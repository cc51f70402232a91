import type { Breakdown, CentreKind, CountBy, ParticipationLevel, SectorScheme } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import type { RegisterAt } from './register-at';

/** A centre as it was known, with its hub's code and name. Centres are few: what looks at them alone is done here. */
export interface CentreAt {
  id: string;
  code: string;
  name: string;
  kind: CentreKind;
  hubCode: string | null;
  province: string | null;
  /** Its cell by municipality. */
  municipality: string | null;
  technologies: string[];
  startedOn: string | null;
  endedOn: string | null;
}

/** A period to compute for: from (inclusive; null is no lower bound) to and including `to`, a stock on `to`. */
export interface Slice {
  key: string;
  from: string | null;
  to: string;
}

/** Restricts to one cell of a dimension that is read from the records, not from their centre or date. */
interface AttributeCell {
  by: Breakdown;
  key: string;
}

/** All that one run over the records needs to know. */
export interface EngineContext {
  client: SqlClient;
  register: RegisterAt;
  /** The centres in scope. */
  centres: CentreAt[];
  /** One slice, or a slice per period when `by` is a period. */
  slices: Slice[];
  by?: Breakdown | undefined;
  /** Whose place a breakdown by place takes for the indicators of this run. */
  placedBy: 'company' | 'centre';
  /** The day whose profiles say where companies are; undefined is the last of each slice. */
  placesOn?: string | undefined;
  /** The version of the sector code whose sections are the cells by `sector`; undefined where nobody asks for it. */
  sectorScheme: SectorScheme | undefined;
  only?: AttributeCell | undefined;
  /** What is counted of firms: themselves, or the groups in which they are. */
  countBy: CountBy;
}

/** The values of one indicator: by cell, or under TOTAL for a run without a breakdown. */
export type CellValues = Map<string, string>;
export const TOTAL = '';

/** A thing that was counted, or a record that was added up. */
export interface MemberRow {
  resource: string;
  id: string;
  label: string;
}
export interface MemberPage {
  rows: MemberRow[];
  total: number;
}
/** A record that made a member count. */
export interface RecordBehind {
  member: string;
  resource: string;
  id: string;
  /** Null of a member that is the record itself, as is its day. */
  label: string | null;
  /** When it began, was held or was achieved. */
  on: string | null;
  /** How many records made the member count, of which the first are told. */
  total: number;
}
export interface PageRequest {
  limit: number;
  offset: number;
}

/** A set of indicators that are read off the same records in one pass. */
export interface FigureFamily {
  readonly indicators: readonly string[];
  measure(context: EngineContext, indicators: readonly string[]): Promise<Map<string, CellValues>>;
  members(context: EngineContext, indicator: string, page: PageRequest): Promise<MemberPage>;
  /** Which records made each member of a page count; none of what is no record and has none, as centres. */
  behind(context: EngineContext, indicator: string, members: readonly MemberRow[]): Promise<RecordBehind[]>;
  /** How many records an indicator that demands evidence leaves out for want of it. */
  withoutEvidence?(context: EngineContext, indicator: string): Promise<number>;
  /** The date of the earliest record that the indicator counts up to the slice's last day: where periods begin. */
  earliest(context: EngineContext, indicator: string): Promise<string | null>;
  /** Another of its indicators whose records begin on the same day, so that it need not be looked for again. */
  beginsWith?(indicator: string): string;
}

export { PERIOD_BREAKDOWNS as PERIODS } from '@fieldlab/domain';

/** Levels from which a participation counts as taking part. */
export const PARTICIPATES: ParticipationLevel = 'PARTICIPANT';
