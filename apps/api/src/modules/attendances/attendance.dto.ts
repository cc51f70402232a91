import { ATTENDANCES } from '@fieldlab/domain';
import { sql, type Sql } from '../../platform/database/sql';
import { fieldsOf } from '../../records/fields';
import { FIRM_NAME } from '../../records/firms';
import { throughActivity, throughCompany } from '../../records/search';
import type { RecordOf, RecordSpec } from '../../records/record-spec';

const fields = fieldsOf(ATTENDANCES.fields);

/** An attendance hangs from its activity's centre. */
const within = (centreIds: readonly string[]): Sql => sql`v.centre_id = any(${centreIds}::uuid[])`;

export const attendanceSpec: RecordSpec<typeof fields> = {
  resource: 'attendances',
  name: 'Attendance',
  table: 'attendances',
  counted: true,
  permissions: { read: 'activity:read', write: 'activity:write', delete: 'activity:write' },
  fields,
  joins: sql`join activities v on v.id = t.activity_id join companies c on c.id = t.company_id`,
  derived: {
    companyName: { kind: 'text', value: FIRM_NAME },
    activityTitle: { kind: 'text', value: sql`v.title` },
    centreId: { kind: 'uuid', value: sql`v.centre_id` },
  },
  within: { read: within, write: within },
  search: { through: [throughCompany('t.company_id'), throughActivity('t.activity_id')] },
  defaultSort: '-createdAt',
};

export type Attendance = RecordOf<typeof fields>;
export type AttendanceFields = typeof fields;
