import { INVESTMENTS } from '@fieldlab/domain';
import { sql } from '../../platform/database/sql';
import { fieldsOf } from '../../resource/fields';
import { firmName } from '../../resource/firms';
import { throughCentre, throughCompany } from '../../resource/search';
import { related, type RecordSpec } from '../../resource/record-spec';

const fields = fieldsOf(INVESTMENTS.fields);

export const investmentSpec: RecordSpec<typeof fields> = {
  resource: 'investments',
  name: 'Investment',
  model: 'investment',
  counted: true,
  permissions: { read: 'investment:read', write: 'investment:write', delete: 'investment:write' },
  fields,
  relations: { centre: { model: 'centre', by: 'centreId' }, company: { model: 'company', by: 'companyId' } },
  derived: {
    centreName: related('centre', 'name'),
    companyName: firmName('company'),
  },
  within: 'centreId',
  search: {
    texts: [sql`searchable(coalesce(t.funder, '') || ' ' || coalesce(t.note, ''))`],
    through: [throughCentre('t.centre_id'), throughCompany('t.company_id')],
  },
  defaultSort: '-datedOn',
};

export type InvestmentFields = typeof fields;
