import { calendarDate, LONGEST, plainText, REGISTER, saying, schemaOf } from '@fieldlab/domain';
import { z } from 'zod';

export const MOST_ROWS = 500;

/** A company that the register does not have yet. */
const newCompanySchema = z.strictObject({
  name: schemaOf(REGISTER.companies.fields.name),
  kvkNumber: schemaOf(REGISTER.companies.fields.kvkNumber).optional(),
  organisationType: schemaOf(REGISTER.companies.fields.organisationType).optional(),
  postcode: schemaOf(REGISTER.companies.fields.postcode).optional(),
  municipality: schemaOf(REGISTER.companies.fields.municipality).optional(),
  province: schemaOf(REGISTER.companies.fields.province).optional(),
});

const rowSchema = z
  .strictObject({
    companyId: z.uuid(saying('NOT_AN_ID')).optional(),
    newCompany: newCompanySchema.optional(),
    participation: z
      .strictObject({
        centreId: z.uuid(saying('NOT_AN_ID')),
        level: schemaOf(REGISTER.participations.fields.level),
        startedOn: calendarDate,
        lastDay: calendarDate.optional(),
        note: schemaOf(REGISTER.participations.fields.note).optional(),
      })
      .optional(),
    attendance: z
      .strictObject({
        activityId: z.uuid(saying('NOT_AN_ID')),
        people: schemaOf(REGISTER.attendances.fields.people),
      })
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
