/** What somebody else's service may take, and tell, at most. */
const MOST_MS = 10_000;
const MOST_BYTES = 1_000_000;

export interface ServiceAnswer {
  status: number;
  /** As it was parsed; undefined where it was no JSON. */
  body: unknown;
}

/**
 * Asks a service outside our walls for JSON. It is not followed elsewhere, waited for longer than ten seconds, or read
 * beyond a megabyte.
 * @returns undefined where it does not answer within that
 */
export async function askService(
  url: URL,
  headers: Readonly<Record<string, string>>,
): Promise<ServiceAnswer | undefined> {
  try {
    const response = await fetch(url, {
      headers: { Accept: 'application/json', ...headers },
      redirect: 'error',
      signal: AbortSignal.timeout(MOST_MS),
    });
    return { status: response.status, body: parsed(await textOf(response)) };
  } catch {
    return undefined;
  }
}

async function textOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > MOST_BYTES) throw new Error('The answer is longer than any that is wanted.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
