import { calendarDate, PARTICIPATION_LEVELS, PARTICIPATIONS } from '@fieldlab/domain';
import { z } from 'zod';
import { fieldsOf } from '../../resource/fields';
import { firmName } from '../../resource/firms';
import { schemasOf } from '../../resource/record-schemas';
import { throughCentre, throughCompany } from '../../resource/search';
import { related, type RecordOf, type RecordSpec } from '../../resource/record-spec';

const fields = fieldsOf(PARTICIPATIONS.fields);

export const participationSpec: RecordSpec<typeof fields> = {
  resource: 'participations',
  name: 'Participation',
  model: 'participation',
  counted: true,
  permissions: { read: 'participation:read', write: 'participation:write', delete: 'participation:write' },
  fields,
  relations: { company: { model: 'company', by: 'companyId' }, centre: { model: 'centre', by: 'centreId' } },
  derived: {
    companyName: firmName('company'),
    centreName: related('centre', 'name'),
    centreCode: related('centre', 'code'),
  },
  period: PARTICIPATIONS.period,
  within: 'centreId',
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
