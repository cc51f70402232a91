import { PARTICIPATION_LEVELS } from '@fieldlab/domain';
import { z } from 'zod';
import { sql } from '../../platform/database/sql';
import { calendarDate, date, longText, oneOf, reference, required } from '../../records/fields';
import { schemasOf } from '../../records/record-schemas';
import { throughCentre, throughCompany } from '../../records/search';
import type { RecordOf, RecordSpec } from '../../records/record-spec';

const fields = {
  companyId: required(reference('companies')),
  centreId: required(reference('centres')),
  level: required(oneOf(PARTICIPATION_LEVELS)),
  startedOn: required(date()),
  endedOn: date(),
  note: longText(),
};

export const participationSpec: RecordSpec<typeof fields> = {
  resource: 'participations',
  name: 'Participation',
  table: 'participations',
  counted: true,
  permissions: { read: 'participation:read', write: 'participation:write', delete: 'participation:write' },
  fields,
  joins: sql`join companies c on c.id = t.company_id join centres z on z.id = t.centre_id`,
  derived: {
    companyName: { kind: 'text', value: sql`c.name` },
    centreName: { kind: 'text', value: sql`z.name` },
    centreCode: { kind: 'text', value: sql`z.code` },
  },
  period: { start: 'startedOn', end: 'endedOn' },
  within: {
    read: (centreIds) => sql`t.centre_id = any(${centreIds}::uuid[])`,
    write: (centreIds) => sql`t.centre_id = any(${centreIds}::uuid[])`,
  },
  search: { through: [throughCompany('t.company_id'), throughCentre('t.centre_id')] },
  defaultSort: '-startedOn',
};

export const participationSchemas = schemasOf(participationSpec);
export type Participation = RecordOf<typeof fields>;
export type ParticipationFields = typeof fields;

export const stepSchema = z
  .strictObject({
    level: z.enum(PARTICIPATION_LEVELS),
    on: calendarDate.describe('The first day of the new level.'),
  })
  .meta({ id: 'ParticipationStep' });
export type StepInput = z.output<typeof stepSchema>;
