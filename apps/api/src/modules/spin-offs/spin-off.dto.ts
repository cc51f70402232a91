import { SPIN_OFFS } from '@fieldlab/domain';
import { sql } from '../../platform/database/sql';
import { fieldsOf } from '../../records/fields';
import { FIRM_NAME } from '../../records/firms';
import type { RecordOf, RecordSpec } from '../../records/record-spec';

const fields = fieldsOf(SPIN_OFFS.fields);

export const spinOffSpec: RecordSpec<typeof fields> = {
  resource: 'spin-offs',
  name: 'SpinOff',
  table: 'spin_offs',
  counted: true,
  permissions: { read: 'spin-off:read', write: 'spin-off:write', delete: 'spin-off:write' },
  fields,
  joins: sql`left join companies c on c.id = t.parent_company_id`,
  derived: {
    parentCompanyName: { kind: 'text', value: FIRM_NAME },
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
  order: SPIN_OFFS.order,
  search: {
    texts: [sql`searchable(t.name)`],
    prefixes: (prefix) => sql`t.kvk_number like ${`${prefix}%`}`,
  },
  defaultSort: '-foundedOn',
};

export type SpinOff = RecordOf<typeof fields>;
export type SpinOffFields = typeof fields;
