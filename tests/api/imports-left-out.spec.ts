import { randomUUID } from 'node:crypto';
import { ImportWorker } from '@api/modules/imports/import-worker.service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOfCsv } from '../support/csv-zip';
import { aCentre, aCompany, aParticipation, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';
import { uploaded } from '../support/uploads';

/** A doubtful row that should not have been imported goes again, with what came with it. */
describe('a company left out of an import', () => {
  let register: TestRegister;
  let admin: Caller;
  beforeAll(async () => {
    register = await startTestRegister();
    register.app.get(ImportWorker).start();
    admin = await register.as('ADMIN');
    await aCentre(admin, { code: 'FL-UIT' });
  });
  afterAll(() => register.close());

  async function imported(name: string): Promise<{ importId: string; company: Made }> {
    const { id, faults } = await uploaded(
      admin,
      zipOfCsv({
        'companies.csv': `ref;name\nC1;${name}\n`,
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
