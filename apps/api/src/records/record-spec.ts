import type { z } from 'zod';
import type { Permission } from '@fieldlab/domain';
import type { Sql } from '../platform/database/sql';
import type { Fields, FieldValues } from './fields';
import type { Search } from './search';

/** Something read along with a record and never written: a name behind an id. */
export interface DerivedField {
  kind: 'text' | 'uuid' | 'integer' | 'json';
  /** Of what is no text and no number. */
  schema?: z.ZodType;
  /** May depend on the centres that bound the reader. */
  value: Sql | ((bound: readonly string[] | undefined) => Sql);
  /** Too dear to compute for every record there is: answered, and neither sorted nor filtered by. */
  onlyAnswered?: boolean;
}

/** The description of one kind of record, from which listing, reading, writing and history follow. */
export interface RecordSpec<F extends Fields = Fields> {
  /** Its path and name at the API, such as `spin-offs`. */
  resource: string;
  /** Its name in OpenAPI and in sentences, such as `SpinOff`. */
  name: string;
  table: string;
  /** Every change of it, and of whatever its fields and search look at, moves the knowledge clock. */
  counted?: true;
  /** Files made of it stand in the audit trail. */
  holdsPersonalData?: true;
  permissions: { read: Permission; write: Permission; delete: Permission };
  fields: F;
  /** Relations joined to t for derived fields, search and scope. */
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
  /** The condition under which a record t lies within certain centres; without it, every reader reads all. */
  within?: { read: (centreIds: readonly string[]) => Sql; write: (centreIds: readonly string[]) => Sql };
  /** Where the words of q are looked for. */
  search?: Search;
  /** Columns that follow from the fields, to be written with them. */
  computed?: (values: Record<string, unknown>) => Record<string, unknown>;
  /** How lists are sorted that nobody sorted. */
  defaultSort: string;
  /** Records that lists leave out although they are not deleted. */
  listed?: Sql;
}

/** What every record carries beside its own fields. */
export interface RecordBase {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
}
export type RecordOf<F extends Fields> = RecordBase & FieldValues<F> & { lastDay?: string | null };

export const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
