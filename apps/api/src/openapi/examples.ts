import type { OpenAPIObject } from '@nestjs/swagger';
import { METHODS } from './answers';

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  format?: string;
  minimum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}
interface Content {
  schema?: Schema;
  example?: unknown;
}
interface Described {
  content?: Record<string, Content>;
}

/** What a reader recognises, where the schema itself has no example. */
const BY_NAME: Record<string, unknown> = {
  name: 'Jansen Metaal BV',
  companyName: 'Jansen Metaal BV',
  centreName: 'Robotlab',
  centreCode: 'FL-ROBOT',
  code: 'FL-ROBOT',
  title: 'Lassen met robots',
  municipality: 'Zwolle',
  postcode: '8011 AB',
  country: 'NL',
  sbiCode: '2562',
  website: 'https://jansen.example',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  fileName: 'verklaring.pdf',
  mediaType: 'application/pdf',
  kvkNumber: '12345678',
  password: 'vier paarse olifanten',
  email: 'anna@jansen.example',
  phone: '+31 38 123 45 67',
  technologies: ['robotics'],
  version: 3,
  total: 1,
  lastDay: null,
  endedOn: null,
  deletedAt: null,
};

const BY_FORMAT: Record<string, unknown> = {
  uuid: '0192f0c1-2b3c-7def-8a1b-0123456789ab',
  date: '2021-05-01',
  'date-time': '2021-04-22T10:00:00.000Z',
  email: 'anna@jansen.example',
  uri: 'https://jansen.example',
};

/** Gives every body that has none an example, made from its schema. */
export function addExamples(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  for (const item of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      exemplify(operation.requestBody as Described | undefined, schemas, false);
      for (const answer of Object.values(operation.responses)) exemplify(answer as Described, schemas, true);
    }
  }
}

function exemplify(described: Described | undefined, schemas: Record<string, Schema>, whole: boolean): void {
  const content = described?.content?.['application/json'];
  if (!content?.schema || content.example !== undefined) return;
  content.example = exampleOf(content.schema, { schemas, whole, depth: 0 });
}

interface Context {
  schemas: Record<string, Schema>;
  /** Every field, or only those that must be sent. */
  whole: boolean;
  depth: number;
}

/** A schema that held itself would have no end. */
const DEEPEST = 16;

function exampleOf(schema: Schema, context: Context, name = ''): unknown {
  const { schemas, depth } = context;
  if (depth > DEEPEST) return null;
  const inner = { ...context, depth: depth + 1 };
  if (schema.$ref !== undefined) {
    const target = schemas[schema.$ref.split('/').at(-1) ?? ''];
    return target ? exampleOf(target, inner, name) : null;
  }
  const given = givenBy(schema, name);
  if (given !== undefined) return given;
  const [choice] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (choice) return exampleOf(choice, inner, name);
  if (schema.properties) return objectOf(schema, inner);
  if (schema.items) {
    return new Array<unknown>(Math.max(schema.minItems ?? 1, 1)).fill(exampleOf(schema.items, inner, name));
  }
  return scalarOf(schema);
}

function givenBy(schema: Schema, name: string): unknown {
  const { example, const: only, default: usual, enum: choices } = schema;
  const mayBe = BY_NAME[name] !== null || schema.type !== 'string';
  const isNamed = !schema.properties && schema.type !== 'boolean' && name in BY_NAME && mayBe;
  return example ?? only ?? usual ?? choices?.[0] ?? (isNamed ? BY_NAME[name] : undefined);
}

function objectOf({ properties = {}, required = [] }: Schema, context: Context): Record<string, unknown> {
  const names = Object.keys(properties).filter((name) => context.whole || required.includes(name));
  // A change has no field that must be sent: it shows one.
  const shown = names.length > 0 ? names : Object.keys(properties).slice(0, 1);
  return Object.fromEntries(shown.map((name) => [name, exampleOf(properties[name] ?? {}, context, name)]));
}

function scalarOf({ type, format, minimum = 1 }: Schema): unknown {
  const kind = Array.isArray(type) ? type[0] : type;
  if (format !== undefined && format in BY_FORMAT) return BY_FORMAT[format];
  if (kind === 'string') return 'text';
  if (kind === 'integer' || kind === 'number') return Math.max(minimum, 1);
  if (kind === 'boolean') return true;
  if (kind === 'object') return {};
  return null;
}
