import { NOTES } from '@fieldlab/domain';
import { sql } from '../../platform/database/sql';
import { fieldsOf } from '../../resource/fields';
import { firmName } from '../../resource/firms';
import { related, type RecordSpec } from '../../resource/record-spec';
import { throughCompany } from '../../resource/search';

const fields = fieldsOf(NOTES.fields);

export const noteSpec: RecordSpec<typeof fields> = {
  resource: 'notes',
  name: 'Note',
  model: 'note',
  holdsPersonalData: true,
  permissions: { read: 'note:read', write: 'note:write', delete: 'note:write' },
  fields,
  relations: { company: { model: 'company', by: 'companyId' }, centre: { model: 'centre', by: 'centreId' } },
  derived: {
    companyName: firmName('company'),
    centreName: related('centre', 'name'),
    // NOTE without a due date; OPEN or DONE with one.
    state: {
      kind: 'text',
      value: sql`case when t.due_on is null then 'NOTE' when t.done_on is null then 'OPEN' else 'DONE' end`,
    },
  },
  within: 'centreId',
  search: { texts: [sql`searchable(t.text)`], through: [throughCompany('t.company_id')] },
  defaultSort: '-createdAt',
};

export type NoteFields = typeof fields;
