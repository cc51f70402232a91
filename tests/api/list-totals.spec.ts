import { PARTICIPATION_LEVELS } from '@fieldlab/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCentre, aCompany, aParticipation, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';
import { Random } from '../support/random';

const STEPS = 35;

let register: TestRegister;
let admin: Caller;
let coordinator: Caller;
let centres: Made[];
let companies: Made[];
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  centres = [await anOldCentre(), await anOldCentre(), await anOldCentre()];
  companies = [await aCompany(admin), await aCompany(admin), await aCompany(admin), await aCompany(admin)];
  coordinator = await register.as('COORDINATOR', centres[0]?.id ?? '');
});
afterAll(() => register.close());

/** One in which each participation has a year of its own. */
const anOldCentre = (): Promise<Made> => aCentre(admin, { startedOn: '1940-01-01' });

/** Lists that hold fewer than a page, so that their records say how many there are. */
const lists = (): [Caller, string][] => [
  [admin, '/participations?'],
  [coordinator, '/participations?'],
  [admin, '/participations?level=PARTICIPANT'],
  [admin, `/participations?centreId=${centres[1]?.id}&centreId=${centres[2]?.id}`],
  [admin, `/participations?companyId=${companies[0]?.id}`],
  [admin, '/participations?startedOnFrom=1952-01-01&startedOnTo=1960-06-01'],
  [admin, '/participations?q=firma'],
  [admin, '/companies?sizeClass=SMALL'],
  [admin, '/companies?organisationType=BUSINESS'],
  [admin, '/centres?kind=FIELDLAB'],
];

it('is how many records a list has, after each of many changes', async () => {
  const random = new Random(16);
  const made: string[] = [];
  const gone: string[] = [];
  const change: Record<string, () => Promise<void>> = {
    add: async () => {
      const [company, centre] = [random.pick(companies), random.pick(centres)];
      const year = 1950 + made.length + gone.length;
      const { id } = await aParticipation(admin, company.id, centre.id, {
        ...{ level: random.pick(PARTICIPATION_LEVELS), startedOn: `${year}-03-01`, endedOn: `${year}-09-01` },
      });
      made.push(id);
    },
    change: async () => {
      const path = `/participations/${random.pick(made)}`;
      const { body } = await admin.get(path).expect(200);
      await admin
        .patch(path, body.version as number, { level: random.pick(PARTICIPATION_LEVELS) })
        .expect(200);
    },
    delete: async () => {
      const [id = ''] = made.splice(random.int(0, made.length - 1), 1);
      const { body } = await admin.get(`/participations/${id}`).expect(200);
      await admin.delete(`/participations/${id}?reason=test`, body.version as number).expect(204);
      gone.push(id);
    },
    restore: async () => {
      const id = gone.pop();
      if (id === undefined) return;
      await admin.post(`/participations/${id}/restore?reason=test`, {}).expect(200);
      made.push(id);
    },
    resize: async () => {
      const path = `/companies/${random.pick(companies).id}`;
      const { body } = await admin.get(path).expect(200);
      const sizeClass = random.pick(['SMALL', 'LARGE']);
      await admin.patch(path, body.version as number, { sizeClass }).expect(200);
    },
    merge: async () => {
      const company = await aCompany(admin, { sizeClass: 'SMALL' });
      const survivor = random.pick(companies);
      await admin
        .post('/merges', { survivorId: survivor.id, mergedId: company.id, reason: 'test' })
        .expect(201);
    },
  };
  for (let step = 0; step < STEPS; step += 1) {
    const kind = made.length < 3 ? 'add' : random.pick(Object.keys(change));
    await change[kind]?.();
    for (const [caller, path] of lists()) {
      const { body } = await caller.get(`${path}&perPage=100`).expect(200);
      expect(body.total, `${path} after step ${step}, ${kind}`).toBe((body.data as Made[]).length);
    }
  }
});
