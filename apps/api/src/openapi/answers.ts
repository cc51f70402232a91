import { ERRORS, FAULT_SENTENCES, type ErrorCode } from '@fieldlab/domain';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { RouteAccess } from './routes';

type Paths = OpenAPIObject['paths'];
type Operation = NonNullable<Paths[string]['get']> & {
  'x-permission'?: string;
  /** A proof of identity of a few minutes ago: always, or where the body has one of these fields. */
  'x-fresh-proof'?: true | readonly string[];
};
type Components = NonNullable<OpenAPIObject['components']>;
type Responses = NonNullable<Components['responses']>;

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];

/** What an answer that says no means, by status: the sentence, and one of the codes that come with it. */
const PROBLEMS: Record<number, { name: string; description: string; code: ErrorCode }> = {
  400: {
    name: 'InvalidInput',
    description: 'Malformed or invalid; `errors` names every fault.',
    code: 'INVALID_INPUT',
  },
  401: { name: 'Unauthenticated', description: 'Not signed in.', code: 'UNAUTHENTICATED' },
  403: {
    name: 'Forbidden',
    description: 'Not allowed to this role, or it hangs from a centre that is not yours.',
    code: 'FORBIDDEN',
  },
  404: { name: 'NotFound', description: 'Not there, or outside your scope.', code: 'NOT_FOUND' },
  409: {
    name: 'Conflict',
    description: 'In conflict with a rule; `code` says which.',
    code: 'HAS_DEPENDANTS',
  },
  412: {
    name: 'StaleVersion',
    description: 'Somebody changed it since the version in If-Match.',
    code: 'STALE_VERSION',
  },
  413: { name: 'PayloadTooLarge', description: 'Too large.', code: 'PAYLOAD_TOO_LARGE' },
  415: {
    name: 'UnsupportedMediaType',
    description: 'Not a media type that is understood here.',
    code: 'UNSUPPORTED_MEDIA_TYPE',
  },
  428: { name: 'VersionRequired', description: 'If-Match is missing.', code: 'VERSION_REQUIRED' },
  429: {
    name: 'TooManyRequests',
    description: 'Too many requests; Retry-After says when to try again.',
    code: 'TOO_MANY_REQUESTS',
  },
};
const OTHERWISE = {
  name: 'Failure',
  description: 'It went wrong on our side, or the database cannot be reached.',
  code: 'INTERNAL',
} as const;

const REQUEST_ID = '0192f0c1-2b3c-7def-8a1b-0123456789ab';

const problemSchema = {
  type: 'object',
  description: 'An answer that says no, after RFC 9457.',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string', example: 'urn:fieldlab:problem:invalid-input' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: Object.keys(ERRORS) },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: {
          path: { type: 'string' },
          message: { type: 'string' },
          code: {
            type: 'string',
            enum: Object.keys(FAULT_SENTENCES),
            description: 'What is wrong, for programs; absent where only the message says it.',
          },
          about: {
            type: 'object',
            additionalProperties: { type: 'string' },
            description: 'What the code is about, such as the most that is allowed.',
          },
        },
      },
    },
    about: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description:
        'What it is about, for programs: with PERIOD_LOCKED the centre and the period, with HAS_DEPENDANTS how many of each resource, with PARTICIPATION_OVERLAP the participation in the way, since when and at which level.',
    },
    requestId: { type: 'string' },
  },
};

const HEADERS: NonNullable<Components['headers']> = {
  'API-Version': {
    description: 'The version of this contract.',
    schema: { type: 'string' },
    example: '1.0.0',
  },
  'X-Request-Id': { description: 'Names the request in logs and history.', schema: { type: 'string' } },
  ETag: { description: "The record's version, for If-Match.", schema: { type: 'string' }, example: '"3"' },
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' }, example: 30 },
};
const headers = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** Says of every operation who may call it and what else than success it may answer. */
export function describeAnswers(document: OpenAPIObject, access: ReadonlyMap<string, RouteAccess>): void {
  document.components ??= {};
  const { components } = document;
  components.schemas = { ...components.schemas, Problem: problemSchema };
  components.headers = { ...components.headers, ...HEADERS };
  components.responses = { ...components.responses, ...problemResponses() };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (operation) complete(operation, { path, method, access: access.get(operation.operationId ?? '') });
    }
  }
}

function problemResponses(): Responses {
  const entries = [...Object.entries(PROBLEMS), ['500', OTHERWISE] as const].map(
    ([status, { name, description, code }]) =>
      [name, problemResponse(Number(status), description, code)] as const,
  );
  return Object.fromEntries(entries);
}

function problemResponse(status: number, description: string, code: ErrorCode): Responses[string] {
  const example = {
    type: `urn:fieldlab:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: ERRORS[code].en,
    status,
    detail: status === 400 ? 'name: May not be empty.' : description,
    code,
    ...(status === 400 ? { errors: [{ path: 'name', message: 'May not be empty.' }] } : {}),
    requestId: REQUEST_ID,
  };
  return {
    description,
    headers: headers(
      'API-Version',
      'X-Request-Id',
      ...(status === 429 || status === 503 ? ['Retry-After'] : []),
    ),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } },
  };
}

interface Context {
  path: string;
  method: Method;
  access: RouteAccess | undefined;
}

function complete(operation: Operation, context: Context): void {
  const { access } = context;
  if (access?.permission !== undefined) operation['x-permission'] = access.permission;
  if (access?.freshProof) operation['x-fresh-proof'] = access.freshProof.length === 0 || access.freshProof;
  if (access?.isPublic) operation.security = [];
  const own = operation.responses;
  for (const [status, response] of Object.entries(own)) describeSuccess(status, response);
  const refusals = statusesOf(operation, context).map((status) => [
    String(status),
    refer(PROBLEMS[status]?.name),
  ]);
  operation.responses = {
    ...(Object.fromEntries(refusals) as Responses),
    ...own,
    default: refer(OTHERWISE.name),
  };
}

function describeSuccess(status: string, response: Responses[string] | undefined): void {
  if (!response || '$ref' in response || !status.startsWith('2')) return;
  response.description ||= DONE[status] ?? 'Done.';
  response.headers = { ...headers('API-Version', 'X-Request-Id'), ...response.headers };
}

const DONE: Record<string, string> = {
  200: 'Here it is.',
  201: 'Made.',
  202: 'Accepted.',
  204: 'Done; there is nothing to say.',
};

function statusesOf(operation: Operation, { path, method, access }: Context): number[] {
  const writes = method !== 'get';
  const needsVersion = hasHeader(operation, 'If-Match');
  return [
    400,
    ...(access?.isPublic ? [] : [401, 403]),
    ...(path.includes('{') ? [404] : []),
    ...(writes ? [409] : []),
    ...(needsVersion ? [412] : []),
    ...(operation.requestBody ? [413, 415] : []),
    ...(needsVersion ? [428] : []),
    429,
  ];
}

const hasHeader = ({ parameters = [] }: Operation, name: string): boolean =>
  parameters.some((parameter) => 'name' in parameter && parameter.name === name);

const refer = (name: string | undefined) => ({ $ref: `#/components/responses/${name ?? OTHERWISE.name}` });
