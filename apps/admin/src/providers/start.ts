import type { Schemas } from '@fieldlab/api-client';
import { request } from './http';
import { viewPath } from './view-path';

/** The address at which somebody comes in: as they chose, or as their role does; the overview where it is not known. */
export async function startPath(): Promise<string> {
  try {
    const { view } = await request<Schemas['OwnStart']>('GET', '/account/start', { isUntold: true });
    return view ? viewPath(view) : '/';
  } catch {
    return '/';
  }
}
