import { SHEET_NAMES, sheetOf, type ImportMapping } from '@fieldlab/domain';
import { z } from 'zod';

/** Beyond what any list of companies is; each is looked at for every row. */
const MOST_SHEETS = 20;
const MOST_COLUMNS = 200;

const targetShape = {
  sheet: z.enum(SHEET_NAMES).describe('Of the format, such as companies.'),
  column: z.string().max(100).describe('Of that sheet of the format, such as kvk_number.'),
};
const isColumn = ({ sheet, column }: { sheet: (typeof SHEET_NAMES)[number]; column: string }): boolean =>
  sheetOf(sheet).columns.some(({ name }) => name === column);
const UNKNOWN = { message: 'The sheet has no such column.', path: ['column'] };

/** How a file of another layout is read. */
export const importMappingSchema = z
  .strictObject({
    sheets: z
      .array(
        z.strictObject({
          name: z.string().max(200).describe('Of the sheet in the file; of a .csv its name without the end.'),
          headerRow: z.int().min(1).max(1000).optional().describe('The row that holds the headings.'),
          columns: z
            .array(
              z
                .strictObject({ heading: z.string().min(1).max(500), ...targetShape })
                .refine(isColumn, UNKNOWN),
            )
            .min(1)
            .max(MOST_COLUMNS),
          values: z
            .array(z.strictObject({ ...targetShape, value: z.string().max(500) }).refine(isColumn, UNKNOWN))
            .max(MOST_COLUMNS)
            .default([])
            .describe('Values that hold for every row.'),
        }),
      )
      .min(1)
      .max(MOST_SHEETS),
  })
  .meta({
    id: 'ImportMapping',
    example: {
      sheets: [
        {
          name: 'Blad1',
          columns: [
            { heading: 'Bedrijf', sheet: 'companies', column: 'name' },
            { heading: 'Fieldlab', sheet: 'participations', column: 'centre_code' },
          ],
          values: [{ sheet: 'participations', column: 'level', value: 'PARTICIPANT' }],
        },
      ],
    },
  });

/** Characters of JSON. */
export const MAPPING_SIZE = 500_000;

const columnSchema = z.object({
  heading: z.string(),
  samples: z.array(z.string()).describe('Some of what stands below it.'),
});

export const layoutSchema = z
  .object({
    isWorkbook: z.boolean().describe('Its sheets are those of the format: no mapping is needed.'),
    sheets: z.array(
      z.object({
        name: z.string(),
        headerRow: z.int(),
        columns: z.array(columnSchema),
      }),
    ),
    mapping: z
      .object({ sheets: z.array(z.unknown()) })
      .describe('An ImportMapping: what each column probably holds.'),
  })
  .meta({ id: 'ImportLayout' });
export interface ImportLayout {
  isWorkbook: boolean;
  sheets: { name: string; headerRow: number; columns: { heading: string; samples: string[] }[] }[];
  mapping: ImportMapping;
}
