import { sql, type Sql } from '../../platform/database/sql';
import { ofKind } from '../../resource/kind-spec';
import { related, type RecordSpec } from '../../resource/record-spec';

const kind = ofKind('activities');

/** Of who came: firms that are one by now count as one, as in every figure. */
const FIRMS = sql`count(distinct case when c.merged_into_id is null then c.id else company_root(c.id) end)::int`;
const present = (what: Sql): Sql => sql`
  (select ${what} from attendances a join companies c on c.id = a.company_id
    where a.activity_id = t.id and a.deleted_at is null)`;

export const activitySpec: RecordSpec<typeof kind.fields> = {
  ...kind,
  relations: { centre: { model: 'centre', by: 'centreId' } },
  derived: {
    centreName: related('centre', 'name'),
    companiesPresent: { kind: 'integer', value: present(FIRMS), onlyAnswered: true },
    peoplePresent: {
      kind: 'integer',
      value: present(sql`coalesce(sum(a.people), 0)::int`),
      onlyAnswered: true,
    },
  },
  search: { texts: [sql`searchable(t.title)`] },
  defaultSort: '-heldOn',
};
