/** After so long the page that an answer was asked for is not the one that takes it. */
const FRESH_MS = 30_000;

const early = new Map<string, Promise<Response>>();

export interface EarlyQuestion {
  method: 'GET' | 'POST';
  path: string;
  language: string;
  body?: object;
}

const keyOf = (method: string, path: string, language: string, body: string): string =>
  JSON.stringify([method, path, language, body]);

/** Asks before who will ask is there. */
export function askEarly({ method, path, language, body }: EarlyQuestion): Promise<Response> {
  const text = body ? JSON.stringify(body) : undefined;
  const answer = fetch(path, {
    method,
    headers: {
      'Accept-Language': language,
      ...(text !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(text !== undefined && { body: text }),
  });
  answer.catch(() => undefined); // told to who takes it
  const key = keyOf(method, path, language, text ?? '');
  early.set(key, answer);
  setTimeout(() => void forget(key), FRESH_MS);
  return answer;
}

/** As `fetch`; what was asked early is asked once, and taken once. */
export async function fetchOnce(request: Request): Promise<Response> {
  if (early.size === 0) return fetch(request);
  const { pathname, search } = new URL(request.url);
  const body = request.method === 'GET' ? '' : await request.clone().text();
  const key = keyOf(request.method, pathname + search, request.headers.get('Accept-Language') ?? '', body);
  const found = early.get(key);
  early.delete(key);
  return found ?? fetch(request);
}

/** What nobody took: its connection is let go. */
async function forget(key: string): Promise<void> {
  const answer = early.get(key);
  early.delete(key);
  await (await answer?.catch(() => undefined))?.body?.cancel();
}
