import { z } from 'zod';
import { calendarDate, plainText } from '../../records/fields';

export const programmeSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    name: z.string(),
    startedOn: calendarDate,
    timeZone: z.string().describe('In which "today" is a day.'),
  })
  .meta({ id: 'Programme' });
export type ProgrammeDto = z.output<typeof programmeSchema>;

export const programmePatchSchema = z
  .strictObject({ name: plainText(200).optional(), startedOn: calendarDate.optional() })
  .refine((input) => Object.keys(input).length > 0, 'Send at least one field.')
  .meta({ id: 'ProgrammePatch' });
export type ProgrammePatch = z.output<typeof programmePatchSchema>;
