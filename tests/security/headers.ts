import { inBatches, type Part } from './part';

interface Expectation {
  header: string;
  /** What it must hold; undefined: it must not be there. */
  holds: RegExp | undefined;
}

const ALWAYS: readonly Expectation[] = [
  { header: 'X-Content-Type-Options', holds: /^nosniff$/ },
  { header: 'Referrer-Policy', holds: /^no-referrer$/ },
  { header: 'Content-Security-Policy', holds: /frame-ancestors 'none'/ },
  { header: 'Content-Security-Policy', holds: /default-src '(?:self|none)'/ },
  { header: 'Permissions-Policy', holds: /camera=\(\)/ },
  { header: 'X-Powered-By', holds: undefined },
  { header: 'Access-Control-Allow-Origin', holds: undefined },
];
const PRIVATE: readonly Expectation[] = [{ header: 'Cache-Control', holds: /no-store/ }];

const ADDRESSES: readonly { path: string; also: readonly Expectation[] }[] = [
  { path: '/', also: [] },
  { path: '/public', also: [] },
  { path: '/embed/no-such-figure', also: [] },
  { path: '/API/v1/companies', also: [] },
  { path: '/api/v1/no-such-address', also: PRIVATE },
  { path: '/api/v1/session', also: PRIVATE },
  { path: '/api/v1/companies?perPage=1', also: PRIVATE },
  { path: '/health/live', also: [] },
];

/** What every kind of answer tells a browser, and how the session's cookie is guarded. */
export const headers: Part = async ({ program }) => {
  const cookie = await program.signIn();
  const faults = await inBatches(ADDRESSES, async ({ path, also }) => {
    const answer = await fetch(program.url + path, { headers: { Cookie: cookie, Accept: '*/*' } });
    await answer.body?.cancel();
    return [...ALWAYS, ...also].flatMap(({ header, holds }) => {
      const value = answer.headers.get(header);
      const isRight = holds === undefined ? value === null : holds.test(value ?? '');
      return isRight ? [] : [`${path} answers ${header}: ${value ?? '(nothing)'}`];
    });
  });
  return {
    done: `${ADDRESSES.length} kinds of answers and the cookie of a session looked at`,
    faults: [...faults, ...(await cookieFaults(program.url))],
  };
};

/** The cookie that is set or taken away when one signs out says how it is guarded. */
async function cookieFaults(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/v1/session`, { method: 'DELETE' });
  return answer.headers
    .getSetCookie()
    .filter((one) => !/; HttpOnly/i.test(one) || !/; SameSite=Lax/i.test(one))
    .map((one) => `The cookie is not guarded: ${one.replace(/=[^;]*/, '=…')}`);
}
