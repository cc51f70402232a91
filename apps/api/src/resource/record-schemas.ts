import { anyText, calendarDate, filterText, LANGUAGES, registerField, saying } from '@fieldlab/domain';
import { z } from 'zod';
import { type CreateInput, type Field, type Fields, type PatchInput } from './fields';
import { exportColumns } from './exports/export-columns';
import type { DerivedField, RecordOf, RecordSpec } from './record-spec';

type Shape = Record<string, z.ZodType>;

/** The schemas of one kind of record: what may be sent, and what is answered. */
export interface RecordSchemas<F extends Fields> {
  create: z.ZodType<CreateInput<F>>;
  patch: z.ZodType<PatchInput<F>>;
  record: z.ZodType<RecordOf<F>>;
  page: z.ZodType<{ data: RecordOf<F>[]; total: number }>;
  list: z.ZodType<Record<string, unknown>>;
}

/** Everything the API says and checks about a kind of record, from its one description. */
export function schemasOf<F extends Fields>(spec: RecordSpec<F>): RecordSchemas<F> {
  const record = z.object(recordShape(spec)).meta({ id: spec.name });
  const page = z.object({ data: z.array(record), total: z.int() }).meta({ id: `${spec.name}Page` });
  return {
    create: z.strictObject(inputShape(spec, true)).meta({ id: `${spec.name}Create` }),
    patch: z
      .strictObject(inputShape(spec, false))
      .refine((input) => Object.keys(input).length > 0, saying('NOTHING_CHANGES'))
      .meta({ id: `${spec.name}Patch` }),
    record,
    page,
    list: z.strictObject(listShape(spec)),
    // The shapes are built from the same fields as the types; the compiler cannot follow a mapped object.
  } as unknown as RecordSchemas<F>;
}

function inputShape(spec: RecordSpec, creating: boolean): Shape {
  const shape: Shape = {};
  for (const [name, { schema, required }] of Object.entries(spec.fields)) {
    if (required) shape[name] = creating ? schema : schema.optional();
    else shape[name] = schema.nullable().optional();
  }
  if (spec.period) {
    shape.lastDay = calendarDate
      .nullable()
      .optional()
      .describe('The last day on which it holds, instead of endedOn.');
  }
  return shape;
}

function recordShape(spec: RecordSpec): Shape {
  const shape: Shape = {
    id: z.uuid(),
    version: z.int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  };
  for (const [name, { schema, required, fallback }] of Object.entries(spec.fields)) {
    shape[name] = required || fallback !== undefined ? schema : schema.nullable();
  }
  if (spec.period) shape.lastDay = calendarDate.nullable();
  for (const [name, { kind, schema }] of Object.entries(spec.derived ?? {})) {
    shape[name] = (schema ?? (kind === 'integer' ? z.int() : z.string())).nullable();
  }
  return shape;
}

const many = (schema: z.ZodType<string>) =>
  z
    .union([schema, z.array(schema).min(1).max(200)])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .optional();

const PAGING: Shape = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
  q: anyText(200)
    .optional()
    .meta({ description: 'Words in names, and numbers; small typing errors are forgiven.' }),
};

/** Filters on equality by a field's name (repeated: any of), and bounds on dates by `…From` and `…To`. */
function listShape(spec: RecordSpec): Shape {
  const sortable = sortableFields(spec);
  const shape: Shape = {
    ...PAGING,
    sort: z
      .enum([...sortable, ...sortable.map((name) => `-${name}`)] as [string, ...string[]])
      .optional()
      .meta({ description: 'A field; with a minus it descends.' }),
    id: many(z.uuid()),
  };
  for (const [name, field] of Object.entries(spec.fields)) {
    const { kind, references } = field;
    if (kind === 'json') continue;
    shape[name] = many(references === undefined ? filterSchema(field) : z.uuid());
    if (kind !== 'date') continue;
    shape[`${name}From`] = calendarDate.optional();
    shape[`${name}To`] = calendarDate.optional();
  }
  for (const [name, { kind, onlyAnswered }] of Object.entries(spec.derived ?? {})) {
    if (!onlyAnswered) shape[name] = many(derivedFilter(kind));
  }
  return shape;
}

/** What an export is asked with: the list's parameters without its pages, and the columns to show. */
export interface ExportQuery {
  sort?: string;
  q?: string;
  columns?: string[];
  [filter: string]: unknown;
}

export function exportSchemaOf(spec: RecordSpec): z.ZodType {
  const { page: _, perPage: __, ...filters } = listShape(spec);
  const names = exportColumns(spec).map(({ name }) => name) as [string, ...string[]];
  return z.strictObject({
    language: z.enum(LANGUAGES).optional().meta({
      description:
        'For people: names of columns and values in words, and a CSV as a spreadsheet of that language opens it right; without `columns` no ids.',
    }),
    // After it: where a record has a language itself, that is what is asked for.
    ...filters,
    columns: z
      .union([z.string().max(2000), z.array(z.string().max(2000)).max(100)])
      .transform((value) => [value].flat().flatMap((list) => list.split(',')))
      .pipe(z.array(z.enum(names)))
      .optional()
      .meta({ description: 'The columns to show, in this order, separated by commas; without it all.' }),
  });
}

const WHOLE_NUMBER = z.string().regex(/^-?\d{1,9}$/, saying('NOT_A_WHOLE_NUMBER'));
/** What is read along with a record are names, codes and titles of others. */
const ANY_NAME = filterText(registerField.name());

function derivedFilter(kind: DerivedField['kind']): z.ZodType<string> {
  if (kind === 'uuid') return z.uuid();
  return kind === 'integer' ? WHOLE_NUMBER : ANY_NAME;
}

function filterSchema({ kind, schema, filter }: Field): z.ZodType<string> {
  if (filter) return filter;
  if (kind === 'enum' || kind === 'instant') return schema as z.ZodType<string>;
  if (kind === 'date') return calendarDate;
  if (kind === 'integer') return WHOLE_NUMBER;
  if (kind === 'decimal' || kind === 'number')
    return z.string().regex(/^\d{1,12}(\.\d{1,2})?$/, saying('NOT_AN_AMOUNT'));
  return ANY_NAME;
}

export const sortableFields = (spec: RecordSpec): string[] => [
  'createdAt',
  'updatedAt',
  ...Object.entries(spec.fields).flatMap(([name, { kind }]) =>
    kind === 'list' || kind === 'json' ? [] : [name],
  ),
  ...Object.entries(spec.derived ?? {}).flatMap(([name, { onlyAnswered }]) => (onlyAnswered ? [] : [name])),
];
