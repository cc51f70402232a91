import { sql } from '../../platform/database/sql';
import { ofKind } from '../../resource/kind-spec';
import { firmName } from '../../resource/firms';
import { throughCentre, throughCompany } from '../../resource/search';
import { related, type RecordSpec } from '../../resource/record-spec';

const kind = ofKind('investments');

export const investmentSpec: RecordSpec<typeof kind.fields> = {
  ...kind,
  relations: { centre: { model: 'centre', by: 'centreId' }, company: { model: 'company', by: 'companyId' } },
  derived: {
    centreName: related('centre', 'name'),
    companyName: firmName('company'),
  },
  search: {
    texts: [sql`searchable(coalesce(t.funder, '') || ' ' || coalesce(t.note, ''))`],
    through: [throughCentre('t.centre_id'), throughCompany('t.company_id')],
  },
  defaultSort: '-datedOn',
};
