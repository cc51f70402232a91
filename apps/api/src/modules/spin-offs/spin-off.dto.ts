import { SPIN_OFFS } from '@fieldlab/domain';
import { sql } from '../../platform/database/sql';
import { fieldsOf } from '../../resource/fields';
import { firmName } from '../../resource/firms';
import { evidenceCount } from '../../resource/evidence-count';
import type { RecordSpec } from '../../resource/record-spec';

const fields = fieldsOf(SPIN_OFFS.fields);

export const spinOffSpec: RecordSpec<typeof fields> = {
  resource: 'spin-offs',
  name: 'SpinOff',
  model: 'spinOff',
  counted: true,
  permissions: { read: 'spin-off:read', write: 'spin-off:write', delete: 'spin-off:write' },
  fields,
  relations: { parentCompany: { model: 'company', by: 'parentCompanyId' } },
  derived: {
    parentCompanyName: firmName('parentCompany'),
    evidenceCount: evidenceCount('spin-offs'),
    // For lists that people read: ids say nothing there.
    centreNames: {
      kind: 'text',
      onlyAnswered: true,
      value: sql`(select string_agg(z.name, '; ' order by z.name) from centres z where z.id = any(t.centre_ids))`,
    },
  },
  within: 'centreIds',
  order: SPIN_OFFS.order,
  search: {
    texts: [sql`searchable(t.name)`],
    prefixes: (prefix) => sql`t.kvk_number like ${`${prefix}%`}`,
  },
  defaultSort: '-foundedOn',
};

export type SpinOffFields = typeof fields;
