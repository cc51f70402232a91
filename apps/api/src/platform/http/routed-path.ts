import type { Request } from 'express';

/**
 * The path as the router compares it, without regard to case. Whatever decides by the path (headers, caches, limits)
 * decides by this one: else `/API/v1/…` is answered by a route and treated as if it were none.
 */
export const routedPath = ({ path }: Pick<Request, 'path'>): string => path.toLowerCase();
