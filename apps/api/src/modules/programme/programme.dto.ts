import { calendarDate, schemaOf, PROGRAMME, saying } from '@fieldlab/domain';
import { z } from 'zod';

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
  .strictObject({
    name: schemaOf(PROGRAMME.fields.name).optional(),
    startedOn: schemaOf(PROGRAMME.fields.startedOn).optional(),
  })
  .refine((input) => Object.keys(input).length > 0, saying('NOTHING_CHANGES'))
  .meta({ id: 'ProgrammePatch' });
export type ProgrammePatch = z.output<typeof programmePatchSchema>;
