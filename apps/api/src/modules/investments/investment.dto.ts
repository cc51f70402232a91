import { INVESTMENTS } from '@fieldlab/domain';
import { sql, type Sql } from '../../platform/database/sql';
import { fieldsOf } from '../../records/fields';
import { FIRM_NAME } from '../../records/firms';
import { throughCentre, throughCompany } from '../../records/search';
import type { RecordOf, RecordSpec } from '../../records/record-spec';

const fields = fieldsOf(INVESTMENTS.fields);

const within = (centreIds: readonly string[]): Sql => sql`t.centre_id = any(${centreIds}::uuid[])`;

export const investmentSpec: RecordSpec<typeof fields> = {
  resource: 'investments',
  name: 'Investment',
  table: 'investments',
  counted: true,
  permissions: { read: 'investment:read', write: 'investment:write', delete: 'investment:write' },
  fields,
  joins: sql`join centres z on z.id = t.centre_id left join companies c on c.id = t.company_id`,
  derived: {
    centreName: { kind: 'text', value: sql`z.name` },
    companyName: { kind: 'text', value: FIRM_NAME },
  },
  within: { read: within, write: within },
  search: {
    texts: [sql`searchable(coalesce(t.funder, '') || ' ' || coalesce(t.note, ''))`],
    through: [throughCentre('t.centre_id'), throughCompany('t.company_id')],
  },
  defaultSort: '-datedOn',
};

export type Investment = RecordOf<typeof fields>;
export type InvestmentFields = typeof fields;
