import { CLAIM_LEVELS, OUTCOME_KINDS } from '@fieldlab/domain';
import { z } from 'zod';
import { sql } from '../../platform/database/sql';
import {
  date,
  number,
  oneOf,
  reference,
  referenceList,
  required,
  text,
  webAddress,
  withDefault,
} from '../../records/fields';
import { throughCompany } from '../../records/search';
import type { RecordOf, RecordSpec } from '../../records/record-spec';

/** Pieces; of JOBS, full-time equivalents with at most two decimals. */
const quantitySchema = z
  .number()
  .positive('Must be more than 0.')
  .max(1_000_000_000)
  .refine((quantity) => Number.isInteger(Number((quantity * 100).toFixed(6))), 'At most two decimals.');

const fields = {
  kind: required(oneOf(OUTCOME_KINDS)),
  title: required(text()),
  companyId: required(reference('companies')),
  centreIds: required(referenceList('centres')),
  achievedOn: required(date()),
  quantity: withDefault(number(quantitySchema), 1),
  claimLevel: required(oneOf(CLAIM_LEVELS)),
  evidenceUrl: webAddress(),
  activityId: reference('activities'),
};

export const outcomeSpec: RecordSpec<typeof fields> = {
  resource: 'outcomes',
  name: 'Outcome',
  table: 'outcomes',
  counted: true,
  permissions: { read: 'outcome:read', write: 'outcome:write', delete: 'outcome:write' },
  fields,
  joins: sql`join companies c on c.id = t.company_id`,
  derived: {
    companyName: { kind: 'text', value: sql`c.name` },
    // For lists that people read: ids say nothing there.
    centreNames: {
      kind: 'text',
      onlyAnswered: true,
      value: sql`(select string_agg(z.name, '; ' order by z.name) from centres z where z.id = any(t.centre_ids))`,
    },
  },
  // One centre of theirs to read it, all to write it.
  within: {
    read: (centreIds) => sql`t.centre_ids && ${centreIds}::uuid[]`,
    write: (centreIds) => sql`t.centre_ids <@ ${centreIds}::uuid[]`,
  },
  search: { texts: [sql`searchable(t.title)`], through: [throughCompany('t.company_id')] },
  defaultSort: '-achievedOn',
};

export type Outcome = RecordOf<typeof fields>;
export type OutcomeFields = typeof fields;
