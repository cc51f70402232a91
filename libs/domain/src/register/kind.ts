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

/** What something is kept as, from which all that concerns its fields follows. */
export interface RecordShape<F extends RegisterFields = RegisterFields> {
  fields: F;
  sheet?: KindSheet;
  /** A pair of fields that bounds a period half-open: people read and type its last day. */
  period?: { start: keyof F & string; end: keyof F & string };
  /** Two dates of which the second, where there is one, lies after the first. */
  order?: { start: keyof F & string; end: keyof F & string };
}

/** Whom something is open to; administrators may everything. `access/permissions.ts` says which roles these are. */
export type Audience = 'readers' | 'coordinators' | 'administrators';

/** What one may do with a kind of record, and who may. */
interface KindAccess {
  /** The name by which permissions ask for it: `outcome`, of which `outcome:read` is made. */
  as: string;
  read: Audience;
  write: Audience;
  /** Where it is another matter than writing. */
  delete?: Audience;
}

/** A kind of record: what it is, who may see and change it, what it holds. */
export interface RegisterKind<F extends RegisterFields = RegisterFields> extends RecordShape<F> {
  /** One of them: `spin-off`. Its Prisma model and its schema at the API are called by it. */
  name: string;
  one: Localised;
  many: Localised;
  /** What it is for, in two sentences: beside its list, and at its chapter of the API's document. */
  about: Localised;
  access: KindAccess;
  /** Every change of it, and of whatever its fields and search look at, moves the knowledge clock. */
  counted?: true;
  /**
   * The field, or derived field, with the centre or centres that a record lies in: with one of theirs people read it,
   * with all of theirs they write it. Without it, every reader reads all.
   */
  within?: string;
  /** The field that a record is called by; one without is called by what it refers to. */
  calledBy?: keyof F & string;
  /** What people call a field that is not called as its column of the workbook, or that is derived from others. */
  words: Readonly<Record<string, Localised>>;
}

/** Keeps the fields' own types; a kind is data and nothing else. */
export const defineKind = <const K extends RegisterKind>(kind: K): K => kind;
