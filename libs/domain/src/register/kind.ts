import type { Localised } from '../vocabulary/languages';
import type { RegisterFields } from './field';

/** A sheet of such records, as it is named: in the programme's workbook, or as people paste it. */
interface KindSheet {
  label: Localised;
  aliases?: readonly string[];
  help: Localised;
  /** Its rows have a mark of their own, to which other sheets refer. */
  hasRef: boolean;
}

/** A kind of record: what it holds, from which everything else about its fields follows. */
export interface RegisterKind<F extends RegisterFields = RegisterFields> {
  fields: F;
  sheet?: KindSheet;
  /** A pair of fields that bounds a period half-open: people read and type its last day. */
  period?: { start: keyof F & string; end: keyof F & string };
  /** Two dates of which the second, where there is one, lies after the first. */
  order?: { start: keyof F & string; end: keyof F & string };
}

/** Keeps the fields' own types; a kind is data and nothing else. */
export const defineKind = <const K extends RegisterKind>(kind: K): K => kind;
