import { sql } from '../../platform/database/sql';
import { ofKind } from '../../resource/kind-spec';
import { related, type RecordSpec } from '../../resource/record-spec';

const kind = ofKind('centres');

export const centreSpec: RecordSpec<typeof kind.fields> = {
  ...kind,
  relations: { hub: { model: 'centre', by: 'hubId' } },
  derived: { hubName: related('hub', 'name') },
  search: { texts: [sql`searchable(t.name)`, sql`searchable(t.code)`] },
  defaultSort: 'code',
};

export type CentreFields = typeof kind.fields;
