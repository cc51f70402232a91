import fc from 'fast-check';

/** A request as it goes over the wire. */
export interface HostileRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | undefined;
}

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  properties?: Record<string, Schema>;
}
interface Parameter {
  name: string;
  in: string;
  schema?: Schema;
}
interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
export interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** A stream of events has no end to wait for. */
const STREAMS = new Set(['followImport']);
const HUGE = 'x'.repeat(5000);

const hostileText = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\u0000',
      'a\u0000b',
      "'; drop table companies; --",
      '%',
      '_',
      '\\',
      '../../etc/passwd',
      '${7*7}',
    ],
    ...[
      '__proto__',
      'constructor',
      'null',
      'true',
      'NaN',
      '-1',
      '0',
      '1e999',
      '99999999999999999999',
      '2021-02-30',
    ],
    ...['0000-00-00', '9999-12-31', '0001-01-01', '-0001-01-01', '10000-01-01', '2020-13-01', '(a+)+$', HUGE],
    ...[
      '2021-05-01T10:00:00Z',
      '9999-12-31T23:59:59Z',
      'programme',
      'centre:',
      'hub:%',
      '\ud800',
      '🦊',
      'ﬁ',
      '\u202e',
    ],
    ...['00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', '=1+1', '<script>'],
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const hostileValue = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown[]>(
      ...[
        null,
        true,
        0,
        -1,
        1.5,
        1e308,
        -1e308,
        2 ** 53,
        [],
        {},
        [[]],
        [null],
        { not: '' },
        { $gt: 0 },
        ['a', 'a'],
      ],
    ),
  },
);

/** Requests that are nearly right: real routes and names, with values of which some are good and most are not. */
export function hostileRequests(document: Document, ids: readonly string[]): fc.Arbitrary<HostileRequest> {
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { operationId }]) => !STREAMS.has(operationId))
      .map(([method, operation]) => ({ path, method, operation })),
  );
  return fc.constantFrom(...routes).chain(({ path, method, operation }) =>
    fc.record({
      method: fc.constant(method.toUpperCase()),
      path: addresses(path, operation, ids),
      headers: headersFor(),
      body:
        method === 'get'
          ? fc.constant(undefined)
          : fc.option(bodies(document, operation, ids), { nil: undefined }),
    }),
  );
}

function addresses(path: string, { parameters = [] }: Operation, ids: readonly string[]) {
  const filled = fc
    .array(fc.oneof(fc.constantFrom(...ids), hostileText), { minLength: 3, maxLength: 3 })
    .map((values) => path.replace(/\{\w+\}/g, () => encoded(values.pop() ?? '')));
  const names = parameters.filter((one) => one.in === 'query');
  const query = fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc
          .constantFrom(...(names.length > 0 ? names : [{ name: 'q', in: 'query' }]))
          .chain((parameter) =>
            valueFor(parameter.schema, ids).map((value) => [parameter.name, value] as const),
          ),
      },
      { weight: 1, arbitrary: fc.tuple(hostileText, hostileText) },
    ),
    { maxLength: 4 },
  );
  return fc
    .tuple(filled, query)
    .map(
      ([at, pairs]) =>
        `${at}?${pairs.map((pair) => pair.map((part) => encoded(asText(part))).join('=')).join('&')}`,
    );
}

const headersFor = () =>
  fc.record(
    {
      'If-Match': fc.constantFrom('"1"', '"2"', '1', '*', '"x"', '"99999999999"', ''),
      'Idempotency-Key': fc.constantFrom('a', 'b', ' ', 'x'.repeat(300)),
      'Content-Type': fc.constantFrom(
        ...['application/json', 'application/json; charset=nonsense', 'text/plain', 'multipart/form-data'],
        ...['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'nonsense', ''],
      ),
      Accept: fc.constantFrom('*/*', 'text/html', 'nonsense'),
      'Accept-Language': fc.constantFrom('nl', 'xx', '*;q=9'),
    },
    { requiredKeys: [] },
  );

function bodies(
  document: Document,
  { requestBody }: Operation,
  ids: readonly string[],
): fc.Arbitrary<string> {
  const schema = requestBody?.content['application/json']?.schema;
  const properties = resolved(document, schema)?.properties ?? {};
  const shaped = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valueFor(one, ids)])),
    { requiredKeys: [] },
  );
  return fc.oneof(
    { weight: 6, arbitrary: shaped.map((body) => JSON.stringify(body)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(shaped, hostileText, hostileValue)
        .map(([body, name, value]) => JSON.stringify({ ...body, [name]: value })),
    },
    { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '{',
        '[',
        '"',
        'null',
        '--x\r\n\r\n',
        '['.repeat(20_000),
        '{"a":'.repeat(5000),
        HUGE.repeat(60),
      ),
    },
  );
}

const resolved = (document: Document, schema: Schema | undefined): Schema | undefined =>
  schema?.$ref === undefined ? schema : document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];

function valueFor(schema: Schema | undefined, ids: readonly string[]): fc.Arbitrary<unknown> {
  const good: unknown[] = [...(schema?.enum ?? [])];
  if (schema?.format === 'date') good.push('2020-01-01', '9999-12-31', '0001-01-01');
  if (schema?.format === 'uuid') good.push(...ids);
  if (good.length === 0) good.push('Naam', '1', 1, ids[0]);
  return fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: hostileValue });
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
/** A lone half of a pair cannot be encoded; sent as the sign for what was lost. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
