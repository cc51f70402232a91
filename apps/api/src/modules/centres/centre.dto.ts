import { CENTRE_KINDS, CENTRE_TYPES, NETHERLANDS } from '@fieldlab/domain';
import { z } from 'zod';
import { sql } from '../../platform/database/sql';
import {
  date,
  oneOf,
  pattern,
  reference,
  required,
  text,
  textList,
  webAddress,
  withDefault,
} from '../../records/fields';
import type { RecordOf, RecordSpec } from '../../records/record-spec';

const provinceSchema = z.enum(NETHERLANDS.regions.map(({ code }) => code) as [string, ...string[]]);

const fields = {
  code: required(
    pattern(
      z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'Use letters, digits, dots and dashes.'),
    ),
  ),
  kind: required(oneOf(CENTRE_KINDS)),
  name: required(text()),
  type: oneOf(CENTRE_TYPES),
  hubId: reference('centres'),
  province: pattern(provinceSchema),
  municipality: text(),
  technologies: withDefault(textList(), []),
  startedOn: date(),
  endedOn: date(),
  website: webAddress(),
};

export const centreSpec: RecordSpec<typeof fields> = {
  resource: 'centres',
  name: 'Centre',
  table: 'centres',
  counted: true,
  permissions: { read: 'centre:read', write: 'centre:write', delete: 'centre:write' },
  fields,
  joins: sql`left join centres hub on hub.id = t.hub_id`,
  derived: { hubName: { kind: 'text', value: sql`hub.name` } },
  period: { start: 'startedOn', end: 'endedOn' },
  search: { texts: [sql`searchable(t.name)`, sql`searchable(t.code)`] },
  defaultSort: 'code',
};

export type Centre = RecordOf<typeof fields>;
export type CentreFields = typeof fields;
