import { WorkService } from '@api/platform/work/work.service';
import type { EditionCell, EditionDocument } from '@fieldlab/domain';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LinearProgramme } from '../support/disclosure/linear-programme';
import { aCentre, aCompany, anActivity, anAttendance, aParticipation } from '../support/made';
import { publishApproved } from '../support/publishing';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

/**
 * The product as it is after somebody added `pilots` and `postcodeArea` by docs/adding-an-indicator.md: the project of this
 * file changes the sources so, and nothing else. What is public then must give as little away as anything else.
 */
let register: TestRegister;
let admin: Caller;
let author: Caller;
let approver: Caller;
let hub: string;
let centres: string[];

beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  [author, approver] = [await register.as('EVALUATOR'), await register.as('EVALUATOR')];
  // The process beside the server runs a program that was made of the sources as they are.
  const work = register.app.get(WorkService);
  vi.spyOn(work, 'run').mockImplementation(async (task, input) =>
    (await task.load())(input, { progress: () => undefined }),
  );
  const { id: hubId, code } = await aCentre(admin, { kind: 'HUB', code: 'HUB-1' });
  hub = `hub:${String(code)}`;
  const all = [
    await aCentre(admin, { hubId }),
    await aCentre(admin, { hubId }),
    await aCentre(admin, { hubId }),
  ];
  centres = all.map((centre) => String(centre.code));
  const [a = '', b = '', c = ''] = all.map(({ id }) => id);
  await pilots(a, '2019-03-01', 2);
  await pilots(a, '2019-09-01', 6);
  await pilots(b, '2019-03-01', 7);
  await pilots(c, '2019-03-01', 9);
  await participants(a, '7811', 2);
  await participants(a, '9401', 6);
  await participants(b, '8011', 7);
  await participants(c, '9401', 9);
});
afterAll(() => register.close());

async function pilots(centreId: string, heldOn: string, companies: number): Promise<void> {
  const { id } = await anActivity(admin, centreId, { heldOn, kind: 'PILOT' });
  for (let count = 0; count < companies; count += 1)
    await anAttendance(admin, id, (await aCompany(admin)).id);
}

async function participants(centreId: string, area: string, companies: number): Promise<void> {
  for (let count = 0; count < companies; count += 1) {
    const { id } = await aCompany(admin, { postcode: `${area} AA` });
    await aParticipation(admin, id, centreId, { startedOn: '2019-02-01' });
  }
}

const YEAR = { from: '2019-01-01', asOf: '2019-12-31' };

/** The figure of a report as everybody has it. */
async function told(values: object) {
  const report = { title: 'R', language: 'en', by: [], scope: 'programme', ...YEAR, ...values };
  const { body } = await author.post('/reports', report).expect(201);
  const { id } = body as { id: string };
  await author.post(`/reports/${id}/submit`).expect(200);
  await approver.post(`/reports/${id}/approve`).expect(200);
  await publishApproved(author, id);
  const answer = await request(register.server).get(`/api/v1/public/reports/${id}/editions/1`).expect(200);
  const [figure] = (answer.body as EditionDocument).figures;
  if (!figure) throw new Error('The report has no figure');
  const cells = new Map(figure.breakdown?.map((cell: EditionCell) => [cell.key, cell.value]));
  return { value: figure.value, cells };
}

/** Adds what a number tells: of unknowns that are nothing or more. */
function learn(programme: LinearProgramme, names: readonly string[], value: unknown): void {
  const terms = names.map((name): [number, string] => [1, name]);
  if (value === null) programme.row(terms, '>=', 1);
  else programme.row(terms, '=', Number(value));
}

async function expectHidden(programme: LinearProgramme, name: string): Promise<void> {
  const [least, most] = await programme.bounds([[1, name]]);
  expect(most - least, name).toBeGreaterThanOrEqual(3 - 1e-6);
}

describe('an indicator that was added', () => {
  it('is counted, and told where enough companies stand behind it', async () => {
    const { value, cells } = await told({ indicators: ['pilots'], by: ['centre'] });
    expect(value).toBe(24);
    expect([...cells.values()].toSorted()).toEqual([7, 8, 9]);
  });

  it('gives away neither by a later beginning nor by quarter that two companies attended in spring', async () => {
    const programme = new LinearProgramme();
    learn(programme, ['spring', 'autumn'], 8);
    const later = { from: '2019-07-01', scope: `centre:${centres[0] ?? ''}` };
    const autumn = await told({ ...later, indicators: ['pilots'] });
    learn(programme, ['autumn'], autumn.value);
    const quarters = await told({ ...later, from: YEAR.from, indicators: ['pilots'], by: ['quarter'] });
    learn(programme, ['spring'], quarters.cells.get('2019-Q1'));
    learn(programme, ['autumn'], quarters.cells.get('2019-Q3'));
    await expectHidden(programme, 'spring');
    // Of the hub as a whole enough companies stand behind each quarter, and its other centres are told for the year.
    const { cells } = await told({ scope: hub, indicators: ['pilots'], by: ['quarter'] });
    learn(programme, ['spring', 'spring at b', 'spring at c'], cells.get('2019-Q1'));
    learn(programme, ['autumn', 'autumn at b', 'autumn at c'], cells.get('2019-Q3'));
    learn(programme, ['spring at b', 'autumn at b'], 7);
    learn(programme, ['spring at c', 'autumn at c'], 9);
    await expectHidden(programme, 'spring');
  });
});

describe('a breakdown that was added', () => {
  it('gives an area of two companies away neither by its total nor by another scope', async () => {
    const indicators = ['companies_participated'];
    const programme = new LinearProgramme();
    const all = await told({ indicators, by: ['postcodeArea'] });
    expect(all.value).toBe(24);
    expect(all.cells.get('7811')).toBeNull();
    learn(programme, ['7811', '9401', '8011'], all.value);
    for (const [key, value] of all.cells) learn(programme, [key], value);
    await expectHidden(programme, '7811');
    const there = await told({ indicators, by: ['postcodeArea'], scope: `centre:${centres[0] ?? ''}` });
    learn(programme, ['7811 at a', '9401 at a'], there.value);
    for (const [key, value] of there.cells) learn(programme, [`${key} at a`], value);
    // Nobody of the area is anywhere else.
    programme.row(
      [
        [1, '7811'],
        [-1, '7811 at a'],
      ],
      '=',
      0,
    );
    await expectHidden(programme, '7811');
  });
});
