import { NOTES } from '@fieldlab/domain';
import { sql, type Sql } from '../../platform/database/sql';
import { fieldsOf } from '../../records/fields';
import { FIRM_NAME } from '../../records/firms';
import type { RecordOf, RecordSpec } from '../../records/record-spec';
import { throughCompany } from '../../records/search';

const fields = fieldsOf(NOTES.fields);

const within = (centreIds: readonly string[]): Sql => sql`t.centre_id = any(${centreIds}::uuid[])`;

export const noteSpec: RecordSpec<typeof fields> = {
  resource: 'notes',
  name: 'Note',
  table: 'notes',
  holdsPersonalData: true,
  permissions: { read: 'note:read', write: 'note:write', delete: 'note:write' },
  fields,
  joins: sql`join companies c on c.id = t.company_id join centres z on z.id = t.centre_id`,
  derived: {
    companyName: { kind: 'text', value: FIRM_NAME },
    centreName: { kind: 'text', value: sql`z.name` },
    // NOTE without a due date; OPEN or DONE with one.
    state: {
      kind: 'text',
      value: sql`case when t.due_on is null then 'NOTE' when t.done_on is null then 'OPEN' else 'DONE' end`,
    },
  },
  within: { read: within, write: within },
  search: { texts: [sql`searchable(t.text)`], through: [throughCompany('t.company_id')] },
  defaultSort: '-createdAt',
};

export type Note = RecordOf<typeof fields>;
export type NoteFields = typeof fields;
