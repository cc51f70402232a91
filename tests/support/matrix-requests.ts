import type { Response, Test } from 'supertest';
import {
  aCentre,
  aCompany,
  anActivity,
  anAttendance,
  anInvestment,
  anOutcome,
  aParticipation,
  aSpinOff,
  kvkNumber,
  unique,
  type Made,
} from './made';
import { publishApproved } from './publishing';
import type { Caller } from './register';

const NOBODY = '0192f0c1-2b3c-7def-8a1b-0123456789ab';

export interface MatrixWorld {
  admin: Caller;
  /** Who submits reports, so that others may approve them. */
  evaluator: Caller;
  /** The centre of the coordinator whose own it is; the other coordinator has another. */
  centre: Made;
  company: Made;
}

interface Kind {
  make(world: MatrixWorld): Promise<Made>;
  create(world: MatrixWorld): Promise<object>;
  change: object;
}

/** For each kind of record: one to try things on, a good new one, and a good change. */
const KINDS: Record<string, Kind> = {
  centres: {
    make: ({ admin }) => aCentre(admin),
    create: () => Promise.resolve({ code: `M-${unique()}`, kind: 'FIELDLAB', name: 'M' }),
    change: { name: 'Anders' },
  },
  companies: {
    make: ({ admin }) => aCompany(admin),
    create: () => Promise.resolve({ name: 'M', kvkNumber: kvkNumber() }),
    change: { name: 'Anders' },
  },
  merges: {
    make: async ({ admin }) => made(admin, '/merges', await aMerge(admin)),
    create: ({ admin }) => aMerge(admin),
    change: {},
  },
  participations: {
    make: async ({ admin, centre }) => aParticipation(admin, (await aCompany(admin)).id, centre.id),
    create: async ({ admin, centre }) => ({
      companyId: (await aCompany(admin)).id,
      ...{ centreId: centre.id, level: 'REACHED', startedOn: '2020-01-01' },
    }),
    change: { level: 'PARTNER' },
  },
  activities: {
    make: ({ admin, centre }) => anActivity(admin, centre.id),
    create: ({ centre }) =>
      Promise.resolve({ centreId: centre.id, kind: 'DEMO', title: 'M', heldOn: '2020-01-01' }),
    change: { title: 'Anders' },
  },
  attendances: {
    make: async ({ admin, centre }) =>
      anAttendance(admin, (await anActivity(admin, centre.id)).id, (await aCompany(admin)).id),
    create: async ({ admin, centre, company }) => ({
      activityId: (await anActivity(admin, centre.id)).id,
      ...{ companyId: company.id, people: 2 },
    }),
    change: { people: 9 },
  },
  investments: {
    make: ({ admin, centre }) => anInvestment(admin, centre.id),
    create: ({ centre }) =>
      Promise.resolve({
        ...{ centreId: centre.id, source: 'EU', status: 'REALISED' },
        ...{ amountEur: '5.00', datedOn: '2020-01-01' },
      }),
    change: { funder: 'Anders' },
  },
  'spin-offs': {
    make: ({ admin, centre }) => aSpinOff(admin, [centre.id]),
    create: ({ centre }) =>
      Promise.resolve({
        ...{ name: 'M', foundedOn: '2020-01-01', centreIds: [centre.id], claimLevel: 'CONFIRMED' },
      }),
    change: { name: 'Anders' },
  },
  outcomes: {
    make: ({ admin, centre, company }) => anOutcome(admin, company.id, [centre.id]),
    create: ({ centre, company }) =>
      Promise.resolve({
        ...{ kind: 'NEW_SERVICE', title: 'M', companyId: company.id, centreIds: [centre.id] },
        ...{ achievedOn: '2020-01-01', claimLevel: 'CONFIRMED' },
      }),
    change: { title: 'Anders' },
  },
  evidence: {
    make: async (world) => made(world.admin, '/evidence', await aLink(world)),
    create: (world) => aLink(world),
    change: { title: 'Anders' },
  },
  contacts: {
    make: ({ admin, centre, company }) => madeBy(admin, '/contacts', company, centre, { name: 'M' }),
    create: ({ centre, company }) =>
      Promise.resolve({ companyId: company.id, centreId: centre.id, name: 'M' }),
    change: { name: 'Anders' },
  },
  notes: {
    make: ({ admin, centre, company }) => madeBy(admin, '/notes', company, centre, { text: 'M' }),
    create: ({ centre, company }) =>
      Promise.resolve({ companyId: company.id, centreId: centre.id, text: 'M' }),
    change: { text: 'Anders' },
  },
  targets: {
    make: ({ admin }) => made(admin, '/targets', aTarget()),
    create: () => Promise.resolve(aTarget()),
    change: { value: 9 },
  },
  rounds: {
    make: ({ admin }) => made(admin, '/rounds', aRound()),
    create: () => Promise.resolve(aRound()),
    change: { dueOn: '2199-02-01' },
  },
  reports: {
    make: ({ admin }) => made(admin, '/reports', REPORT),
    create: () => Promise.resolve(REPORT),
    change: { title: 'Anders' },
  },
  comparisons: {
    make: ({ admin }) => made(admin, '/comparisons', COMPARISON),
    create: () => Promise.resolve(COMPARISON),
    change: { title: 'Anders' },
  },
  'saved-views': {
    make: ({ admin }) => made(admin, '/saved-views', aView()),
    create: () => Promise.resolve(aView()),
    change: { isShared: false },
  },
};

const REPORT = { title: 'M', asOf: '2020-01-01', indicators: ['jobs'] };
const COMPARISON = { title: 'M', chains: [[{ indicator: 'jobs' }, { indicator: 'jobs' }]] };
/** What somebody may do to a report that waits for it. */
const REPORT_ACTIONS: Record<string, { before: string[]; body?: object }> = {
  approve: { before: ['submit'] },
  return: { before: ['submit'], body: { remark: 'M' } },
  publish: { before: ['submit', 'approve'] },
  editions: { before: ['submit', 'approve', 'publish'], body: { reason: 'M' } },
};

const aView = () => ({ resource: 'overview', name: `M ${unique('views')}`, state: {}, isShared: true });

const aMerge = async (admin: Caller) => ({
  survivorId: (await aCompany(admin)).id,
  mergedId: (await aCompany(admin)).id,
});

const aLink = async ({ admin, centre }: MatrixWorld) => ({
  ...{ resource: 'investments', recordId: (await anInvestment(admin, centre.id)).id },
  url: 'https://example.nl/m',
});

/** Each of a quarter of its own. */
const aRound = () => {
  const number = unique('rounds');
  return { period: `${2015 + Math.floor(number / 4)}-Q${(number % 4) + 1}`, dueOn: '2199-01-01' };
};

/** Each on a day of its own: an indicator has one target a day. */
const aTarget = () => ({
  ...{ indicator: 'spin_offs', value: 2 },
  dueOn: new Date(Date.UTC(2030, 0, unique('targets'))).toISOString().slice(0, 10),
});

const madeBy = (admin: Caller, path: string, company: Made, centre: Made, values: object) =>
  made(admin, path, { companyId: company.id, centreId: centre.id, ...values });

async function made(admin: Caller, path: string, values: object): Promise<Made> {
  return (await admin.post(path, values).expect(201)).body as Made;
}

/** What is tried: the route as the document has it, and how to call it as somebody. */
export interface Attempt {
  path: string;
  method: string;
}

/**
 * A good request for a route about records, each time on a record of its own, in the centre of the first coordinator.
 * Any other route gets an id that nobody has and an empty body: whoever gets in is told so by 400 or 404.
 */
export async function attempt(
  world: MatrixWorld,
  { path, method }: Attempt,
  caller: Caller,
): Promise<Response> {
  const [resource = '', own, action] = path.split('/').slice(3);
  const kind = KINDS[resource];
  if (own !== undefined && own !== '{id}') return elsewhere({ path, method }, caller);
  if (!kind || !path.startsWith(`/api/v1/${resource}`)) return elsewhere({ path, method }, caller);
  if (method === 'post' && !path.includes('{id}')) {
    return caller.post(`/${resource}`, await kind.create(world));
  }
  if (!path.includes('{id}')) return caller.get(`/${resource}`);
  const record = await kind.make(world);
  if (path.includes('{number}.')) {
    return caller.get(path.replace('/api/v1', '').replace('{id}', record.id).replace('{number}', '7'));
  }
  if (action === 'centres') {
    return inRound(`/${resource}/${record.id}/centres/${world.centre.id}`, { path, method }, caller);
  }
  return onRecord(
    world,
    { at: `/${resource}/${record.id}`, version: record.version, action, kind, method },
    caller,
  );
}

interface OnRecord {
  at: string;
  version: number;
  action: string | undefined;
  kind: Kind;
  method: string;
}

/** Brings a report to the state in which the action is one, and tries it. */
async function onReport(
  { admin, evaluator }: MatrixWorld,
  { at, action, method }: Pick<OnRecord, 'at' | 'method'> & { action: string },
  caller: Caller,
): Promise<Response> {
  const isRead = method === 'get';
  const { before, body } = REPORT_ACTIONS[action] ?? { before: [] };
  for (const step of before) {
    const by = step === 'approve' ? admin : evaluator;
    if (step === 'publish') await publishApproved(by, at.split('/').at(-1) ?? '');
    else await by.post(`${at}/${step}`).expect(200);
  }
  return isRead ? caller.get(`${at}/${action}`) : caller.post(`${at}/${action}`, body);
}

async function onRecord(
  world: MatrixWorld,
  { at, version, action, kind, method }: OnRecord,
  caller: Caller,
): Promise<Response> {
  if (action === 'restore') {
    await world.admin.delete(at, version).expect(204);
    return caller.post(`${at}/restore`);
  }
  if (action === 'change') {
    await world.admin.patch(at, version, kind.change).expect(200);
    return caller.delete(`${at}/change`, version + 1);
  }
  if (action === 'step') return onStep(world, { at, method }, caller);
  if (at.startsWith('/reports/') && action !== undefined) {
    return onReport(world, { at, action, method }, caller);
  }
  if (method === 'post') return caller.post(`${at}/${action}`);
  if (method === 'patch') return caller.patch(at, version, kind.change);
  if (method === 'delete') return caller.delete(at, version);
  return caller.get(action === undefined ? at : `${at}/${action}`);
}

const STEP = { level: 'PARTNER', on: '2020-06-01' };

async function onStep(
  { admin }: MatrixWorld,
  { at, method }: Pick<OnRecord, 'at' | 'method'>,
  caller: Caller,
): Promise<Response> {
  if (method === 'post') return caller.post(`${at}/step`, STEP);
  const { body: next } = await admin.post(`${at}/step`, STEP).expect(201);
  return caller.delete(`/participations/${(next as Made).id}/step`, 1);
}

/** What the first coordinator's centre is asked in a round; of its companies, nobody was asked. */
function inRound(at: string, { path, method }: Attempt, caller: Caller): Test {
  const [, action] = path.replace('{participationId}', NOBODY).split('{centreId}/');
  if (action === undefined) return caller.get(at);
  if (method === 'get') return caller.get(`${at}/${action}`);
  if (method === 'delete') return caller.delete(`${at}/${action}`, 1);
  if (action === 'submit') return caller.post(`${at}/submit`, { nothingChanged: true });
  if (action.endsWith('/accept')) return caller.post(`${at}/${action}`).set('If-Match', '"1"');
  return caller.post(`${at}/${action}`, action === 'return' ? { remark: 'Nog eens' } : undefined);
}

function elsewhere({ path, method }: Attempt, caller: Caller): Test {
  const filled = path
    .replace('/api/v1', '')
    .replace('{id}', NOBODY)
    .replace('{indicator}', 'spin_offs')
    .replace('{reference}', 'spin_offs')
    .replace(/\{\w+\}/, 'nonsense');
  if (method === 'get') return caller.get(filled);
  if (method === 'post') return caller.post(filled, {});
  return method === 'patch' ? caller.patch(filled, 1, {}) : caller.delete(filled, 1);
}
