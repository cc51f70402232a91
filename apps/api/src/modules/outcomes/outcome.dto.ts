import { sql } from '../../platform/database/sql';
import { ofKind } from '../../resource/kind-spec';
import { firmName } from '../../resource/firms';
import { throughCompany } from '../../resource/search';
import { evidenceCount } from '../../resource/evidence-count';
import type { RecordSpec } from '../../resource/record-spec';

const kind = ofKind('outcomes');

export const outcomeSpec: RecordSpec<typeof kind.fields> = {
  ...kind,
  relations: { company: { model: 'company', by: 'companyId' } },
  derived: {
    companyName: firmName('company'),
    evidenceCount: evidenceCount('outcomes'),
    // For lists that people read: ids say nothing there.
    centreNames: {
      kind: 'text',
      onlyAnswered: true,
      value: sql`(select string_agg(z.name, '; ' order by z.name) from centres z where z.id = any(t.centre_ids))`,
    },
  },
  search: { texts: [sql`searchable(t.title)`], through: [throughCompany('t.company_id')] },
  defaultSort: '-achievedOn',
};

export type OutcomeFields = typeof kind.fields;
