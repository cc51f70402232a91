import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOfCsv } from '../support/csv-zip';
import { aCentre, aCompany, aParticipation, kvkNumber, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';
import { uploaded } from '../support/uploads';

/** A doubtful row that should not have been imported goes again, with what came with it. */
describe('a company left out of an import', () => {
  let register: TestRegister;
  let admin: Caller;
  beforeAll(async () => {
    register = await startTestRegister();
    admin = await register.as('ADMIN');
    await aCentre(admin, { code: 'FL-UIT' });
  });
  afterAll(() => register.close());

  async function imported(name: string, number = ''): Promise<{ importId: string; company: Made }> {
    const { id, faults } = await uploaded(
      admin,
      zipOfCsv({
        'companies.csv': `ref;name;kvk_number\nC1;${name};${number}\n`,
        'participations.csv':
          'company_ref;centre_code;level;started_on;last_day\nC1;FL-UIT;PARTNER;2020-01-01;2020-06-30\nC1;FL-UIT;PARTNER;2021-01-01;\n',
        'investments.csv':
          'ref;centre_code;source;status;amount_eur;dated_on;company_ref\nI1;FL-UIT;COMPANIES;REALISED;1000;2020-02-01;C1\n',
      }),
    );
    expect(faults).toEqual([]);
    const { body } = await admin.get(`/companies?q=${encodeURIComponent(name)}`).expect(200);
    const [company] = (body as { data: Made[] }).data;
    if (!company) throw new Error(`${name} was not imported`);
    return { importId: id, company };
  }
  const at = (importId: string, companyId: string): string =>
    `/imports/${importId}/companies/${companyId}/left-out`;

  it('says how many rows go with it, and goes with them', async () => {
    const { importId, company } = await imported('Weg Ermee BV');
    const said = {
      companyId: company.id,
      name: 'Weg Ermee BV',
      records: { participations: 2, investments: 1 },
    };
    expect((await admin.get(at(importId, company.id)).expect(200)).body).toEqual(said);
    await admin.get(`/companies/${company.id}`).expect(200);
    expect((await admin.post(at(importId, company.id)).expect(200)).body).toEqual(said);
    await admin.get(`/companies/${company.id}`).expect(404);
    const { body } = await admin.get(`/participations?companyId=${company.id}`);
    expect((body as { total?: number }).total ?? 0).toBe(0);
    await admin.get(at(importId, company.id)).expect(404);
    await admin.post(at(importId, company.id)).expect(404);
  });

  it('comes back with what went with it and nothing else, and can be left out again', async () => {
    const { importId, company } = await imported('Toch Terug BV');
    const path = at(importId, company.id);
    await admin.delete(path, 0).expect(404);
    const { body: list } = await admin.get(`/participations?companyId=${company.id}`).expect(200);
    const [earlier] = (list as { data: Made[] }).data;
    if (!earlier) throw new Error('No participation was imported.');
    await admin.delete(`/participations/${earlier.id}`, earlier.version).expect(204);
    const figures = async (): Promise<unknown> =>
      (await admin.get('/figures?indicator=investment_realised&indicator=companies_reached').expect(200)).body
        .figures;
    const before = await figures();
    const said = {
      companyId: company.id,
      ...{ name: 'Toch Terug BV', records: { participations: 1, investments: 1 } },
    };
    expect((await admin.post(path).expect(200)).body).toEqual(said);
    expect(await figures()).not.toEqual(before);
    expect((await admin.delete(path, 0).expect(200)).body).toEqual(said);
    expect((await admin.get(`/companies/${company.id}`).expect(200)).body).toMatchObject({ name: said.name });
    expect(await figures()).toEqual(before);
    await admin.get(`/participations/${earlier.id}`).expect(404);
    await admin.delete(path, 0).expect(404);
    expect((await admin.post(path).expect(200)).body).toEqual(said);
  });

  it('does not come back while another company has its number', async () => {
    const number = kvkNumber();
    const { importId, company } = await imported('Nummer Kwijt BV', number);
    const path = at(importId, company.id);
    await admin.post(path).expect(200);
    const holder = await aCompany(admin, { kvkNumber: number });
    const { body } = await admin.delete(path, 0).expect(409);
    expect(body).toMatchObject({ code: 'DUPLICATE_NUMBER' });
    await admin.delete(`/companies/${holder.id}`, holder.version).expect(204);
    await admin.delete(path, 0).expect(200);
  });

  it('stays when something else was built on it', async () => {
    const { importId, company } = await imported('Blijft Staan BV');
    const other = await aCentre(admin);
    await aParticipation(admin, company.id, other.id);
    const { body } = await admin.post(at(importId, company.id)).expect(409);
    expect(body).toMatchObject({ code: 'BUILT_UPON' });
    const edited = await imported('Is Gewijzigd BV');
    await admin
      .patch(`/companies/${edited.company.id}`, edited.company.version, { name: 'Anders BV' })
      .expect(200);
    await admin.post(at(edited.importId, edited.company.id)).expect(409);
  });

  it('is one that the import made, for who may see the import', async () => {
    const { importId, company } = await imported('Alleen Hier BV');
    const known = await aCompany(admin);
    await admin.get(at(importId, known.id)).expect(404);
    await admin.post(at(importId, known.id)).expect(404);
    await admin.post(at(randomUUID(), company.id)).expect(404);
    const coordinator = await register.as('COORDINATOR');
    await coordinator.post(at(importId, company.id)).expect(404);
    const evaluator = await register.as('EVALUATOR');
    await evaluator.get(at(importId, company.id)).expect(403);
  });
});
