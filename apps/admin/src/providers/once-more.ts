import type { Problem } from '@fieldlab/api-client';

interface Sent {
  request: Request;
  id: string;
}

/**
 * Whether a write that was refused for this is sent once more; it may change the address that it is sent to.
 */
export type SendsAgain = (problem: Problem, address: URL) => Promise<boolean>;

/** A write that is refused is sent once more when the reader gave what it lacked; else the refusal stands. */
export function onceMore(status: number, sendsAgain: SendsAgain) {
  const copies = new Map<string, Request>();
  return {
    onRequest: ({ request, id }: Sent): undefined => {
      if (request.method !== 'GET') copies.set(id, request.clone());
    },

    onResponse: async ({ response, id }: Sent & { response: Response }): Promise<Response> => {
      const sent = copies.get(id);
      copies.delete(id);
      if (!sent || response.status !== status) return response;
      const address = new URL(sent.url);
      const problem = (await response.clone().json()) as Problem;
      return (await sendsAgain(problem, address)) ? fetchAgain(sent, address) : response;
    },

    onError: ({ id }: Sent): undefined => {
      copies.delete(id);
    },
  };
}

async function fetchAgain(sent: Request, address: URL): Promise<Response> {
  const { method, headers, credentials, signal } = sent;
  const body = await sent.arrayBuffer();
  return fetch(address, {
    ...{ method, headers, credentials, signal },
    ...(body.byteLength > 0 && { body }),
  });
}
