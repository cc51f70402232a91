import { ACTIVITY_KINDS } from '@fieldlab/domain';
import { sql, type Sql } from '../../platform/database/sql';
import { date, oneOf, reference, required, text } from '../../records/fields';
import type { RecordOf, RecordSpec } from '../../records/record-spec';

const fields = {
  centreId: required(reference('centres')),
  kind: required(oneOf(ACTIVITY_KINDS)),
  title: required(text()),
  heldOn: required(date()),
  endedOn: date(),
};

const within = (centreIds: readonly string[]): Sql => sql`t.centre_id = any(${centreIds}::uuid[])`;

export const activitySpec: RecordSpec<typeof fields> = {
  resource: 'activities',
  name: 'Activity',
  table: 'activities',
  counted: true,
  permissions: { read: 'activity:read', write: 'activity:write', delete: 'activity:write' },
  fields,
  joins: sql`join centres z on z.id = t.centre_id`,
  derived: { centreName: { kind: 'text', value: sql`z.name` } },
  period: { start: 'heldOn', end: 'endedOn' },
  within: { read: within, write: within },
  search: { texts: [sql`searchable(t.title)`] },
  defaultSort: '-heldOn',
};

export type Activity = RecordOf<typeof fields>;
export type ActivityFields = typeof fields;
