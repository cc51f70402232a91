import { inBatches, type Part } from './part';

interface Operation {
  operationId: string;
  /** Empty: everybody may. Not there: one signs in. */
  security?: unknown[];
}

const NO_RECORD = '0192f0c1-2b3c-7def-8a1b-0123456789ab';

/** Every route that is not public, asked by nobody, by a made-up token and by a foreign page. */
export const doors: Part = async ({ program }) => {
  const document = (await (await fetch(`${program.url}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  const closed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { security }]) => security === undefined)
      .map(([method]) => ({ method: method.toUpperCase(), path: path.replace(/\{\w+\}/g, NO_RECORD) })),
  );
  const faults = await inBatches(closed, async ({ method, path }) => {
    const nobody = await statusOf(program.url, method, path, {});
    const forged = await statusOf(program.url, method, path, { Cookie: `session=${NO_RECORD}` });
    return nobody === 401 && forged === 401
      ? []
      : [`${method} ${path} answers ${nobody} to nobody and ${forged} to a made-up session.`];
  });
  return {
    done: `${closed.length} routes asked without signing in, and a write from a foreign page`,
    faults: [...faults, ...(await foreignWrite(program.url, await program.signIn()))],
  };
};

async function statusOf(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<number> {
  const answer = await fetch(url + path, { method, headers, redirect: 'manual' });
  await answer.body?.cancel();
  return answer.status;
}

/** Another site in the browser of somebody who is signed in. */
async function foreignWrite(url: string, cookie: string): Promise<string[]> {
  const attempts = [{ Origin: 'https://elsewhere.example' }, { 'Sec-Fetch-Site': 'cross-site' }];
  const found = attempts.map(async (from) => {
    const answer = await fetch(`${url}/api/v1/companies`, {
      method: 'POST',
      headers: { Cookie: cookie, 'Content-Type': 'application/json', ...from },
      body: JSON.stringify({ name: 'Van een ander' }),
    });
    return answer.status === 403
      ? []
      : [`A write with ${JSON.stringify(from)} is answered ${answer.status} and not refused.`];
  });
  return (await Promise.all(found)).flat();
}
