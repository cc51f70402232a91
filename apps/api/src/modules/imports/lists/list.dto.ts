import { NETHERLANDS, PARTICIPATION_LEVELS, readPostcode } from '@fieldlab/domain';
import { z } from 'zod';
import { calendarDate, plainText } from '../../../records/fields';

export const MOST_ROWS = 500;

/** A company that the register does not have yet. */
const newCompanySchema = z.strictObject({
  name: plainText(200),
  kvkNumber: z
    .string()
    .regex(NETHERLANDS.companyNumber.pattern, 'A KvK number has 8 digits.')
    .optional()
    .meta({ example: '12345678' }),
  postcode: plainText(20)
    .overwrite((code) => readPostcode(NETHERLANDS, code) ?? code)
    .optional(),
  municipality: plainText(200).optional(),
});

const rowSchema = z
  .strictObject({
    companyId: z.uuid('Not an id.').optional(),
    newCompany: newCompanySchema.optional(),
    participation: z
      .strictObject({
        centreId: z.uuid('Not an id.'),
        level: z.enum(PARTICIPATION_LEVELS),
        startedOn: calendarDate,
        lastDay: calendarDate.optional(),
        note: plainText(10_000).optional(),
      })
      .optional(),
    attendance: z
      .strictObject({ activityId: z.uuid('Not an id.'), people: z.int().min(1).max(100_000) })
      .optional(),
  })
  .refine(({ companyId, newCompany }) => (companyId === undefined) !== (newCompany === undefined), {
    message: 'Name a company that is registered, or a new one.',
    path: ['companyId'],
  })
  .meta({ id: 'ListRow' });
export type ListRow = z.output<typeof rowSchema>;

/** What came back from an event, company by company. */
export const newListSchema = z
  .strictObject({
    name: plainText(200).describe('What it is called among the imports.').meta({ example: 'Open dag 1 mei' }),
    rows: z.array(rowSchema).min(1).max(MOST_ROWS),
  })
  .meta({ id: 'NewList' });
export type NewList = z.output<typeof newListSchema>;
