import fc from 'fast-check';
import { faultsOfAnswer } from '../support/hostile-answers';
import { hostileRequests, type Document } from '../support/hostile-requests';
import { inBatches, type Part } from './part';

const SCOPES = ['read', 'records:write', 'imports', 'reports:write'];
/** Of so many requests one comes from nobody. */
const ONE_OF_NOBODY = 4;

/** Requests that are nearly right, on every route: by an administrator's token, and by nobody. */
export const requests: Part = async ({ program, seed, requests: count }) => {
  const document = (await (await fetch(`${program.url}/api/v1/openapi.json`)).json()) as Document;
  const token = await program.makeToken('Attacks', SCOPES);
  const ids = await someIds(program.url, token);
  const sent = fc.sample(hostileRequests(document, ids), { seed, numRuns: count });
  const ours = { Authorization: `Bearer ${token}` };
  const numbered = sent.map((request, index) => ({ request, isNobody: index % ONE_OF_NOBODY === 0 }));
  const faults = await inBatches(numbered, ({ request, isNobody }) =>
    faultsOfAnswer(program.url, request, isNobody ? {} : ours),
  );
  return {
    done: `${sent.length} requests that are nearly right, a quarter of them from nobody`,
    faults: [...faults, ...(await isAlive(program.url))],
  };
};

const KINDS = [
  'companies',
  'centres',
  'participations',
  'spin-offs',
  'outcomes',
  'investments',
  'activities',
];

async function someIds(url: string, token: string): Promise<string[]> {
  const pages = await Promise.all(
    KINDS.map(async (kind) => {
      const answer = await fetch(`${url}/api/v1/${kind}?perPage=2`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      return ((await answer.json()) as { data: { id: string }[] }).data;
    }),
  );
  return pages.flat().map(({ id }) => id);
}

async function isAlive(url: string): Promise<string[]> {
  const { status } = await fetch(`${url}/health/ready`);
  return status === 200 ? [] : [`After all of them /health/ready answers ${status}.`];
}
