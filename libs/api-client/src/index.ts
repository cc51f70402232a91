export { ApiError, unwrap, createApiClient } from './client';
export type { ApiClient, Problem, Schemas } from './client';
export type { components, operations, paths } from './schema';
