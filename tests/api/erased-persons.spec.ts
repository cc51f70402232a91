import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Mailer } from '@api/platform/mail/mailer';
import pg from 'pg';
import { verifyChain } from '@api/modules/audit-events/audit-chain.repository';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everythingKept } from '../support/everything-kept';
import {
  aCentre,
  aCompany,
  aLinkTo,
  anInvestment,
  anOutcome,
  aParticipation,
  aSpinOff,
  type Made,
} from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';
import { uploaded } from '../support/uploads';
import { allSent } from '../support/waiting-mails';
import { xlsx } from '../support/workbook';

let register: TestRegister;
let admin: Caller;
let owner: pg.Pool;
let centre: Made;
let outboxDir: string;
beforeAll(async () => {
  outboxDir = await mkdtemp(join(tmpdir(), 'fieldlab-outbox-'));
  register = await startTestRegister({
    mail: { smtpUrl: undefined, from: 'register@register.example', outboxDir },
  });
  admin = await register.as('ADMIN');
  owner = new pg.Pool({ connectionString: register.ownerUrl, max: 1 });
  centre = await aCentre(admin);
});
afterAll(async () => {
  await owner.end();
  await register.close();
  await rm(outboxDir, { recursive: true });
});

interface Find {
  resource: string;
  id: string;
  field: string | null;
  isErasable: boolean;
}
const search = async (...terms: string[]): Promise<Find[]> =>
  (await admin.post('/persons/search', { terms }).expect(200)).body.data as Find[];
const items = (finds: readonly Find[]) => ({
  items: finds.map(({ resource, id, field }) => ({ resource, id, field })),
});
const erase = (finds: readonly Find[]) => admin.post('/persons/erase', items(finds));
const kept = () => everythingKept(owner);
/** The lines of the database that still name one of these. */
const left = async (...terms: string[]): Promise<string[]> =>
  (await kept()).split('\n').filter((line) => terms.some((term) => line.includes(term)));
const faults = async () => (await register.database.snapshot((client) => verifyChain(client))).faults;
/** Who paid, as the figures say it. */
const funders = async (knownAt?: string): Promise<string[]> => {
  const at = knownAt === undefined ? '' : `&knownAt=${knownAt}`;
  const { body } = await admin
    .get(`/figures?from=2015-01-01&asOf=2021-05-01&indicator=investment_realised&by=funder${at}`)
    .expect(200);
  return (body as { figures: { breakdown: { key: string }[] }[] }).figures.flatMap(({ breakdown }) =>
    breakdown.map(({ key }) => key),
  );
};

const figures = async (knownAt?: string) => {
  const at = knownAt === undefined ? '' : `&knownAt=${knownAt}`;
  const { body } = await admin.get(`/figures?from=2015-01-01&asOf=2021-05-01${at}`).expect(200);
  const byFunder = await admin
    .get(`/figures?from=2015-01-01&asOf=2021-05-01&indicator=investment_realised&by=province${at}`)
    .expect(200);
  return [body.figures, byFunder.body.figures] as unknown;
};

describe('one person', () => {
  it('is found everywhere, exported, and erased for good; figures and chain stay whole', async () => {
    const company = await aCompany(admin, { sizeClass: 'SMALL', province: 'NL-OV' });
    const participation = await aParticipation(admin, company.id, centre.id, {
      note: 'Afspraak met Petronella Zuiderduin',
    });
    await admin.patch(`/participations/${participation.id}`, 1, { note: 'Belt niet meer' }).expect(200);
    const outcome = await anOutcome(admin, company.id, [centre.id], {
      title: 'Idee van Petronella Zuiderduin',
    });
    await aLinkTo(admin, 'outcomes', outcome.id, { title: 'Brief van Petronella Zuiderduin' });
    const hangs = { companyId: company.id, centreId: centre.id };
    const contact = await admin
      .post('/contacts', { ...hangs, name: 'Petronella Zuiderduin', email: 'p.zuiderduin@firma.example' })
      .set('Idempotency-Key', 'contact-of-petronella')
      .expect(201);
    await admin.delete(`/contacts/${String(contact.body.id)}`, 1).expect(204);
    await admin.post('/notes', { ...hangs, text: 'petronella zuiderduin is met pensioen' }).expect(201);
    await admin
      .patch(`/companies/${company.id}?reason=verzoek%20van%20Petronella%20Zuiderduin`, 1, {
        sizeClass: 'LARGE',
      })
      .expect(200);
    const knownAt = new Date().toISOString();
    const before = [await figures(), await figures(knownAt)];

    const found = await search('PETRONELLA Zuiderduin', 'p.zuiderduin@firma.example');
    expect(found.map(({ resource, field }) => [resource, field]).sort()).toEqual(
      [
        ...[
          ['audit-events', 'reason'],
          ['contacts', null],
          ['evidence', null],
          ['notes', null],
        ],
        ...[
          ['outcomes', 'title'],
          ['participations', 'note'],
        ],
      ].sort(),
    );
    const exported = await admin.post('/persons/export', items(found)).expect(200);
    expect(exported.text.match(/etronella [Zz]uiderduin/g)).toHaveLength(7);
    expect(exported.headers['content-disposition']).toContain('personal-data.json');

    await erase(found).expect(204);
    expect(await left('etronella', 'zuiderduin')).toEqual([]);
    expect(await search('Petronella Zuiderduin')).toEqual([]);
    expect([await figures(), await figures(knownAt)]).toEqual(before);
    expect(await faults()).toEqual([]);
    // What says nothing of the person is still there, also in earlier versions.
    const { body } = await admin.get(`/participations/${participation.id}/history`).expect(200);
    expect(JSON.stringify(body)).toContain('2019-01-01');
    const { body: trail } = await admin.get('/audit-events?action=VALUES_ERASED').expect(200);
    expect((trail.data as Find[]).map(({ resource }) => resource).sort()).toEqual([
      'evidence',
      'outcomes',
      'participations',
    ]);
    const { body: exports } = await admin.get('/audit-events?action=EXPORT').expect(200);
    expect(exports.data).toHaveLength(1);
    await erase(found).expect(400);
  });

  it('has the account erased once it was ended, with its sessions, tokens and mails', async () => {
    const leaving = await register.as('COORDINATOR', centre.id);
    const mailer = register.app.get(Mailer);
    await register.database.transaction(async (client) => {
      for (const address of [leaving.email, 'stays@register.example'])
        await mailer.post(client, { to: { name: 'N', address }, subject: 's', text: 't' });
    });
    mailer.wake();
    await allSent(register);
    const account = await search(leaving.email);
    expect(account).toMatchObject([{ resource: 'users', id: leaving.id, isErasable: false }]);
    const refused = await erase(account).expect(409);
    expect(refused.body.code).toBe('ACCOUNT_IN_USE');
    const exported = await admin.post('/persons/export', items(account)).expect(200);
    expect(exported.body.items[0].related.sessions).toHaveLength(1);
    expect(exported.text).not.toMatch(/token_hash|password_hash/);
    await admin.delete(`/users/${leaving.id}`, 1).expect(204);
    await erase(account).expect(204);
    expect(await left(leaving.email)).toEqual([]);
    expect(await readdir(outboxDir)).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });

  it('is searched, exported and erased by administrators alone', async () => {
    for (const role of ['EVALUATOR', 'VIEWER', 'COORDINATOR'] as const) {
      const caller = await (role === 'COORDINATOR' ? register.as(role, centre.id) : register.as(role));
      await caller.post('/persons/search', { terms: ['Anna'] }).expect(403);
    }
    await admin.post('/persons/search', { terms: ['An'] }).expect(400);
    await admin.post('/persons/search', { terms: [] }).expect(400);
  });
});

describe('a sole trader', () => {
  const NAMES = ['Karel Karelsen', 'karel karelsen', '87654321', '7411 KT', '7411KT', 'karelsen.example'];

  it('is erased to the id of the record, in every version and every place', async () => {
    // The first name came while the firm had another legal form, so that the trail holds it as it was typed.
    const { id } = await aCompany(admin, {
      ...{ name: 'Karel Karelsen Lastechniek', kvkNumber: '87654321', legalForm: 'VOF', sizeClass: 'MICRO' },
      ...{ postcode: '7411KT', municipality: 'Deventer', province: 'NL-OV', website: 'karelsen.example' },
    });
    await admin
      .patch(`/companies/${id}`, 1, { legalForm: 'EENMANSZAAK', name: 'Karel Karelsen' })
      .expect(200);
    await aParticipation(admin, id, centre.id, { note: 'Karel Karelsen komt zelf' });
    await anInvestment(admin, centre.id, { companyId: id, funder: 'Karel Karelsen', note: 'van 87654321' });
    await aSpinOff(admin, [centre.id], { name: 'Karel Karelsen Robots', parentCompanyId: id });
    const hangs = { companyId: id, centreId: centre.id };
    await admin.post('/contacts', { ...hangs, name: 'Karel Karelsen' }).expect(201);
    const other = await aCompany(admin, { legalForm: 'EENMANSZAAK', name: 'Karel Karelsen Twee' });
    const merged = { survivorId: id, mergedId: other.id, fields: ['name'], reason: 'is Karel Karelsen' };
    const merge = await admin.post('/merges', merged).expect(201);
    await admin.post(`/companies/matches`, { companies: [{ name: 'Karel Karelsen' }] }).expect(200);
    const knownAt = new Date().toISOString();
    const before = [await figures(), await figures(knownAt)];
    const paid = [await funders(), await funders(knownAt)];

    const found = await search('Karel Karelsen', '87654321');
    expect(found.filter(({ isErasable }) => !isErasable)).toEqual([]);
    await erase(found.filter(({ resource }) => resource === 'companies')).expect(204);
    expect(await left(...NAMES)).toEqual([]);
    expect(await search('Karel Karelsen', '87654321')).toEqual([]);
    expect([await figures(), await figures(knownAt)]).toEqual(before);
    const renamed = (key: string): string => (key === 'Karel Karelsen' ? id : key);
    const isPaidBy = [await funders(), await funders(knownAt)];
    expect(isPaidBy.map((keys) => keys.sort())).toEqual(paid.map((keys) => keys.map(renamed).sort()));
    expect(isPaidBy[0]).toContain(id);
    expect(await faults()).toEqual([]);

    const { body } = await admin.get(`/companies/${id}`).expect(200);
    expect(body).toMatchObject({ id, name: id, kvkNumber: null, postcode: null, municipality: null });
    expect(body).toMatchObject({ sizeClass: 'MICRO', province: 'NL-OV' });
    for (const change of [{ name: 'Karel' }, { kvkNumber: '87654321' }, { postcode: '7411KT' }]) {
      const refused = await admin.patch(`/companies/${id}`, Number(body.version), change).expect(409);
      expect(refused.body.code).toBe('ERASED_FOR_GOOD');
    }
    const merges = `/merges/${String(merge.body.id)}`;
    const { version } = (await admin.get(merges).expect(200)).body as Made;
    await admin.delete(merges, version).expect(204);
    expect(await left(...NAMES)).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  it('is erased from what imports keep, and the same workbook brings nothing back', async () => {
    const sheets = {
      companies: [
        ['ref', 'kvk_number', 'name', 'legal_form', 'postcode', 'municipality'],
        ['c1', '11223344', 'Zwaantje Zwart Advies', 'Eenmanszaak', '8011 AA', 'Zwolle'],
        ['zwaantje', '11223344', 'Zwaantje Zwart', 'Eenmanszaak', '8011 AA', 'Zwolle'],
      ],
      participations: [
        ['company_ref', 'centre_code', 'level', 'started_on'],
        ['c1', String(centre.code), 'PARTICIPANT', '2019-01-01'],
      ],
    };
    const first = await uploaded(admin, xlsx(sheets));
    expect(first).toMatchObject({ status: 'DONE', counts: { companies: { created: 1 } } });
    expect(await left('Zwaantje')).not.toEqual([]);
    const found = await search('Zwaantje Zwart');
    await erase(found.filter(({ resource }) => resource === 'companies')).expect(204);
    expect(await left('Zwaantje', 'zwaantje', '11223344', '8011 AA')).toEqual([]);
    const again = await uploaded(admin, xlsx(sheets));
    expect(again).toMatchObject({ status: 'DONE', counts: { companies: { created: 0 } } });
    expect((await admin.get('/companies?q=zwaantje').expect(200)).body.total).toBe(0);
    expect(await faults()).toEqual([]);
  });

  it('is a person, and a firm that is none is not erased', async () => {
    const { id } = await aCompany(admin, { name: 'Geen Persoon', legalForm: 'BV' });
    const refused = await erase([{ resource: 'companies', id, field: null, isErasable: false }]).expect(409);
    expect(refused.body.code).toBe('NOT_A_NATURAL_PERSON');
  });
});

describe('values that were erased from the trail', () => {
  async function foundAfter(statement: string): Promise<string[]> {
    const client = await owner.connect();
    await client.query('begin');
    try {
      await client.query(statement);
      return (await verifyChain(client)).faults;
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  it.each([
    ['update audit_events set action = $$DELETE$$ where erased_by is not null', /An entry of link/],
    [
      'update audit_events set values_digest = sha256($$x$$) where erased_by is not null',
      /values of entries/,
    ],
    [`delete from audit_events where action = 'VALUES_ERASED'`, /update or delete on table|had \d+ entries/],
    [
      'update audit_events set before = null, after = null, salt = null where action = $$CREATE$$',
      /An entry of link/,
    ],
  ])('are missed by whoever verifies: %s', async (statement, fault) => {
    const told = await foundAfter(statement).catch((error: unknown) => [String(error)]);
    expect(told.join(' ')).toMatch(fault);
  });
});
