import {
  ATTENDANCES,
  calendarDate,
  COMPANIES,
  LONGEST,
  PARTICIPATIONS,
  plainText,
  schemaOf,
  saying,
} from '@fieldlab/domain';
import { z } from 'zod';

export const MOST_ROWS = 500;

/** A company that the register does not have yet. */
const newCompanySchema = z.strictObject({
  name: schemaOf(COMPANIES.fields.name),
  kvkNumber: schemaOf(COMPANIES.fields.kvkNumber).optional(),
  organisationType: schemaOf(COMPANIES.fields.organisationType).optional(),
  postcode: schemaOf(COMPANIES.fields.postcode).optional(),
  municipality: schemaOf(COMPANIES.fields.municipality).optional(),
  province: schemaOf(COMPANIES.fields.province).optional(),
});

const rowSchema = z
  .strictObject({
    companyId: z.uuid(saying('NOT_AN_ID')).optional(),
    newCompany: newCompanySchema.optional(),
    participation: z
      .strictObject({
        centreId: z.uuid(saying('NOT_AN_ID')),
        level: schemaOf(PARTICIPATIONS.fields.level),
        startedOn: calendarDate,
        lastDay: calendarDate.optional(),
        note: schemaOf(PARTICIPATIONS.fields.note).optional(),
      })
      .optional(),
    attendance: z
      .strictObject({ activityId: z.uuid(saying('NOT_AN_ID')), people: schemaOf(ATTENDANCES.fields.people) })
      .optional(),
  })
  .refine(({ companyId, newCompany }) => (companyId === undefined) !== (newCompany === undefined), {
    message: saying('NO_COMPANY'),
    path: ['companyId'],
  })
  .meta({ id: 'ListRow' });
export type ListRow = z.output<typeof rowSchema>;

/** What came back from an event, company by company. */
export const newListSchema = z
  .strictObject({
    name: plainText(LONGEST.name)
      .describe('What it is called among the imports.')
      .meta({ example: 'Open dag 1 mei' }),
    rows: z.array(rowSchema).min(1).max(MOST_ROWS),
  })
  .meta({ id: 'NewList' });
export type NewList = z.output<typeof newListSchema>;
