import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, anActivity, anAttendance, aParticipation, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
});
afterAll(() => register.close());

const names = async (path: string): Promise<string[]> => {
  const { body } = await admin.get(path).expect(200);
  return (body.data as { name: string }[]).map(({ name }) => name);
};

describe('a list', () => {
  let centre: Made;
  let companies: Made[];
  beforeAll(async () => {
    centre = await aCentre(admin, { name: 'Fieldlab Eindhôven' });
    companies = [];
    for (const [name, kvkNumber, sizeClass] of [
      ['Jansen Metaal BV', '12345678', 'SMALL'],
      ['Café Zwolle', '00012345', 'MICRO'],
      ['Philips Machinefabriek', '87654321', 'LARGE'],
      ['Aannemer De Vries', null, null],
    ])
      companies.push(await aCompany(admin, { name, kvkNumber, sizeClass }));
    await aParticipation(admin, companies[0]?.id ?? '', centre.id, { startedOn: '2019-05-01' });
    await aParticipation(admin, companies[1]?.id ?? '', centre.id, { startedOn: '2020-05-01' });
  });

  it('is paged and sorted, with its total', async () => {
    const { body } = await admin.get('/companies?perPage=2&sort=-name').expect(200);
    expect(body.total).toBe(4);
    expect((body.data as Made[]).map(({ name }) => name)).toEqual([
      'Philips Machinefabriek',
      'Jansen Metaal BV',
    ]);
    const far = await admin.get('/companies?perPage=2&page=9').expect(200);
    expect(far.body).toEqual({ data: [], total: 4 });
  });

  it.each([1, 2, 3, 4, 100])('is whole and in order over its pages, %i records each', async (perPage) => {
    const pages = Array.from(
      { length: 4 },
      (_, page) => `/companies?sort=-name&perPage=${perPage}&page=${page + 1}`,
    );
    const all: string[] = [];
    for (const page of pages) all.push(...(await names(page)));
    expect(all).toEqual(await names('/companies?sort=-name'));
    expect(all).toHaveLength(4);
  });

  it('puts what is empty last, whichever way it is sorted', async () => {
    expect((await names('/companies?sort=kvkNumber')).at(-1)).toBe('Aannemer De Vries');
    expect((await names('/companies?sort=-kvkNumber')).at(-1)).toBe('Aannemer De Vries');
  });

  it.each([
    ['jansen', ['Jansen Metaal BV']],
    ['JANSSEN', ['Jansen Metaal BV']],
    ['cafe', ['Café Zwolle']],
    ['CAFÉ zwol', ['Café Zwolle']],
    ['philps', ['Philips Machinefabriek']],
    ['1234', ['Jansen Metaal BV']],
    ['12345678', ['Jansen Metaal BV']],
    ['000123', ['Café Zwolle']],
    ['metaal jansen', ['Jansen Metaal BV']],
    ['metaal zwolle', []],
    ['%', []],
    ['_', []],
    ["';drop table companies;--", []],
  ])('finds by q=%s', async (q, found) => {
    expect(await names(`/companies?q=${encodeURIComponent(q)}`)).toEqual(found);
  });

  it('puts what is called so first, then what begins so, then what is like it', async () => {
    const called = ['Aalbers Zonnewiel', 'Zonnewiel Techniek', 'Zonnewiel', 'Zonnewiell'];
    const made = [];
    for (const name of called) made.push(await aCompany(admin, { name }));
    const found = await names('/companies?q=zonnewiel');
    expect(found).toEqual(['Zonnewiel', 'Zonnewiel Techniek', 'Zonnewiell', 'Aalbers Zonnewiel']);
    for (const { id } of made) await admin.delete(`/companies/${id}`, 1).expect(204);
  });

  it('finds participations by company, number and centre', async () => {
    for (const [q, total] of [
      ['jansen', 1],
      ['eindhoven', 2],
      ['8765', 0],
      ['12345678', 1],
      ['jansen eindhoven', 1],
    ] as const) {
      const { body } = await admin.get(`/participations?q=${q}`).expect(200);
      expect(body.total, q).toBe(total);
    }
  });

  it.each(['/reports?edition=first', '/reports?edition=1e9', '/companies?employees=many'])(
    'says what is wrong with the filter of %s',
    async (query) => {
      const { body } = await admin.get(query).expect(400);
      expect(body.errors).toMatchObject([{ code: 'NOT_A_WHOLE_NUMBER' }]);
    },
  );

  it('filters by equality, any-of, ids and bounds on dates', async () => {
    expect(await names('/companies?sizeClass=SMALL')).toEqual(['Jansen Metaal BV']);
    expect(await names('/companies?sizeClass=SMALL&sizeClass=LARGE&sort=name')).toHaveLength(2);
    expect(await names('/companies?kvkNumber=00012345')).toEqual(['Café Zwolle']);
    const ids = companies.slice(0, 2).map(({ id }) => `id=${id.toUpperCase()}`);
    expect(await names(`/companies?${ids.join('&')}`)).toHaveLength(2);
    for (const [query, total] of [
      ['startedOnFrom=2019-05-01&startedOnTo=2019-05-01', 1],
      ['startedOnFrom=2019-05-02', 1],
      ['startedOnTo=2020-05-01', 2],
      [`centreId=${centre.id}&level=PARTICIPANT`, 2],
      ['companyName=Jansen%20Metaal%20BV', 1],
    ] as const) {
      const { body } = await admin.get(`/participations?${query}`).expect(200);
      expect(body.total, query).toBe(total);
    }
  });

  it('finds a centre by a technology of its', async () => {
    await aCentre(admin, { name: 'Laserlab', technologies: ['laser', '3D-printen'] });
    expect(await names('/centres?technologies=laser')).toEqual(['Laserlab']);
  });

  it('counts anew whatever changes what it looks at', async () => {
    const tellab = await aCentre(admin, { name: 'Tellab' });
    const company = await aCompany(admin, { name: 'Telwerk BV', kvkNumber: '55500001', sizeClass: 'SMALL' });
    const { id } = await aParticipation(admin, company.id, tellab.id);
    // One of each stays as it is: an empty list would need no counting.
    const other = await aCompany(admin, { name: 'Telwerk BV', kvkNumber: '55500011', sizeClass: 'SMALL' });
    const otherLab = await aCentre(admin, { name: 'Tellab Twee', technologies: ['tellen'] });
    await aParticipation(admin, other.id, otherLab.id);
    const totals = async (): Promise<number[]> =>
      Promise.all(
        [
          '/participations?q=telwerk%20tellab',
          '/participations?q=55500',
          '/companies?name=Telwerk%20BV&sizeClass=SMALL',
          '/companies?kvkNumber=55500001&kvkNumber=55500011',
          '/centres?technologies=tellen',
        ].map(async (path) => (await admin.get(path).expect(200)).body.total as number),
      );
    const change = async (path: string, values: object): Promise<void> => {
      const { body } = await admin.get(path).expect(200);
      await admin.patch(path, body.version as number, values).expect(200);
    };
    expect(await totals()).toEqual([2, 2, 2, 2, 1]);
    await change(`/companies/${company.id}`, { sizeClass: 'LARGE' });
    expect(await totals()).toEqual([2, 2, 1, 2, 1]);
    await change(`/companies/${company.id}`, { kvkNumber: '66600002' });
    expect(await totals()).toEqual([2, 1, 1, 1, 1]);
    await change(`/centres/${tellab.id}`, { technologies: ['tellen'] });
    expect(await totals()).toEqual([2, 1, 1, 1, 2]);
    await change(`/companies/${company.id}`, { name: 'Rekenwerk BV' });
    expect(await totals()).toEqual([1, 1, 1, 1, 2]);
    await change(`/companies/${company.id}`, {
      name: 'Telwerk BV',
      kvkNumber: '55500001',
      sizeClass: 'SMALL',
    });
    expect(await totals()).toEqual([2, 2, 2, 2, 2]);
    await admin.delete(`/participations/${id}?reason=test`, 1).expect(204);
    expect(await totals()).toEqual([1, 1, 2, 2, 2]);
    await admin.delete(`/centres/${tellab.id}?reason=test`, 2).expect(204);
    expect(await totals()).toEqual([1, 1, 2, 2, 1]);
  });

  it.each([
    'page=0',
    'perPage=101',
    'perPage=x',
    'page=1&page=2',
    'sort=nonsense',
    'sort=id;drop table companies',
    'unknown=1',
    'name[not]=',
    'sizeClass=HUGE',
    'id=not-an-id',
    'q=%00',
    'name=%00',
    'q=a&q=b',
    '__proto__=1',
    'constructor=1',
    'createdAt=x',
  ])('refuses %s', async (query) => {
    const { body } = await admin.get(`/companies?${query}`).expect(400);
    expect(body).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    expect(body.errors.length).toBeGreaterThan(0);
  });

  it.each([
    'startedOnFrom=2021-02-30',
    'startedOn=0000-01-01',
    'startedOnTo=x',
    'startedOnFrom=2020-01-01&startedOnFrom=2020-01-02',
  ])('refuses %s', async (query) => {
    await admin.get(`/participations?${query}`).expect(400);
  });

  it('tells a coordinator in how many other centres a company is, and not which', async () => {
    const other = await aCentre(admin);
    await aParticipation(admin, companies[0]?.id ?? '', other.id);
    const coordinator = await register.as('COORDINATOR', centre.id);
    const { body } = await coordinator.get(`/companies/${companies[0]?.id ?? ''}`).expect(200);
    expect(body).toMatchObject({ centreCount: 2, otherCentreCount: 1 });
    const list = await coordinator.get('/participations').expect(200);
    expect((list.body.data as Made[]).every(({ centreId }) => centreId === centre.id)).toBe(true);
    expect(list.body.total).toBe(2);
    const asked = await coordinator.get(`/participations?centreId=${other.id}`).expect(200);
    expect(asked.body).toEqual({ data: [], total: 0 });
  });
});

describe('GET /centres/silent', () => {
  const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
  /** As if it had been made long ago; over HTTP everything is made now. */
  const oldCentre = async (code: string, endedOn: string | null = null): Promise<string> => {
    const { rows } = await register.database.pool.query<{ id: string }>(
      `insert into centres (code, kind, name, started_on, ended_on, created_at)
       values ($1, 'FIELDLAB', $1, '2015-01-01', $2, $3) returning id`,
      [code, endedOn, daysAgo(200)],
    );
    return rows[0]?.id ?? '';
  };
  const codes = async (caller: Caller, query = ''): Promise<string[]> =>
    ((await caller.get(`/centres/silent${query}`).expect(200)).body.data as { code: string }[]).map(
      ({ code }) => code,
    );

  it('tells of which active centres nothing was logged, the longest silent first', async () => {
    const never = await oldCentre('STIL-1');
    const once = await oldCentre('STIL-2');
    await oldCentre('STIL-3', '2020-01-01');
    const company = await aCompany(admin);
    const { rows } = await register.database.pool.query<{ id: string }>(
      `insert into participations (company_id, centre_id, level, started_on, updated_at)
       values ($1, $2, 'PARTNER', '2026-01-01', $3) returning id`,
      [company.id, once, daysAgo(130)],
    );
    expect(await codes(admin)).toEqual(['STIL-1', 'STIL-2']);
    expect(await codes(admin, '?days=150')).toEqual(['STIL-1']);
    expect(await codes(await register.as('COORDINATOR', never))).toEqual(['STIL-1']);
    await admin.patch(`/participations/${rows[0]?.id}`, 1, { note: 'Gebeld' }).expect(200);
    expect(await codes(admin)).toEqual(['STIL-1']);
    await admin.get('/centres/silent?days=0').expect(400);
  });
});

describe('the list of activities', () => {
  it('says how many firms and people came: a merged one counts once, an attendance taken back not', async () => {
    const centre = await aCentre(admin);
    const [visited, empty] = [await anActivity(admin, centre.id), await anActivity(admin, centre.id)];
    const [one, same, other, gone] = [
      await aCompany(admin),
      await aCompany(admin),
      await aCompany(admin),
      await aCompany(admin),
    ];
    for (const { id } of [one, same, other]) await anAttendance(admin, visited.id, id, 2);
    const mistake = await anAttendance(admin, visited.id, gone.id, 40);
    await admin.delete(`/attendances/${mistake.id}`, mistake.version).expect(204);
    await register.database.pool.query('update companies set merged_into_id = $1 where id = $2', [
      one.id,
      same.id,
    ]);
    const coordinator = await register.as('COORDINATOR', centre.id);
    for (const reader of [admin, coordinator]) {
      const { body } = await reader.get(`/activities?centreId=${centre.id}&sort=title`).expect(200);
      const said = (body.data as Made[]).map(({ id, companiesPresent, peoplePresent }) => [
        id,
        companiesPresent,
        peoplePresent,
      ]);
      expect(said).toEqual([
        [visited.id, 2, 6],
        [empty.id, 0, 0],
      ]);
    }
    await admin.get('/activities?sort=companiesPresent').expect(400);
  });
});
