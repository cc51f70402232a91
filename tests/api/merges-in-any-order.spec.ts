import { currentIndicators, ORGANISATION_TYPES, PARTICIPATION_LEVELS, SIZE_CLASSES } from '@fieldlab/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOfCsv } from '../support/csv-zip';
import type { Made } from '../support/made';
import { Random } from '../support/random';
import { randomRegister } from '../support/random-register';
import { loadRegister } from '../support/register-loader';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';
import { uploaded } from '../support/uploads';

/** `MERGE_SEED=7 MERGE_STEPS=5000` looks elsewhere, and longer; the same numbers do the same every time. */
const SEED = Number(process.env.MERGE_SEED ?? 11);
const STEPS = Number(process.env.MERGE_STEPS ?? 500);
const BETWEEN_LOOKS = 20;
const FIELDS = ['name', 'kvkNumber', 'sizeClass', 'municipality', 'organisationType', 'website'];

let register: TestRegister;
let admin: Caller;
const random = new Random(SEED);
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  await register.database.transaction((client) => loadRegister(client, randomRegister(SEED)));
});
afterAll(() => register.close());

const list = async (path: string): Promise<Made[]> =>
  (await admin.get(`${path}${path.includes('?') ? '&' : '?'}perPage=100`).expect(200)).body.data as Made[];
const oneOf = async (path: string): Promise<Made | undefined> => {
  const all = await list(path);
  return all.length === 0 ? undefined : random.pick(all);
};
const RESOURCES = ['companies', 'participations', 'attendances', 'outcomes', 'investments'];
const BY = ['province', 'level', 'sizeClass', 'centre', 'year'];
/** Every figure, and one breakdown of those that have it: as text, to be held against the same later. */
async function figures(knownAt = '', by = 'province'): Promise<{ knownAt: string; text: string }> {
  const query = `asOf=2021-01-01&from=2010-01-01${knownAt === '' ? '' : `&knownAt=${knownAt}`}`;
  const { body: all } = await admin.get(`/figures?${query}`).expect(200);
  const codes = currentIndicators.filter(({ breakdowns }) => breakdowns.some((one) => one === by));
  const chosen = codes.map(({ code }) => `&indicator=${code}`).join('');
  const { body: cells } = await admin.get(`/figures?${query}&by=${by}${chosen}`).expect(200);
  const { knownAt: at } = all as { knownAt: string };
  return { knownAt: at, text: JSON.stringify([all.figures, cells.figures]) };
}

async function merge(): Promise<Made | undefined> {
  const companies = await list('/companies');
  if (companies.length < 3) return undefined;
  const survivor = random.pick(companies);
  const merged = random.pick(companies.filter((one) => one !== survivor));
  const fields = random.some(FIELDS, 0.3);
  const answer = await admin.post('/merges', { survivorId: survivor.id, mergedId: merged.id, fields });
  expect(answer.status, answer.text).toBe(201);
  return answer.body as Made;
}

/** Whatever was edited since; which of the two ways, chance says. */
async function takeBack(merged?: Made): Promise<void> {
  const made = merged ?? (await oneOf('/merges'));
  if (!made) return;
  const path = `/merges/${made.id}`;
  const answer = await admin.delete(path, made.version);
  if (answer.status === 204) return;
  expect(answer.body).toMatchObject({ code: 'EDITED_SINCE_MERGE' });
  const way = random.pick(['keep', 'restore']);
  const settled = await admin.delete(`${path}?fields=${way}`, made.version);
  if (settled.status === 204) return;
  // A number that the survivor had may have gone back, with another merge, to the company that it came from.
  expect([way, settled.body], settled.text).toMatchObject(['restore', { code: 'DUPLICATE_NUMBER' }]);
  await admin.delete(`${path}?fields=keep`, made.version).expect(204);
}

async function edit(): Promise<void> {
  const company = await oneOf('/companies');
  if (!company) return;
  const change = random.pick([
    { sizeClass: random.pick(SIZE_CLASSES) },
    { organisationType: random.pick(ORGANISATION_TYPES) },
    { municipality: random.pick(['Zwolle', 'Ede', 'Breda']), province: random.pick(['NL-OV', 'NL-GE']) },
    { name: `${String(company.name)}*` },
    { kvkNumber: String(random.int(20_000_000, 99_999_999)) },
  ]);
  const on = 'sizeClass' in change && random.chance(0.3) ? '?effectiveOn=2019-01-01' : '';
  const answer = await admin.patch(`/companies/${company.id}${on}`, company.version, change);
  expect([200, 409], answer.text).toContain(answer.status);
}

async function changeLevel(): Promise<void> {
  const one = await oneOf('/participations');
  const level = random.pick(PARTICIPATION_LEVELS);
  if (one) await admin.patch(`/participations/${one.id}`, one.version, { level }).expect(200);
}

/** From a new company nothing hangs, until a merge moves something to it: such a one can be deleted. */
async function add(): Promise<void> {
  const name = `Nieuw ${random.int(1, 999)}`;
  await admin.post('/companies', { name, municipality: 'Ede' }).expect(201);
}

const deleted: { resource: string; id: string }[] = [];
/** How often each happened, by resource: a step that is always refused shows nothing. */
const deletions: Record<string, number> = {};
const restorations: Record<string, number> = {};
async function remove(): Promise<void> {
  const resource = random.pick(RESOURCES);
  const onlyNew = resource === 'companies' && random.chance(0.7);
  const one = await oneOf(`/${resource}${onlyNew ? '?q=Nieuw' : ''}`);
  if (!one) return;
  const { status, text } = await admin.delete(`/${resource}/${one.id}`, one.version);
  // A company that something hangs from is not deleted.
  expect(resource === 'companies' ? [204, 409] : [204], text).toContain(status);
  if (status !== 204) return;
  deleted.push({ resource, id: one.id });
  deletions[resource] = (deletions[resource] ?? 0) + 1;
}
async function restore(): Promise<void> {
  const one = deleted.pop();
  if (!one) return;
  const { status, text } = await admin.post(`/${one.resource}/${one.id}/restore`);
  expect([200, 409], text).toContain(status);
  if (status === 200) restorations[one.resource] = (restorations[one.resource] ?? 0) + 1;
}

async function importAndUndo(): Promise<void> {
  const rows = random.times(1, 4, (index) => `${index};Firma ${random.int(1, 30)};Ede`);
  const { id, status } = await uploaded(
    admin,
    zipOfCsv({ 'companies.csv': `ref;name;municipality\n${rows.join('\n')}\n` }),
  );
  expect(status).toBe('DONE');
  if (random.chance(0.5)) await merge();
  const undone = await admin.post(`/imports/${id}/undo`);
  expect([200, 409], undone.text).toContain(undone.status);
}

/** A merge that is taken back at once changes no figure. */
async function thereAndBack(): Promise<void> {
  const by = random.pick(BY);
  const before = await figures('', by);
  const made = await merge();
  if (!made) return;
  await takeBack(made);
  expect((await figures('', by)).text, JSON.stringify(made)).toBe(before.text);
}

/** Often first. */
const ACTIONS: (() => Promise<unknown>)[] = [
  ...[merge, merge, merge, takeBack, takeBack, takeBack, edit, edit, changeLevel],
  ...[add, remove, remove, restore],
];

describe(`a register of which companies are merged and un-merged, seed ${SEED}`, () => {
  it(`answers what it answered at every past instant, and loses nothing, in ${STEPS} steps`, async () => {
    const seen: { knownAt: string; text: string; by: string }[] = [];
    for (let step = 1; step <= STEPS; step += 1) {
      if (step % (BETWEEN_LOOKS * 2) === 0) await random.pick([thereAndBack, importAndUndo])();
      else await random.pick(ACTIONS)();
      if (step % BETWEEN_LOOKS > 0) continue;
      const by = random.pick(BY);
      seen.push({ ...(await figures('', by)), by });
    }
    for (const { knownAt, text, by } of seen) {
      expect((await figures(knownAt, by)).text, knownAt).toBe(text);
    }
    expect(new Set(seen.map(({ text }) => text)).size).toBeGreaterThan(seen.length / 2);
    expect(await gaps()).toEqual([]);
    for (const resource of RESOURCES) {
      expect(deletions[resource], `deleted ${resource}`).toBeGreaterThan(0);
      expect(restorations[resource], `restored ${resource}`).toBeGreaterThan(0);
    }
    for (const made of await list('/merges')) await takeBack(made);
    const { body } = await admin.get('/companies?perPage=1').expect(200);
    expect(body.total).toBe(await count('companies where deleted_at is null'));
  });
});

const count = async (from: string): Promise<number> =>
  Number(
    (await register.database.pool.query<{ count: string }>(`select count(*) from ${from}`)).rows[0]?.count,
  );

/** Versions of which one ends before the next begins, or the last is not what the register has. */
async function gaps(): Promise<unknown[]> {
  const tables = ['companies', 'company_numbers', 'company_profiles', 'participations', 'attendances'];
  const found = [];
  for (const table of [...tables, 'outcomes', 'investments', 'merges']) {
    const { rows } = await register.database.pool.query(`
      select '${table}' as "table", t.id from ${table} t
        join lateral (
          select bool_and(h.rev_to is not distinct from h.next) as whole, max(h.version) as last
            from (select version, rev_to, lead(rev_from) over (order by rev_from) as next
                    from ${table}_history where id = t.id) h) v on true
       where not v.whole or v.last <> t.version`);
    found.push(...rows);
  }
  return found;
}
