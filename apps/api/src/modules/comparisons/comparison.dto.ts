import { saying } from '@fieldlab/domain';
import { z } from 'zod';
import { sql } from '../../platform/database/sql';
import { json, longText, required, text } from '../../resource/fields';
import type { RecordOf, RecordSpec } from '../../resource/record-spec';
import { figureSettingShape, indicatorSchema } from '../../resource/figure-fields';

const figureSchema = z.strictObject({ indicator: indicatorSchema, ...figureSettingShape });

/** Chains of figures of one unit: each figure is compared with the one before it. */
const chainsSchema = z
  .array(z.array(figureSchema).min(2, saying('CHAIN_TOO_SHORT')).max(10))
  .min(1, saying('NO_CHAIN'))
  .max(10)
  .meta({
    example: [
      [
        { indicator: 'companies_reached', asOf: '2021-05-01' },
        { indicator: 'companies_participating', asOf: '2021-05-01' },
      ],
    ],
  });

const fields = {
  title: required(text()),
  note: longText(),
  chains: required(json(chainsSchema)),
};

export const comparisonSpec: RecordSpec<typeof fields> = {
  resource: 'comparisons',
  name: 'Comparison',
  model: 'comparison',
  permissions: { read: 'report:read', write: 'report:write', delete: 'report:write' },
  fields,
  search: { texts: [sql`searchable(t.title)`] },
  defaultSort: 'title',
};

export type Comparison = RecordOf<typeof fields>;
export type ComparisonFields = typeof fields;
