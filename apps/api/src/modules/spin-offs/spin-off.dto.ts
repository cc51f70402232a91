import { sql } from '../../platform/database/sql';
import { ofKind } from '../../resource/kind-spec';
import { firmName } from '../../resource/firms';
import { evidenceCount } from '../../resource/evidence-count';
import type { RecordSpec } from '../../resource/record-spec';

const kind = ofKind('spin-offs');

export const spinOffSpec: RecordSpec<typeof kind.fields> = {
  ...kind,
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
  search: {
    texts: [sql`searchable(t.name)`],
    prefixes: (prefix) => sql`t.kvk_number like ${`${prefix}%`}`,
  },
  defaultSort: '-foundedOn',
};
