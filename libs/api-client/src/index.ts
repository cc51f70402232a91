export { ApiError, unwrap, createApiClient } from './client';
export type { Problem, Schemas } from './client';
export type { paths } from './schema';
