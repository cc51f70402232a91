import type { Caller } from './register';

/** A record as any client reads it. */
export type Made = Record<string, unknown> & { id: string; version: number };

const counts = new Map<string, number>();
/** A number that no other record of this test file has; of what there are few numbers for, by the name of the kind. */
export function unique(kind = ''): number {
  const count = (counts.get(kind) ?? 0) + 1;
  counts.set(kind, count);
  return count;
}
/** For each file of tests: they share a process, and a register has only so many quarters. */
export const countAnew = (): void => counts.clear();
export const kvkNumber = (): string => String(10_000_000 + unique());

async function made(caller: Caller, path: string, body: object): Promise<Made> {
  const answer = await caller.post(path, body);
  if (answer.status !== 201) throw new Error(`POST ${path} answered ${answer.status}: ${answer.text}`);
  return answer.body as Made;
}

/** Good records, over HTTP, with what a test cares about set. */
export const aCentre = (caller: Caller, values: object = {}): Promise<Made> => {
  const code = `FL-${unique()}`;
  return made(caller, '/centres', {
    ...{ code, name: `Fieldlab ${code}`, kind: 'FIELDLAB', startedOn: '2015-01-01' },
    ...values,
  });
};
export const aCompany = (caller: Caller, values: object = {}): Promise<Made> =>
  made(caller, '/companies', { name: `Firma ${unique()} BV`, ...values });
export const aParticipation = (caller: Caller, companyId: string, centreId: string, values: object = {}) =>
  made(caller, '/participations', {
    ...{ companyId, centreId, level: 'PARTICIPANT', startedOn: '2019-01-01' },
    ...values,
  });
export const anActivity = (caller: Caller, centreId: string, values: object = {}) =>
  made(caller, '/activities', {
    ...{ centreId, kind: 'TRAINING', title: `Training ${unique()}`, heldOn: '2020-03-01' },
    ...values,
  });
export const anAttendance = (caller: Caller, activityId: string, companyId: string, people = 3) =>
  made(caller, '/attendances', { activityId, companyId, people });
export const anInvestment = (caller: Caller, centreId: string, values: object = {}) =>
  made(caller, '/investments', {
    ...{ centreId, source: 'COMPANIES', status: 'REALISED', amountEur: '1000.00', datedOn: '2020-02-01' },
    ...values,
  });
export const aSpinOff = (caller: Caller, centreIds: string[], values: object = {}) =>
  made(caller, '/spin-offs', {
    ...{ name: `Spin-off ${unique()}`, foundedOn: '2020-05-01', centreIds, claimLevel: 'CONFIRMED' },
    ...values,
  });
/** A link as evidence of a record. */
export const aLinkTo = (caller: Caller, resource: string, recordId: string, values: object = {}) =>
  made(caller, '/evidence', { resource, recordId, url: 'https://example.nl/bewijs', ...values });
export const anOutcome = (caller: Caller, companyId: string, centreIds: string[], values: object = {}) =>
  made(caller, '/outcomes', {
    ...{ kind: 'NEW_PRODUCT', title: `Product ${unique()}`, companyId, centreIds },
    ...{ achievedOn: '2020-06-01', claimLevel: 'CONFIRMED' },
    ...values,
  });
