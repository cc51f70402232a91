import { calendarDate, PARTICIPATION_LEVELS } from '@fieldlab/domain';
import { z } from 'zod';
import { ofKind } from '../../resource/kind-spec';
import { firmName } from '../../resource/firms';
import { schemasOf } from '../../resource/record-schemas';
import { throughCentre, throughCompany } from '../../resource/search';
import { related, type RecordOf, type RecordSpec } from '../../resource/record-spec';

const kind = ofKind('participations');

export const participationSpec: RecordSpec<typeof kind.fields> = {
  ...kind,
  relations: { company: { model: 'company', by: 'companyId' }, centre: { model: 'centre', by: 'centreId' } },
  derived: {
    companyName: firmName('company'),
    centreName: related('centre', 'name'),
    centreCode: related('centre', 'code'),
  },
  search: { through: [throughCompany('t.company_id'), throughCentre('t.centre_id')] },
  defaultSort: '-startedOn',
};

export const participationSchemas = schemasOf(participationSpec);
export type Participation = RecordOf<typeof kind.fields>;
export type ParticipationFields = typeof kind.fields;

export const stepSchema = z
  .strictObject({
    level: z.enum(PARTICIPATION_LEVELS),
    on: calendarDate.describe('The first day of the new level.'),
  })
  .meta({ id: 'ParticipationStep' });
export type StepInput = z.output<typeof stepSchema>;
