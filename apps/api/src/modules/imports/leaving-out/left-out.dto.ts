import { z } from 'zod';

export const leftOutSchema = z
  .object({
    companyId: z.uuid(),
    name: z.string(),
    records: z
      .record(z.string(), z.int())
      .describe('How many rows of the import hang from the company, by resource.'),
  })
  .meta({ id: 'LeftOutCompany' });
export type LeftOut = z.output<typeof leftOutSchema>;
