import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './schema';

export type ApiClient = Client<paths>;
export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

/** An answer that says no; its `problem` tells what, and what to do about it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  get status(): number {
    return this.problem.status;
  }
}

/** The API as typed functions: `client.GET('/api/v1/companies', { params: { query: { q: 'jansen' } } })`. */
export function createApiClient(options: ClientOptions = {}): ApiClient {
  // Same origin by default; a list in a query is repeated, as the API reads it.
  return createClient<paths>({
    querySerializer: { array: { style: 'form', explode: true } },
    credentials: 'same-origin',
    ...options,
  });
}

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** What was answered. @throws ApiError when the API said no, or nothing that it would say. */
export async function unwrap<Data>(pending: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await pending;
  if (error === undefined && response.ok) return data as Data;
  throw new ApiError(isProblem(error) ? error : unexplained(response));
}

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'code' in error && 'detail' in error;

/** A proxy's page, or a network that gave up: no problem+json, and still to be told. */
const unexplained = (response: Response): Problem => ({
  type: 'about:blank',
  title: response.statusText,
  status: response.status,
  detail: response.statusText || `HTTP ${response.status}`,
  code: response.status >= 500 ? 'UNAVAILABLE' : 'MALFORMED',
  requestId: response.headers.get('X-Request-Id') ?? 'unknown',
});
