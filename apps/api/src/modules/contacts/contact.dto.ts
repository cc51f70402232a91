import { CONTACTS } from '@fieldlab/domain';
import { sql } from '../../platform/database/sql';
import { fieldsOf } from '../../resource/fields';
import { firmName } from '../../resource/firms';
import { related, type RecordSpec } from '../../resource/record-spec';
import { throughCompany } from '../../resource/search';

const fields = fieldsOf(CONTACTS.fields);

export const contactSpec: RecordSpec<typeof fields> = {
  resource: 'contacts',
  name: 'Contact',
  model: 'contact',
  holdsPersonalData: true,
  permissions: { read: 'contact:read', write: 'contact:write', delete: 'contact:write' },
  fields,
  relations: { company: { model: 'company', by: 'companyId' }, centre: { model: 'centre', by: 'centreId' } },
  derived: {
    companyName: firmName('company'),
    centreName: related('centre', 'name'),
  },
  within: 'centreId',
  search: { texts: [sql`searchable(t.name)`], through: [throughCompany('t.company_id')] },
  defaultSort: 'name',
};

export type ContactFields = typeof fields;
