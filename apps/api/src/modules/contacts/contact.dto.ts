import { CONTACTS } from '@fieldlab/domain';
import { sql, type Sql } from '../../platform/database/sql';
import { fieldsOf } from '../../records/fields';
import { FIRM_NAME } from '../../records/firms';
import type { RecordOf, RecordSpec } from '../../records/record-spec';
import { throughCompany } from '../../records/search';

const fields = fieldsOf(CONTACTS.fields);

const within = (centreIds: readonly string[]): Sql => sql`t.centre_id = any(${centreIds}::uuid[])`;

export const contactSpec: RecordSpec<typeof fields> = {
  resource: 'contacts',
  name: 'Contact',
  table: 'contacts',
  holdsPersonalData: true,
  permissions: { read: 'contact:read', write: 'contact:write', delete: 'contact:write' },
  fields,
  joins: sql`join companies c on c.id = t.company_id join centres z on z.id = t.centre_id`,
  derived: {
    companyName: { kind: 'text', value: FIRM_NAME },
    centreName: { kind: 'text', value: sql`z.name` },
  },
  within: { read: within, write: within },
  search: { texts: [sql`searchable(t.name)`], through: [throughCompany('t.company_id')] },
  defaultSort: 'name',
};

export type Contact = RecordOf<typeof fields>;
export type ContactFields = typeof fields;
