import { LONGEST, plainText } from '@fieldlab/domain';
import { z } from 'zod';
import type { Fields } from '../../../resource/fields';
import { schemasOf } from '../../../resource/record-schemas';
import type { RecordSpec } from '../../../resource/record-spec';
import { activitySpec } from '../../activities/activities.module';
import { attendanceSpec } from '../../attendances/attendances.module';
import { centreSpec } from '../../centres/centres.service';
import { companySpec } from '../../companies/companies.service';
import { contactSpec } from '../../contacts/contacts.module';
import { investmentSpec } from '../../investments/investments.module';
import { noteSpec } from '../../notes/notes.module';
import { outcomeSpec } from '../../outcomes/outcomes.service';
import { participationSpec } from '../../participations/participations.service';
import { spinOffSpec } from '../../spin-offs/spin-offs.module';
import { MOST_ROWS } from './list.dto';

/** Rows of one kind, each as it would be sent by itself. */
const rowsOf = <R extends string, F extends Fields>(resource: R, spec: RecordSpec<F>) =>
  z.strictObject({
    resource: z.literal(resource),
    name: plainText(LONGEST.name)
      .describe('What they are called among the imports.')
      .meta({ example: 'Geplakt: 12 investeringen' }),
    rows: z.array(schemasOf(spec).create).min(1).max(MOST_ROWS),
  });

/** Rows that were pasted in a list. */
export const newRowsSchema = z
  .discriminatedUnion('resource', [
    rowsOf('centres', centreSpec),
    rowsOf('companies', companySpec),
    rowsOf('participations', participationSpec),
    rowsOf('activities', activitySpec),
    rowsOf('attendances', attendanceSpec),
    rowsOf('investments', investmentSpec),
    rowsOf('spin-offs', spinOffSpec),
    rowsOf('outcomes', outcomeSpec),
    rowsOf('contacts', contactSpec),
    rowsOf('notes', noteSpec),
  ])
  .meta({ id: 'NewRows' });
export type NewRows = z.output<typeof newRowsSchema>;
