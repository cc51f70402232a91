import { NETHERLANDS } from '../countries/nl';
import type { Breakdown, FigureCell, FigureUnit, FigureValue } from '../figures';
import { cellLabel } from '../indicators/cell-label';
import type { IndicatorKind } from '../indicators/definition';
import type { ReconciliationReason } from '../reconciliation/reasons';
import type { Language, Localised } from '../vocabulary/languages';

/** The form of a downloaded edition; another form gets another number. */
export const EDITION_FORMAT = 'fieldlab-edition/1';

/** How sure a number of companies is. */
export interface CompanyQuality {
  withoutNumber: number;
  withoutSizeClass: number;
  /** In pairs that may be one firm and were not decided upon. */
  inOpenDuplicates: number;
  /** The number of firms when every such pair is one firm, and when none is. */
  between: [number, number];
  /** Not confirmed in the last four reporting rounds; null where there were no rounds. */
  unconfirmed: number | null;
}

export interface EditionCell extends FigureCell {
  suppressed?: true;
}

export interface EditionFigure {
  indicator: string;
  definitionVersion: number;
  unit: FigureUnit;
  value: FigureValue;
  suppressed?: true;
  /** Where the report is broken down in one way. */
  breakdown?: EditionCell[];
  /** Where it is in several. */
  breakdowns?: Partial<Record<Breakdown, EditionCell[]>>;
  quality?: CompanyQuality;
}

export interface EditionMembers {
  indicator: string;
  members: { resource: string; id: string; version: number }[];
}

/** The records behind every figure of an edition, beside it: a file for who may see them. */
export interface EditionMembersFile {
  /** 32 random bytes in hex, so that nobody finds out by its digest whose figures these are. */
  salt: string;
  members: EditionMembers[];
}

export interface EditionDefinition {
  code: string;
  version: number;
  unit: FigureUnit;
  kind: IndicatorKind;
  title: Localised;
  definition: Localised;
}

export interface ChangeReason {
  reason: ReconciliationReason;
  label: string;
  /** What it adds to the figure, in the figure's notation. Absent from what is public, like the records' number. */
  change?: number | string;
  records?: number;
}

/** A figure, or a cell of it, that differs from the edition before. */
export interface EditionChange {
  indicator: string;
  by?: Breakdown;
  key?: string;
  from: FigureValue;
  to: FigureValue;
  reasons: ChangeReason[];
}

/** Everything that an edition freezes. Its seal is the SHA-256 of its canonical form (RFC 8785) without the seal. */
export interface EditionDocument {
  format: typeof EDITION_FORMAT;
  report: { id: string; title: string };
  edition: number;
  language: Language;
  programme: string | null;
  asOf: string;
  from: string | null;
  knownAt: string;
  scope: string;
  indicators: string[];
  by: Breakdown[];
  /** Where it is broken down by sector: the version of the sector code, such as `2008`. */
  sectorVersion?: string;
  figures: EditionFigure[];
  definitions: EditionDefinition[];
  /** Lower-case hex of SHA-256 over the canonical form of the members file. Absent from what is public. */
  membersDigest?: string;
  /** In editions that were published before they had a members file. Absent from what is public. */
  members?: EditionMembers[];
  /** Markdown, with figures by name. */
  text: string;
  /** The same with the figures in it. */
  readableText: string;
  publishedAt: string;
  /** Why there is an edition after the first. */
  reason?: string;
  /** What it changes of the edition before. */
  changes?: EditionChange[];
  previous?: { edition: number; seal: string };
  /** The end of the audit trail when it was published. Absent from what is public. */
  auditHead?: { position: number; hash: string };
}

export type SealedEdition = EditionDocument & { seal: string };

/** The cells of a figure along one way of breaking it down. */
export function cellsBy(figure: EditionFigure, by: Breakdown, ways: readonly Breakdown[]): EditionCell[] {
  return (ways.length === 1 && ways[0] === by ? figure.breakdown : figure.breakdowns?.[by]) ?? [];
}

/** The words for the cell that changed, as the edition has them; undefined for a figure as a whole. */
export function changedCell(
  { indicator, by, key }: EditionChange,
  edition: Pick<EditionDocument, 'figures' | 'by'>,
  language: Language,
): string | undefined {
  if (by === undefined || key === undefined) return undefined;
  const figure = edition.figures.find((one) => one.indicator === indicator);
  const cell = figure && cellsBy(figure, by, edition.by).find((one) => one.key === key);
  return cellLabel(by, key, language, NETHERLANDS) ?? cell?.label ?? key;
}
