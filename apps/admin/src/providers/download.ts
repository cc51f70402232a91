import { unwrap } from '@fieldlab/api-client';
import { api } from './api';
import { withHttpErrors, type Query } from './http';

type Files = (path: string, init: object) => Promise<{ data?: Blob; error?: unknown; response: Response }>;

/** Fetches a file and hands it to the reader, by its own name or another. @throws HttpError */
export async function download(path: string, query: Query, name?: string): Promise<void> {
  const get = api.GET as unknown as Files;
  const file = await withHttpErrors(unwrap(get(`/api/v1${path}`, { params: { query }, parseAs: 'blob' })));
  saveFile(name ?? path.slice(path.lastIndexOf('/') + 1), file);
}

/** Hands the reader a file that is here already. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
