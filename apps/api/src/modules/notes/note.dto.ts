import { sql } from '../../platform/database/sql';
import { ofKind } from '../../resource/kind-spec';
import { firmName } from '../../resource/firms';
import { related, type RecordSpec } from '../../resource/record-spec';
import { throughCompany } from '../../resource/search';

const kind = ofKind('notes');

export const noteSpec: RecordSpec<typeof kind.fields> = {
  ...kind,
  holdsPersonalData: true,
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
  search: { texts: [sql`searchable(t.text)`], through: [throughCompany('t.company_id')] },
  defaultSort: '-createdAt',
};
