import { CENTRE_KINDS } from '@fieldlab/domain';
import { z } from 'zod';

export const silentCentresQuerySchema = z.strictObject({
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(3650)
    .default(120)
    .describe('For how many days nothing was logged.'),
});
export type SilentCentresQuery = z.output<typeof silentCentresQuerySchema>;

const silentCentreSchema = z
  .object({
    id: z.uuid(),
    code: z.string(),
    kind: z.enum(CENTRE_KINDS),
    name: z.string(),
    lastLoggedAt: z.iso.datetime().nullable().describe('Null where nothing was ever logged.'),
  })
  .meta({ id: 'SilentCentre' });
export type SilentCentre = z.output<typeof silentCentreSchema>;

export const silentCentresSchema = z
  .object({ data: z.array(silentCentreSchema), total: z.int() })
  .meta({ id: 'SilentCentres' });
export type SilentCentres = z.output<typeof silentCentresSchema>;
