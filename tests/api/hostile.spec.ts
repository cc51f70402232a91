import { buildOpenApi } from '@api/openapi';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOfAnswer } from '../support/hostile-answers';
import { hostileRequests, type Document, type HostileRequest } from '../support/hostile-requests';
import {
  aCentre,
  aCompany,
  anActivity,
  anAttendance,
  anInvestment,
  anOutcome,
  aParticipation,
  aSpinOff,
} from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

const RUNS = 150;
const AT_ONCE = 20;

let register: TestRegister;
let caller: Caller;
let ids: string[];
beforeAll(async () => {
  register = await startTestRegister();
  caller = await register.as('ADMIN');
  const [centre, company] = [await aCentre(caller), await aCompany(caller)];
  const activity = await anActivity(caller, centre.id);
  const records = [
    ...[centre, company, activity, await anAttendance(caller, activity.id, company.id)],
    ...[await aParticipation(caller, company.id, centre.id), await anInvestment(caller, centre.id)],
    ...[await aSpinOff(caller, [centre.id]), await anOutcome(caller, company.id, [centre.id])],
  ];
  ids = records.map(({ id }) => id);
});
afterAll(() => register.close());

const send = (request: HostileRequest): Promise<string[]> =>
  faultsOfAnswer(register.url, request, { Authorization: `Bearer ${caller.token}` });

/** What a provider adds to its answer is the provider's choice. */
const OPEN = new Set(['finishOidc']);

describe('whatever is sent', () => {
  it('a parameter that a route does not know is refused, and said', async () => {
    const { paths } = buildOpenApi(register.app) as unknown as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => ({ path, method, operationId })),
    );
    const ignoring: string[] = [];
    for (const { path, method, operationId } of routes) {
      if (OPEN.has(operationId)) continue;
      const at = path.replace(/\{[^{}]+\}/g, ids[0] ?? '');
      const answer = await fetch(`${register.url}${at}?surprise=1`, {
        ...{ method: method.toUpperCase(), redirect: 'manual' },
        headers: { Cookie: caller.cookie, 'If-Match': '"1"' },
      });
      const text = await answer.text();
      if (answer.status !== 400 || !text.includes('"path":"surprise"'))
        ignoring.push(`${operationId} ${answer.status}`);
    }
    expect(ignoring).toEqual([]);
  });

  it('is answered in time, never with a failure of ours, and tells nothing of the inside', async () => {
    const document = buildOpenApi(register.app) as unknown as Document;
    const requests = fc.array(hostileRequests(document, ids), { minLength: AT_ONCE, maxLength: AT_ONCE });
    await fc.assert(
      fc.asyncProperty(requests, async (batch) => {
        expect((await Promise.all(batch.map(send))).flat()).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 300_000);
});
