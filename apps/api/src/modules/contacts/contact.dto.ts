import { sql } from '../../platform/database/sql';
import { ofKind } from '../../resource/kind-spec';
import { firmName } from '../../resource/firms';
import { related, type RecordSpec } from '../../resource/record-spec';
import { throughCompany } from '../../resource/search';

const kind = ofKind('contacts');

export const contactSpec: RecordSpec<typeof kind.fields> = {
  ...kind,
  holdsPersonalData: true,
  relations: { company: { model: 'company', by: 'companyId' }, centre: { model: 'centre', by: 'centreId' } },
  derived: {
    companyName: firmName('company'),
    centreName: related('centre', 'name'),
  },
  search: { texts: [sql`searchable(t.name)`], through: [throughCompany('t.company_id')] },
  defaultSort: 'name',
};
