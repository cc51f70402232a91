import { OUTCOMES } from '@fieldlab/domain';
import { sql } from '../../platform/database/sql';
import { fieldsOf } from '../../records/fields';
import { FIRM_NAME } from '../../records/firms';
import { throughCompany } from '../../records/search';
import type { RecordOf, RecordSpec } from '../../records/record-spec';

const fields = fieldsOf(OUTCOMES.fields);

export const outcomeSpec: RecordSpec<typeof fields> = {
  resource: 'outcomes',
  name: 'Outcome',
  table: 'outcomes',
  counted: true,
  permissions: { read: 'outcome:read', write: 'outcome:write', delete: 'outcome:write' },
  fields,
  joins: sql`join companies c on c.id = t.company_id`,
  derived: {
    companyName: { kind: 'text', value: FIRM_NAME },
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
