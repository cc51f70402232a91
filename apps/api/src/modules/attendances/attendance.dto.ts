import { ofKind } from '../../resource/kind-spec';
import { firmName } from '../../resource/firms';
import { throughActivity, throughCompany } from '../../resource/search';
import { related, type RecordSpec } from '../../resource/record-spec';

const kind = ofKind('attendances');

export const attendanceSpec: RecordSpec<typeof kind.fields> = {
  ...kind,
  relations: {
    activity: { model: 'activity', by: 'activityId' },
    company: { model: 'company', by: 'companyId' },
  },
  derived: {
    companyName: firmName('company'),
    activityTitle: related('activity', 'title'),
    centreId: { ...related('activity', 'centreId'), kind: 'uuid' },
  },
  search: { through: [throughCompany('t.company_id'), throughActivity('t.activity_id')] },
  defaultSort: '-createdAt',
};
