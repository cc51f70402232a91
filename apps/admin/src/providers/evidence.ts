import { unwrap, type Schemas } from '@fieldlab/api-client';
import type { EvidencedResource } from '@fieldlab/domain';
import { api } from './api';
import { request, withHttpErrors } from './http';

export type Evidence = Schemas['Evidence'];

/** The record that evidence is of. */
export interface Evidenced {
  resource: EvidencedResource;
  recordId: string;
}

export const attachLink = (of: Evidenced, link: { url: string; title: string }): Promise<Evidence> =>
  request<Evidence>('POST', '/evidence', {
    body: { ...of, url: link.url, ...(link.title.trim() !== '' && { title: link.title }) },
  });

/**
 * Sends a file, and tells what part of it went, from 0 to 1.
 * @throws HttpError with what is wrong with it
 */
export function attachFile(
  { resource, recordId }: Evidenced,
  file: File,
  onProgress: (part: number) => void,
): Promise<Evidence> {
  const form = new FormData();
  form.set('resource', resource);
  form.set('recordId', recordId);
  form.set('file', file);
  const sent = api.POST('/api/v1/evidence', {
    // The document describes a form and JSON by one schema; a form carries the file beside it.
    body: form as unknown as Schemas['EvidenceCreate'],
    fetch: (sending) => sendForm(sending, form, onProgress),
  });
  return withHttpErrors(unwrap(sent));
}

export const filePath = ({ id }: Pick<Evidence, 'id'>): string => `/api/v1/evidence/${id}/file`;

/** What `fetch` does, which cannot tell how far it is with what it sends. */
function sendForm({ method, url, headers }: Request, form: FormData, onProgress: (part: number) => void) {
  return new Promise<Response>((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open(method, url);
    for (const [name, value] of headers) if (name !== 'content-type') sending.setRequestHeader(name, value);
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    sending.onload = () => resolve(responseOf(sending));
    sending.onerror = () => reject(new TypeError('The server was not reached.'));
    sending.send(form);
  });
}

function responseOf(sending: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const line of sending.getAllResponseHeaders().trim().split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return new Response(sending.responseText, { status: sending.status, headers });
}
