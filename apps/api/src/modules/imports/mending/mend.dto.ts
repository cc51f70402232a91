import type { ImportMapping } from '@fieldlab/domain';
import { z } from 'zod';
import { importMappingSchema, MAPPING_SIZE } from '../mapping/mapping.dto';

const MOST_MENDS = 2000;
/** Characters of JSON; the file itself has limits of its own. */
export const MENDS_SIZE = 1_000_000;

const mendSchema = z
  .strictObject({
    sheet: z.string().max(100).describe('The name of the sheet in the format, such as companies.'),
    row: z.int().min(2).describe('As on screen: the header is row 1.'),
    column: z.string().max(100).describe('The name of the column in the format, such as kvk_number.'),
    value: z
      .string()
      .max(5000)
      .describe('What to read instead of what the cell holds; empty is an empty cell.'),
  })
  .meta({ id: 'ImportMend' });
export type Mend = z.output<typeof mendSchema>;

const mendsSchema = z.array(mendSchema).max(MOST_MENDS);

/** The fields that come with an uploaded file. */
export const uploadFieldsSchema = z.strictObject({
  mends: z
    .string()
    .max(MENDS_SIZE)
    .optional()
    .transform((text, context): Mend[] => {
      const parsed = mendsSchema.safeParse(text === undefined ? [] : parsedJson(text));
      if (parsed.success) return parsed.data;
      for (const { path, message } of parsed.error.issues)
        context.addIssue({ code: 'custom', path, message });
      return z.NEVER;
    }),
  mapping: z
    .string()
    .max(MAPPING_SIZE)
    .optional()
    .transform((text, context): ImportMapping | undefined => {
      if (text === undefined) return undefined;
      const parsed = importMappingSchema.safeParse(parsedJson(text));
      if (parsed.success) return parsed.data;
      for (const { path, message } of parsed.error.issues)
        context.addIssue({ code: 'custom', path, message });
      return z.NEVER;
    }),
});
export type UploadFields = z.output<typeof uploadFieldsSchema>;

export const UPLOAD_BODY = {
  schema: {
    type: 'object',
    properties: {
      file: { type: 'string', format: 'binary' },
      mends: {
        type: 'string',
        description: 'Cells to be read otherwise than the file has them, as JSON: a list of ImportMend.',
        example: '[{"sheet":"companies","row":3,"column":"kvk_number","value":"12345678"}]',
      },
      mapping: {
        type: 'string',
        description:
          'How a file of another layout is read, as JSON: an ImportMapping, such as POST /imports/layouts guesses. ' +
          'Faults and mends then go by the sheets and headings of the file.',
        example:
          '{"sheets":[{"name":"Blad1","columns":[{"heading":"Bedrijf","sheet":"companies","column":"name"}],"values":[]}]}',
      },
    },
    required: ['file'],
  },
};

export const LAYOUT_BODY = {
  schema: {
    type: 'object',
    properties: { file: { type: 'string', format: 'binary' } },
    required: ['file'],
  },
};

/** Undefined, which no schema of ours takes, where it is no JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const gridSchema = z
  .object({
    sheet: z.string(),
    columns: z.array(
      z.object({
        name: z.string().nullable().describe('Null for a column that is not of the format.'),
        title: z.string().describe('As it stands in the file.'),
      }),
    ),
    rows: z.array(z.object({ row: z.int(), cells: z.array(z.string().nullable()) })),
  })
  .meta({ id: 'FaultyRowsOfSheet' });
export type FaultyRowsOfSheet = z.output<typeof gridSchema>;

export const faultyRowsSchema = z
  .object({
    data: z.array(gridSchema),
    total: z.int().describe('How many are here; of each sheet the first few hundred.'),
  })
  .meta({ id: 'FaultyRows' });
export type FaultyRows = z.output<typeof faultyRowsSchema>;
