import { calendarDate, PARTICIPATION_LEVELS, PARTICIPATIONS } from '@fieldlab/domain';
import { z } from 'zod';
import { sql } from '../../platform/database/sql';
import { fieldsOf } from '../../records/fields';
import { FIRM_NAME } from '../../records/firms';
import { schemasOf } from '../../records/record-schemas';
import { throughCentre, throughCompany } from '../../records/search';
import type { RecordOf, RecordSpec } from '../../records/record-spec';

const fields = fieldsOf(PARTICIPATIONS.fields);

export const participationSpec: RecordSpec<typeof fields> = {
  resource: 'participations',
  name: 'Participation',
  table: 'participations',
  counted: true,
  permissions: { read: 'participation:read', write: 'participation:write', delete: 'participation:write' },
  fields,
  joins: sql`join companies c on c.id = t.company_id join centres z on z.id = t.centre_id`,
  derived: {
    companyName: { kind: 'text', value: FIRM_NAME },
    centreName: { kind: 'text', value: sql`z.name` },
    centreCode: { kind: 'text', value: sql`z.code` },
  },
  period: PARTICIPATIONS.period,
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
