import { CENTRES } from '@fieldlab/domain';
import { sql } from '../../platform/database/sql';
import { fieldsOf } from '../../records/fields';
import type { RecordOf, RecordSpec } from '../../records/record-spec';

const fields = fieldsOf(CENTRES.fields);

export const centreSpec: RecordSpec<typeof fields> = {
  resource: 'centres',
  name: 'Centre',
  table: 'centres',
  counted: true,
  permissions: { read: 'centre:read', write: 'centre:write', delete: 'centre:write' },
  fields,
  joins: sql`left join centres hub on hub.id = t.hub_id`,
  derived: { hubName: { kind: 'text', value: sql`hub.name` } },
  period: CENTRES.period,
  search: { texts: [sql`searchable(t.name)`, sql`searchable(t.code)`] },
  defaultSort: 'code',
};

export type Centre = RecordOf<typeof fields>;
export type CentreFields = typeof fields;
