import type { Breakdown, CompanyBreakdown } from '@fieldlab/domain';
import type { Sql } from '../../../platform/database/sql';
import type { OfCompanies, RecordKind, RecordTraits } from '../columns/records';
import type { RegisterAt } from './register-at';
import type { Adds } from './sum';

/** How one indicator is read off a kind of record. */
export interface RecordMeasure<Traits> {
  /** Which records count, by what they say. */
  counts: (traits: Traits) => boolean;
  /** Counts what is there on the slice's last day; without it, what is dated in the slice. */
  isStock?: boolean;
  adds: Adds;
  /** Of a ratio: what the others are divided by. */
  under?: (traits: Traits) => boolean;
}

/** A flow: what is dated in F..D, both included, and meets the condition. */
export const flow = <Traits>(counts: RecordMeasure<Traits>['counts'], adds: Adds): RecordMeasure<Traits> => ({
  counts,
  adds,
});

/** A kind of record that is added up or counted. */
export interface RecordFamilySpec<Kind extends RecordKind> {
  kind: Kind;
  ofCompanies: OfCompanies;
  /** What a record t is called, of a company c where it is of one, and what is joined in for that. */
  label: Sql;
  named?: (register: RegisterAt) => Sql;
  measures: Record<string, RecordMeasure<RecordTraits<Kind>>>;
  /** Breakdowns that are read off the record itself or its company; null is the unknown cell. */
  attributes: readonly (Breakdown & (keyof RecordTraits<Kind> | CompanyBreakdown))[];
  /** Which records are evidence enough themselves, for indicators that demand it; absent where no record has any. */
  evidenced?: (traits: RecordTraits<Kind>) => boolean;
  /** What about a record explains that another indicator leaves it out. */
  trait?: (traits: RecordTraits<Kind>) => string;
}
