import { ATTENDANCES } from '@fieldlab/domain';
import { fieldsOf } from '../../resource/fields';
import { firmName } from '../../resource/firms';
import { throughActivity, throughCompany } from '../../resource/search';
import { related, type RecordSpec } from '../../resource/record-spec';

const fields = fieldsOf(ATTENDANCES.fields);

export const attendanceSpec: RecordSpec<typeof fields> = {
  resource: 'attendances',
  name: 'Attendance',
  model: 'attendance',
  counted: true,
  permissions: { read: 'activity:read', write: 'activity:write', delete: 'activity:write' },
  fields,
  relations: {
    activity: { model: 'activity', by: 'activityId' },
    company: { model: 'company', by: 'companyId' },
  },
  derived: {
    companyName: firmName('company'),
    activityTitle: related('activity', 'title'),
    centreId: { ...related('activity', 'centreId'), kind: 'uuid' },
  },
  within: 'centreId',
  search: { through: [throughCompany('t.company_id'), throughActivity('t.activity_id')] },
  defaultSort: '-createdAt',
};

export type AttendanceFields = typeof fields;
