import { CENTRES } from '@fieldlab/domain';
import { sql } from '../../platform/database/sql';
import { fieldsOf } from '../../resource/fields';
import { related, type RecordSpec } from '../../resource/record-spec';

const fields = fieldsOf(CENTRES.fields);

export const centreSpec: RecordSpec<typeof fields> = {
  resource: 'centres',
  name: 'Centre',
  model: 'centre',
  counted: true,
  permissions: { read: 'centre:read', write: 'centre:write', delete: 'centre:write' },
  fields,
  relations: { hub: { model: 'centre', by: 'hubId' } },
  derived: { hubName: related('hub', 'name') },
  period: CENTRES.period,
  search: { texts: [sql`searchable(t.name)`, sql`searchable(t.code)`] },
  defaultSort: 'code',
};

export type CentreFields = typeof fields;
