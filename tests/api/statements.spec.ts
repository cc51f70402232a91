import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDemonstration } from '../support/importing';
import { statementsOf } from '../support/recorded-statements';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

/**
 * What is asked of the database where a statement is put together from many parts, in `tests/statements`: a review sees
 * there what a change makes of it. `npx vitest run -u --project api statements` writes them anew.
 */
let register: TestRegister;
let admin: Caller;
let imported = '';

beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  imported = await statementsOf(() => importDemonstration(register));
});
afterAll(() => register.close());

const fileOf = (name: string): string => `../statements/${name}.sql`;

describe('the large statements', () => {
  it('of an import are those of the repository', async () => {
    await expect(imported).toMatchFileSnapshot(fileOf('import'));
  });

  it.each([
    ['companies-page', '/companies?sort=name&perPage=25'],
    ['companies-found', '/companies?q=metaal%20twente'],
    ['companies-filtered', '/companies?province=NL-OV&sizeClass=SMALL&sort=-updatedAt'],
    ['company-history', '/companies/{companies}/history'],
    [
      'company-matches',
      '/companies/matches',
      { companies: [{ name: 'Metaal Twente BV', postcode: '7511 AA' }] },
    ],
    ['participations-page', '/participations?sort=-startedOn'],
    ['participations-further', '/participations?sort=-startedOn&perPage=2&page=3'],
    ['participations-found', '/participations?q=zwolle%20metaal&level=PARTNER'],
    ['activities-page', '/activities'],
    ['investments-page', '/investments'],
    ['outcomes-page', '/outcomes'],
    ['spin-offs-page', '/spin-offs'],
    ['workbook', '/workbook.xlsx'],
    ['duplicates', '/duplicates?status=OPEN'],
    ['notifications', '/notifications'],
    ['person-found', '/persons/search', { terms: ['Jansen'] }],
  ] as [string, string, object?][])('of %s are those of the repository', async (name, path, body) => {
    const [, kind] = /\{(\w+)\}/.exec(path) ?? [];
    const asked = kind === undefined ? path : path.replace(`{${kind}}`, await firstOf(kind));
    const text = await statementsOf(async () => {
      const { status } = await (body ? admin.post(asked, body) : admin.get(asked));
      expect(status).toBe(200);
    });
    expect(text, `${path} asks nothing that is large`).not.toBe('');
    await expect(text).toMatchFileSnapshot(fileOf(name));
  });
});

it('of taking an import back are those of the repository', async () => {
  const { body } = await admin.get('/imports').expect(200);
  const [{ id }] = (body as { data: [{ id: string }] }).data;
  const text = await statementsOf(async () => {
    await admin.post(`/imports/${id}/undo`).expect(200);
  });
  await expect(text).toMatchFileSnapshot(fileOf('import-taken-back'));
});

async function firstOf(kind: string): Promise<string> {
  const { body } = await admin.get(`/${kind}?perPage=1`).expect(200);
  return (body as { data: { id: string }[] }).data[0]?.id ?? '';
}
