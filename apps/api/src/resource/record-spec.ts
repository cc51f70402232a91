import type { z } from 'zod';
import type { Permission } from '@fieldlab/domain';
import type { Sql } from '../platform/database/sql';
import { raw } from '../platform/database/sql';
import type { Fields, FieldValues } from './fields';
import { TABLES, type RecordModel } from './record-models';
import type { Search } from './search';

/** Something read along with a record and never written: a name behind an id. */
export interface DerivedField {
  kind: 'text' | 'uuid' | 'integer' | 'json';
  /** Of what is no text and no number. */
  schema?: z.ZodType;
  /** The column of the record, or the relation and the column of what it leads to, that Prisma reads. */
  from?: readonly [column: string] | readonly [relation: string, column: string];
  /** With `from`: a column of what the relation leads to; where it has a value, SQL computes the answer after all. */
  unless?: string;
  /** Else what SQL computes; it may depend on the centres that bound the reader. */
  value?: Sql | ((bound: readonly string[] | undefined) => Sql);
  /** Too dear to compute for every record there is: answered, and neither sorted nor filtered by. */
  onlyAnswered?: boolean;
}

/** A name, code or title of the record that a relation leads to. */
export const related = (relation: string, column: string): DerivedField => ({
  kind: 'text',
  from: [relation, column],
});
/** A column of the record that is answered and never sent. */
export const ownColumn = (kind: DerivedField['kind'], column: string): DerivedField => ({
  kind,
  from: [column],
});

/** What a field with an id leads to, by the name that the Prisma model gives it. */
interface Relation {
  model: RecordModel;
  by: string;
}

/** The description of one kind of record, from which listing, reading, writing and history follow. */
export interface RecordSpec<F extends Fields = Fields> {
  /** Its path and name at the API, such as `spin-offs`. */
  resource: string;
  /** Its name in OpenAPI and in sentences, such as `SpinOff`. */
  name: string;
  /** More of it, where that is not what English makes of any word. */
  plural?: string;
  model: RecordModel;
  /** Every change of it, and of whatever its fields and search look at, moves the knowledge clock. */
  counted?: true;
  /** Files made of it stand in the audit trail. */
  holdsPersonalData?: true;
  permissions: { read: Permission; write: Permission; delete: Permission };
  fields: F;
  relations?: Record<string, Relation>;
  /** Further relations joined to t where SQL computes values of a record. */
  joins?: Sql;
  /**
   * What stands in for the joins where every record there is has to be looked at: joins of whole sets, each with the
   * fields it is needed for. Without them the joins serve.
   */
  setJoins?: { fields: readonly string[]; join: Sql }[];
  derived?: Record<string, DerivedField>;
  /** A pair of fields that bounds a period half-open; `lastDay` is answered and accepted beside the second. */
  period?: { start: string; end: string };
  /** Two dates of which the second, where there is one, lies after the first. */
  order?: { start: string; end: string };
  /**
   * The field, or derived field, with the centre or centres that a record lies in: with one of theirs people read it,
   * with all of theirs they write it. Without it, every reader reads all.
   */
  within?: string;
  /** Where the words of q are looked for. */
  search?: Search;
  /** Columns, by Prisma's names, that follow from the fields and are written with them. */
  computed?: (values: Record<string, unknown>) => Record<string, unknown>;
  /** How lists are sorted that nobody sorted. */
  defaultSort: string;
  /** Lists leave out records that have a value of this column, although they are not deleted. */
  leftOutBy?: string;
}

/** What every record carries beside its own fields. */
export interface RecordBase {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
}
export type RecordOf<F extends Fields> = RecordBase & FieldValues<F> & { lastDay?: string | null };

/** What operations on many are called by: `SpinOffs`, `Activities`. */
export const pluralOf = ({ name, plural }: Pick<RecordSpec, 'name' | 'plural'>): string =>
  plural ?? `${name.replace(/y$/, 'ie')}s`;

export const tableOf = ({ model }: RecordSpec): Sql => raw(TABLES[model]);
