import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, aParticipation, kvkNumber, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
});
afterAll(() => register.close());

const periods = async (id: string, part: 'numbers' | 'profiles'): Promise<Made[]> =>
  (await admin.get(`/companies/${id}/${part}`).expect(200)).body.data as Made[];
const merge = (away: string, survivor: string) =>
  register.database.pool.query('update companies set merged_into_id = $2 where id = $1', [away, survivor]);

describe('the periods of a company', () => {
  it('are corrected without a day, and begin anew on one', async () => {
    const { id } = await aCompany(admin, { sizeClass: 'MICRO', municipality: 'Zwolle' });
    await admin.patch(`/companies/${id}`, 1, { municipality: 'Deventer' }).expect(200);
    expect(await periods(id, 'profiles')).toHaveLength(1);
    const grown = await admin
      .patch(`/companies/${id}?effectiveOn=2020-01-01`, 2, { sizeClass: 'SMALL' })
      .expect(200);
    expect(grown.body).toMatchObject({ sizeClass: 'SMALL', municipality: 'Deventer', version: 3 });
    expect(await periods(id, 'profiles')).toMatchObject([
      { validFrom: '2020-01-01', validTo: null, sizeClass: 'SMALL', municipality: 'Deventer' },
      { validFrom: null, validTo: '2020-01-01', sizeClass: 'MICRO' },
    ]);
    await admin.patch(`/companies/${id}?effectiveOn=2018-01-01`, 3, { sizeClass: 'SMALL' }).expect(200);
    expect((await periods(id, 'profiles')).map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2020-01-01', null],
      ['2018-01-01', '2020-01-01'],
      [null, '2018-01-01'],
    ]);
  });

  it('keep a former number, which still finds the company and is nobody else’s', async () => {
    const [before, after] = [kvkNumber(), kvkNumber()];
    const { id } = await aCompany(admin, { kvkNumber: before });
    const moved = await admin
      .patch(`/companies/${id}?effectiveOn=2020-06-01`, 1, { kvkNumber: after })
      .expect(200);
    expect(moved.body.kvkNumber).toBe(after);
    expect(await periods(id, 'numbers')).toMatchObject([
      { number: after, validFrom: '2020-06-01', scheme: 'KVK' },
      { number: before, validTo: '2020-06-01' },
    ]);
    expect((await admin.get(`/companies?q=${before}`).expect(200)).body.data).toMatchObject([{ id }]);
    const taken = await admin.post('/companies', { name: 'Ander', kvkNumber: before }).expect(409);
    expect(taken.body).toMatchObject({ code: 'DUPLICATE_NUMBER', about: { companyId: id } });
    const none = await admin
      .patch(`/companies/${id}?effectiveOn=2022-01-01`, 2, { kvkNumber: null })
      .expect(200);
    expect(none.body.version).toBe(3);
    expect((await periods(id, 'numbers'))[0]).toMatchObject({ number: after, validTo: '2022-01-01' });
  });

  it('are of dated fields only', async () => {
    const { id } = await aCompany(admin);
    await admin.patch(`/companies/${id}?effectiveOn=2020-01-01`, 1, { name: 'Andere naam' }).expect(400);
    await admin.patch(`/companies/${id}?effectiveOn=2020-02-30`, 1, { sizeClass: 'SMALL' }).expect(400);
  });

  it('show in the history of their company', async () => {
    const { id } = await aCompany(admin, { sizeClass: 'MICRO', kvkNumber: '55554444' });
    await admin
      .patch(`/companies/${id}?reason=gegroeid`, 1, { sizeClass: 'SMALL', name: 'Groter BV' })
      .expect(200);
    await admin.patch(`/companies/${id}`, 2, { kvkNumber: '55554445' }).expect(200);
    const past = await admin
      .patch(`/companies/${id}?effectiveOn=2001-01-01`, 3, { sizeClass: 'SMALL' })
      .expect(200);
    expect(past.body.version).toBe(4);
    const { body } = await admin.get(`/companies/${id}/history`).expect(200);
    expect(body.total).toBe(4);
    expect(body.data[0].changes).toMatchObject({ profiles: { to: [{ validFrom: '2001-01-01' }, {}] } });
    expect(body.data[1].changes).toEqual({ kvkNumber: { from: '55554444', to: '55554445' } });
    expect(body.data[2]).toMatchObject({
      ...{ version: 2, reason: 'gegroeid', actor: { id: admin.id, name: admin.name } },
      changes: { sizeClass: { from: 'MICRO', to: 'SMALL' }, name: { to: 'Groter BV' } },
    });
    expect(body.data[3].changes).toMatchObject({ kvkNumber: { from: null, to: '55554444' } });
  });
});

describe('a company that was merged into another', () => {
  let survivor: Made;
  let away: Made;
  let centre: Made;
  beforeAll(async () => {
    [survivor, away, centre] = [
      await aCompany(admin),
      await aCompany(admin, { kvkNumber: '44443333' }),
      await aCentre(admin),
    ];
    await aParticipation(admin, away.id, centre.id, { endedOn: '2020-01-01' });
    await merge(away.id, survivor.id);
  });

  it('is read by its id, and left out of lists', async () => {
    const { body } = await admin.get(`/companies/${away.id}`).expect(200);
    expect(body.mergedIntoId).toBe(survivor.id);
    const list = await admin.get('/companies?perPage=100').expect(200);
    expect((list.body.data as Made[]).map(({ id }) => id)).not.toContain(away.id);
    expect(
      (await admin.get(`/companies?q=${String(away.name).replaceAll(' ', '+')}`)).body.data,
    ).not.toMatchObject([{ id: away.id }]);
  });

  it('gives what it had to the survivor', async () => {
    const { body } = await admin.get(`/companies/${survivor.id}`).expect(200);
    expect(body).toMatchObject({ centreCount: 1, mergedIntoId: null });
    expect((await admin.get('/companies?q=44443333').expect(200)).body.data).toMatchObject([
      { id: survivor.id },
    ]);
  });

  it('is not written to', async () => {
    const version = (await admin.get(`/companies/${away.id}`)).body.version as number;
    for (const answer of [
      await admin.patch(`/companies/${away.id}`, version, { name: 'x' }).expect(409),
      await admin.delete(`/companies/${away.id}`, version).expect(409),
    ])
      expect(answer.body.code).toBe('MERGED_AWAY');
  });

  it('hands new participations to the survivor, where the old ones stand in their way', async () => {
    const sent = { companyId: away.id, centreId: centre.id, level: 'PARTNER' };
    const { body } = await admin.post('/participations', { ...sent, startedOn: '2020-01-01' }).expect(201);
    expect(body.companyId).toBe(survivor.id);
    const overlapping = await admin
      .post('/participations', { ...sent, startedOn: '2019-06-01', endedOn: '2019-07-01' })
      .expect(409);
    expect(overlapping.body.code).toBe('PARTICIPATION_OVERLAP');
  });
});

describe('POST /companies/matches', () => {
  const matches = async (...companies: object[]) =>
    (await admin.post('/companies/matches', { companies }).expect(200)).body.data as {
      company: Made | null;
      by: string | null;
      lookAlikes: Made[];
    }[];

  it('knows a firm by its number, with the zeros that Excel dropped, and by its former one', async () => {
    const [former, current] = ['00012345', kvkNumber()];
    const { id } = await aCompany(admin, { name: 'Nul Vooraan BV', kvkNumber: former });
    await admin.patch(`/companies/${id}?effectiveOn=2020-06-01`, 1, { kvkNumber: current }).expect(200);
    const found = await matches({ kvkNumber: '12345' }, { name: 'Iets anders', kvkNumber: current });
    expect(found.map(({ company, by }) => [company?.id, by])).toEqual([
      [id, 'NUMBER'],
      [id, 'NUMBER'],
    ]);
  });

  it('knows a firm by its very name when there is one, and else shows those that look alike', async () => {
    const { id } = await aCompany(admin, { name: 'Kwartelhof Metaal B.V.', postcode: '7511 AB' });
    const [same, elsewhere, numbered, misspelt, unknown] = await matches(
      { name: 'KWARTELHOF METAAL' },
      { name: 'Kwartelhof Metaal BV', postcode: '1011 AA' },
      { name: 'Kwartelhof Metaal', kvkNumber: '87654399' },
      { name: 'Kwartelhoff Metaal' },
      { name: 'Zeppelin Onbekend' },
    );
    expect(same).toMatchObject({ company: { id }, by: 'NAME', lookAlikes: [] });
    for (const doubtful of [elsewhere, numbered, misspelt])
      expect(doubtful).toMatchObject({ company: null, by: null, lookAlikes: [{ id }] });
    expect(unknown).toEqual({ company: null, by: null, lookAlikes: [], matches: [], deleted: null });
    const twin = await aCompany(admin, { name: 'Kwartelhof Metaal NV' });
    const [doubtful] = await matches({ name: 'kwartelhof metaal' });
    expect(doubtful?.company).toBeNull();
    expect(doubtful?.lookAlikes.map((one) => one.id).sort()).toEqual([id, twin.id].sort());
  });

  it('says how likely each is, and why, in the words of the reader', async () => {
    const { id } = await aCompany(admin, {
      ...{ name: 'Dorrestein Fijnmechanica B.V.', municipality: 'Ede', postcode: '6711 AA' },
      website: 'https://www.dorrestein.example',
    });
    const answer = await admin
      .post('/companies/matches', {
        companies: [
          { name: 'Dorestein Fijnmechanica', postcode: '6711AA', municipality: 'Ede' },
          { name: 'Heel anders', website: 'dorrestein.example/contact' },
        ],
      })
      .set('Accept-Language', 'nl')
      .expect(200);
    const [similar, sameSite] = answer.body.data as { matches: Made[] }[];
    expect(similar?.matches).toMatchObject([{ company: { id } }]);
    expect(similar?.matches[0]?.score).toBeGreaterThan(0.7);
    const texts = (similar?.matches[0]?.reasons as { text: string }[]).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Zelfde postcode', 'Zelfde plaats']));
    expect(sameSite?.matches).toMatchObject([{ company: { id } }]);
    await admin.post('/companies/matches', { companies: new Array(101).fill({ name: 'x' }) }).expect(400);
  });

  it('offers a deleted company with that number, until another has it', async () => {
    const number = kvkNumber();
    const gone = await aCompany(admin, { kvkNumber: number });
    const ask = async () =>
      (await admin.post('/companies/matches', { companies: [{ kvkNumber: number }] }).expect(200)).body
        .data[0] as { deleted: Made | null };
    expect((await ask()).deleted).toBeNull();
    await admin.delete(`/companies/${gone.id}`, 1).expect(204);
    expect((await ask()).deleted).toMatchObject({ id: gone.id, name: gone.name });
    await admin.post(`/companies/${gone.id}/restore`).expect(200);
    expect((await ask()).deleted).toBeNull();
    await admin.delete(`/companies/${gone.id}`, 3).expect(204);
    await aCompany(admin, { kvkNumber: number });
    expect((await ask()).deleted).toBeNull();
  });

  it('answers the firm that a merged one is now', async () => {
    const number = kvkNumber();
    const [away, survivor] = [await aCompany(admin, { kvkNumber: number }), await aCompany(admin)];
    await merge(away.id, survivor.id);
    expect((await matches({ kvkNumber: number }))[0]?.company?.id).toBe(survivor.id);
  });
});
