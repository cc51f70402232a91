import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '@api/platform/config/project-root';
import type { CheckedNumbers } from '@api/modules/public/public.dto';
import type { EditionFigure, EditionMembersFile, SealedEdition } from '@fieldlab/domain';
import canonicalize from 'canonicalize';
import pg from 'pg';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDemonstration } from '../support/importing';
import { publishApproved } from '../support/publishing';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
let author: Caller;
let approver: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  await importDemonstration(register);
  [admin, author, approver] = [
    await register.as('ADMIN'),
    await register.as('EVALUATOR'),
    await register.as('EVALUATOR'),
  ];
});
afterAll(() => register.close());

const LETTER = {
  title: 'Letter to parliament',
  language: 'en',
  asOf: '2021-05-01',
  from: '2015-01-01',
  indicators: ['companies_participated', 'companies_participating', 'investment_realised', 'sme_share'],
  by: ['province', 'year'],
  text: '{{companies_participated}} companies took part, of which {{companies_participated:province=NL-OV}} in Overijssel; {{investment_realised}} was invested.',
};

async function aReport(values: object = {}): Promise<{ id: string; version: number }> {
  const answer = await author.post('/reports', { ...LETTER, ...values }).expect(201);
  return answer.body as { id: string; version: number };
}

async function published(values: object = {}): Promise<string> {
  const { id } = await aReport(values);
  await publish(id);
  return id;
}

async function publish(id: string): Promise<void> {
  await author.post(`/reports/${id}/submit`).expect(200);
  await approver.post(`/reports/${id}/approve`).expect(200);
  await publishApproved(author, id);
}

const textOf = async (id: string, edition = 1): Promise<string> =>
  (await author.get(`/reports/${id}/editions/${edition}.json`).buffer(true).expect(200)).text;
const editionOf = async (id: string, edition = 1): Promise<SealedEdition> =>
  JSON.parse(await textOf(id, edition)) as SealedEdition;

const membersTextOf = async (id: string, edition = 1): Promise<string> =>
  (await author.get(`/reports/${id}/editions/${edition}.members.json`).buffer(true).expect(200)).text;
const membersOf = async (id: string): Promise<EditionMembersFile> =>
  JSON.parse(await membersTextOf(id)) as EditionMembersFile;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a draft', () => {
  it('shows the figures as they are now', async () => {
    const { id } = await aReport();
    const body = (await author.get(`/reports/${id}`).expect(200)).body as { figures: { value: unknown }[] };
    expect(body).toMatchObject({ status: 'DRAFT', edition: 1, by: ['province', 'year'] });
    expect(body.figures.map(({ value }) => value).slice(0, 3)).toEqual([683, 551, '370000000.00']);
    expect(body.figures[0]).toMatchObject({
      quality: { between: [683, 683] },
      breakdowns: {
        year: expect.arrayContaining([{ key: '2015', label: '2015', value: expect.any(Number) }]),
      },
    });
  });

  it.each([
    ['an indicator that is none', { indicators: ['firms'] }, 'indicators'],
    ['a breakdown that no indicator knows', { by: 'claimLevel' }, 'by'],
    ['a breakdown that is none', { by: 'colour' }, 'by'],
    ['a period that ends before it starts', { from: '2022-01-01' }, 'from'],
    ['a scope that is not there', { scope: 'hub:NOWHERE' }, 'scope'],
    ['a figure in the text that the report has not', { text: '{{jobs}}' }, 'text'],
  ])('is refused with %s', async (_, values, path) => {
    const { body } = await author.post('/reports', { ...LETTER, ...values }).expect(400);
    const { errors } = body as { errors: { path: string }[] };
    expect(errors.map((fault) => fault.path.split('.')[0])).toContain(path);
  });

  it('takes one breakdown as well as a list of them', async () => {
    const { id } = await aReport({ by: 'province' });
    expect((await author.get(`/reports/${id}`)).body.by).toEqual(['province']);
  });
});

describe('a report on its way', () => {
  it('goes from draft to published by two people, and nowhere else', async () => {
    const { id, version } = await aReport();
    await author.post(`/reports/${id}/approve`).expect(409);
    await author.post(`/reports/${id}/publish`).expect(409);
    await author.post(`/reports/${id}/submit`).expect(200);
    await author.patch(`/reports/${id}`, version + 1, { title: 'Other' }).expect(409);
    await author.post(`/reports/${id}/approve`).expect(409);
    const returned = await approver.post(`/reports/${id}/return`, { remark: 'Add the hubs' }).expect(200);
    expect(returned.body).toMatchObject({ status: 'DRAFT', remark: 'Add the hubs' });
    await author.patch(`/reports/${id}`, returned.body.version as number, { title: 'Other' }).expect(200);
    await publish(id);
    await author.post(`/reports/${id}/publish`).expect(409);
    await (await register.as('VIEWER')).get(`/reports/${id}/editions/1.json`).expect(200);
    await (await register.as('VIEWER')).post(`/reports/${id}/editions`, { reason: 'x' }).expect(403);
  });

  it('is approved with numbers typed by hand only by who vouches for them', async () => {
    const { id } = await aReport({ text: 'Some 680 companies took part since 2015.' });
    await author.post(`/reports/${id}/submit`).expect(200);
    const refused = await approver.post(`/reports/${id}/approve`).expect(409);
    expect(refused.body).toMatchObject({ code: 'TYPED_NUMBERS' });
    expect(refused.body.detail).toContain('680');
    await approver.post(`/reports/${id}/approve`, { confirmTypedNumbers: true }).expect(200);
  });

  it('publishes what was submitted, whatever was recorded meanwhile', async () => {
    const { id } = await aReport();
    await author.post(`/reports/${id}/submit`).expect(200);
    const before = await centreWithStart();
    const company = await admin.post('/companies', { name: 'Meanwhile BV' }).expect(201);
    await admin.post('/participations', participation(company.body.id as string, before)).expect(201);
    await approver.post(`/reports/${id}/approve`).expect(200);
    await publishApproved(author, id);
    expect((await editionOf(id)).figures[0]?.value).toBe(683);
    const live = await author.get('/figures?asOf=2021-05-01&indicator=companies_participated');
    expect(live.body.figures[0].value).toBe(684);
  });
});

async function asOwner(...statements: string[]): Promise<void> {
  const owner = new pg.Client(register.ownerUrl);
  await owner.connect();
  try {
    for (const statement of statements) await owner.query(statement);
  } finally {
    await owner.end();
  }
}

async function centreWithStart(): Promise<string> {
  const { body } = await admin.get('/centres?code=FL-01').expect(200);
  return (body as { data: { id: string }[] }).data[0]?.id ?? '';
}
const participation = (companyId: string, centreId: string) => ({
  ...{ companyId, centreId, level: 'PARTICIPANT', startedOn: '2020-06-01' },
});

describe('an edition', () => {
  it('holds figures, cells, definitions and a text with its figures', async () => {
    const edition = await editionOf(await published());
    const [participated, , , share] = edition.figures;
    expect(edition.definitions.map(({ code, version }) => `${code}@${version}`)).toEqual(
      LETTER.indicators.map((code) => `${code}@1`),
    );
    expect(participated?.breakdowns?.year?.length).toBe(7);
    expect(share?.breakdowns).not.toHaveProperty('sizeClass');
    const inOverijssel = participated?.breakdowns?.province?.find(({ key }) => key === 'NL-OV')?.value;
    expect(edition.readableText).toContain(`of which ${inOverijssel} in Overijssel`);
    expect(participated?.quality).toMatchObject({ withoutNumber: expect.any(Number) as number });
  });

  it('has the records behind its figures in a file apart, which it names by a digest', async () => {
    const id = await published();
    const edition = await editionOf(id);
    const text = await membersTextOf(id);
    expect(edition).not.toHaveProperty('members');
    expect(sha256(text)).toBe(edition.membersDigest);
    expect(canonicalize(JSON.parse(text))).toBe(text);
    const file = JSON.parse(text) as EditionMembersFile;
    expect(Object.keys(file).sort()).toEqual(['members', 'salt']);
    expect(file.salt).toMatch(/^[0-9a-f]{64}$/);
    expect(file.members.map(({ indicator }) => indicator)).toEqual(LETTER.indicators);
    const [participated] = file.members;
    expect(participated?.members.length).toBe(edition.figures[0]?.value);
    expect(Object.keys(participated?.members[0] ?? {}).sort()).toEqual(['id', 'resource', 'version']);
    const other = await published();
    expect((await membersOf(other)).salt).not.toBe(file.salt);
    const again = await author.get(`/reports/${id}/editions/1.members.json`).expect(200);
    expect(again.headers.etag).toBe(`"${edition.membersDigest}"`);
    const { data } = (await author.get(`/reports/${id}/editions`).expect(200)).body as { data: object[] };
    expect(data).toMatchObject([{ membersDigest: edition.membersDigest }]);
  });

  it.each(['VIEWER', 'COORDINATOR'] as const)('tells a %s nothing of the records behind it', async (role) => {
    const id = await published();
    const reader = await register.as(role);
    const member = (await membersOf(id)).members[0]?.members[0]?.id ?? expect.fail('no member');
    const address = `/reports/${id}/editions/1`;
    expect((await reader.get(`${address}.members.json`).expect(403)).text).not.toContain(member);
    for (const format of ['.json', '.csv']) {
      const { text } = await reader.get(`${address}${format}`).buffer(true).expect(200);
      expect(text).not.toContain(member);
    }
  });

  it('that was published with its members in it keeps its bytes, for those who may see them', async () => {
    const id = await published();
    const [edition, { members }] = [await editionOf(id), await membersOf(id)];
    const { seal: _, membersDigest: __, ...before } = edition;
    const seal = sha256(canonicalize({ ...before, members }) ?? '');
    const document = canonicalize({ ...before, members, seal }) ?? '';
    await asOwner(
      'alter table report_editions disable trigger user',
      `update report_editions set document = $$${document}$$, seal = '${seal}', members = null
        where report_id = '${id}'`,
      'alter table report_editions enable trigger user',
    );
    const [viewer, coordinator] = [await register.as('VIEWER'), await register.as('COORDINATOR')];
    for (const reader of [viewer, coordinator]) {
      const { body } = await reader.get(`/reports/${id}/editions/1.json`).expect(403);
      expect(body).toMatchObject({ code: 'FORBIDDEN' });
      await reader.get(`/reports/${id}/editions/1.csv`).expect(200);
      await reader.get(`/public/reports/${id}/editions/1`).expect(200);
    }
    expect(await textOf(id)).toBe(document);
    await author.get(`/reports/${id}/editions/1.members.json`).expect(404);
    const { data } = (await viewer.get(`/reports/${id}/editions`).expect(200)).body as { data: object[] };
    expect(data).toMatchObject([{ membersDigest: null, seal }]);
  });

  it('is sealed over its canonical form, and served as the same bytes for ever', async () => {
    const id = await published();
    const text = await textOf(id);
    const { seal, ...unsealed } = JSON.parse(text) as SealedEdition;
    expect(
      createHash('sha256')
        .update(canonicalize(unsealed) ?? '')
        .digest('hex'),
    ).toBe(seal);
    expect(canonicalize(JSON.parse(text))).toBe(text);
    const company = await admin.post('/companies', { name: 'Later BV' }).expect(201);
    await admin.post('/participations', participation(company.body.id as string, await centreWithStart()));
    expect(await textOf(id)).toBe(text);
  });

  it('cannot be changed by anybody who has the database, not even its owner', async () => {
    const id = await published();
    for (const attempt of [
      `update report_editions set document = '{}' where report_id = '${id}'`,
      `update report_editions set members = '{}' where report_id = '${id}'`,
      `delete from report_editions where report_id = '${id}'`,
      'truncate report_editions',
    ]) {
      await expect(asOwner(attempt)).rejects.toThrow('EDITION_IS_FROZEN');
    }
    await expect(register.database.pool.query('delete from report_editions')).rejects.toThrow(
      'permission denied',
    );
  });

  it('is restated with every figure that changed, and why', async () => {
    const id = await published();
    const first = await editionOf(id);
    const companyId = (await membersOf(id)).members[1]?.members[0]?.id ?? '';
    const { body: before } = await admin.get(`/participations?companyId=${companyId}`).expect(200);
    for (const { id: one, version } of (before as { data: { id: string; version: number }[] }).data) {
      await admin.patch(`/participations/${one}?reason=misread`, version, { level: 'REACHED' }).expect(200);
    }
    const revised = await author.post(`/reports/${id}/editions`, { reason: 'A correction' }).expect(201);
    expect(revised.body).toMatchObject({ status: 'DRAFT', edition: 2, editionReason: 'A correction' });
    await publish(id);
    const second = await editionOf(id, 2);
    expect(second.previous).toEqual({ edition: 1, seal: first.seal });
    const change = second.changes?.find(
      ({ indicator, key }) => indicator === 'companies_participating' && key === undefined,
    );
    expect(change).toMatchObject({ from: first.figures[1]?.value, to: Number(first.figures[1]?.value) - 1 });
    expect(change?.reasons).toMatchObject([{ reason: 'CORRECTED_SINCE', change: -1, records: 1 }]);
    for (const { from, to, reasons } of second.changes ?? []) {
      if (typeof from !== 'number' || typeof to !== 'number') continue;
      expect(reasons.reduce((sum, reason) => sum + Number(reason.change), from)).toBeCloseTo(to, 2);
    }
    const { data } = (await author.get(`/reports/${id}/editions`).expect(200)).body as {
      data: { edition: number }[];
    };
    expect(data.map(({ edition }) => edition)).toEqual([2, 1]);
  });
});

describe('what everybody may read', () => {
  const open = (path: string) => request(register.url).get(`/api/v1/public${path}`);

  it('is the newest edition of each report, without members, small cells suppressed', async () => {
    const id = await published({ title: 'For everybody', by: ['province', 'centre'] });
    const { body: catalogue } = await open('/reports').expect(200);
    const entry = (catalogue as { data: { reportId: string; edition: number; url: string }[] }).data[0];
    expect(entry).toMatchObject({ reportId: id, edition: 1, title: 'For everybody' });
    expect(entry?.url).toMatch(new RegExp(`/public/reports/${id}/editions/1$`));
    const { text } = await open(`/reports/${id}/editions/1`).buffer(true).expect(200);
    const edition = JSON.parse(text) as SealedEdition;
    const { seal, ...unsealed } = edition;
    expect(
      createHash('sha256')
        .update(canonicalize(unsealed) ?? '')
        .digest('hex'),
    ).toBe(seal);
    expect(edition).not.toHaveProperty('members');
    expect(edition).not.toHaveProperty('membersDigest');
    const whole = await editionOf(id);
    const cells = edition.figures[0]?.breakdowns?.centre ?? [];
    for (const [index, { value }] of (whole.figures[0]?.breakdowns?.centre ?? []).entries()) {
      if (Number(value) < 5) expect(cells[index]).toMatchObject({ value: null, suppressed: true });
    }
    expect(cells.filter(({ suppressed }) => suppressed).length).toBeLessThan(cells.length / 2);
    await open(`/reports/${id}/editions/2`).expect(404);
    expect((await open(`/reports/${id}/editions/1.json`).buffer(true).expect(200)).text).toBe(text);
    await open(`/reports/${id}/editions/1.pdf`).expect(200).expect('Content-Type', 'application/pdf');
    const csv = await open(`/reports/${id}/editions/1.csv`).buffer(true).expect(200);
    expect(csv.text.trim().split('\r\n').length).toBeGreaterThan(cells.length);
    for (const kind of ['pdf', 'xlsx', 'csv']) {
      await author.get(`/reports/${id}/editions/1.${kind}`).expect(200);
    }
    await open('/catalogue.jsonld').expect(200);
  });

  it('is made once, and served as the bytes that were kept', async () => {
    const id = await published({ title: 'Kept', by: [], text: '' });
    const asked = Array.from({ length: 40 }, () =>
      open(`/reports/${id}/editions/1.pdf`).buffer(true).expect(200),
    );
    const alive = request(register.url).get('/health/live').expect(200);
    const tags = (await Promise.all(asked)).map(({ headers }) => (headers as { etag: string }).etag);
    await alive;
    expect(new Set(tags).size).toBe(1);
    expect(tags[0]).toMatch(/^"[0-9a-f]{64}"$/);
    const { rows } = await register.database.pool.query<{ kind: string }>(
      'select kind from public_files where report_id = $1',
      [id],
    );
    expect(rows.map(({ kind }) => kind)).toContain('pdf');
    for (const ending of ['.pdf', '.csv', '.json', '']) {
      const { headers } = await open(`/reports/${id}/editions/1${ending}`).expect(200);
      const { etag } = headers as { etag: string };
      await open(`/reports/${id}/editions/1${ending}`).set('If-None-Match', etag).expect(304);
    }
    await open(`/reports/${id}/editions/9.pdf`).expect(404);
    const change = register.database.pool.query("update public_files set content = 'x'");
    await expect(change).rejects.toThrow('EDITION_IS_FROZEN');
  });

  it('is indexed by the database alone', async () => {
    const id = await published({ title: 'Indexed', by: ['year'], text: '' });
    const { rows } = await register.database.pool.query<{ by: string }>(
      'select by from published_numbers where report_id = $1',
      [id],
    );
    expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(['', 'year']));
    const forged = register.database.pool.query('insert into public_editions select * from public_editions');
    await expect(forged).rejects.toThrow('EDITION_IS_FROZEN');
  });

  it('tells no difference that one firm made, in another report or in one of its centre alone', async () => {
    const asked = {
      from: '2015-02-01',
      indicators: ['people_trained'],
      text: 'Trained: {{people_trained}}.',
    };
    const figureOf = async (id: string): Promise<EditionFigure> => {
      const { body } = await open(`/reports/${id}/editions/1`).expect(200);
      return (body as SealedEdition).figures[0] ?? expect.fail('no figure');
    };
    const before = await figureOf(await published({ ...asked, by: ['centre'] }));
    const told = before.breakdown?.find(({ suppressed }) => !suppressed) ?? expect.fail('nothing is told');
    const found = await admin.get(`/centres?q=${told.key}&perPage=100`).expect(200);
    const centres = (found.body as { data: { id: string; code: string }[] }).data;
    const centreId = centres.find(({ code }) => code === told.key)?.id;
    const held = await admin
      .get(`/activities?centreId=${centreId}&kind=TRAINING&heldOnTo=2021-05-01&perPage=1`)
      .expect(200);
    const [{ id: activityId }] = (held.body as { data: [{ id: string }] }).data;
    const { body: firm } = await admin.post('/companies', { name: 'Nagekomen BV' }).expect(201);
    await admin
      .post('/attendances', { activityId, companyId: (firm as { id: string }).id, people: 50 })
      .expect(201);

    const after = await figureOf(await published({ ...asked, by: ['centre'] }));
    expect(after.value).toBe(Number(before.value) + 50);
    expect(after.breakdown?.find(({ key }) => key === told.key)).toMatchObject({
      value: null,
      suppressed: true,
    });
    const alone = await figureOf(await published({ ...asked, by: [], scope: `centre:${told.key}` }));
    expect(alone).toMatchObject({ value: null, suppressed: true });
  });

  it('says where the numbers of a newspaper come from, and of what is suppressed nothing', async () => {
    const text = 'Ruim 680 bedrijven en € 370 miljoen; 987654 is van niemand.';
    const { body } = await request(register.url).post('/api/v1/public/check').send({ text }).expect(200);
    const { numbers } = body as CheckedNumbers;
    expect(numbers.map(({ text: said, matches }) => [said, matches[0]?.indicator])).toEqual([
      ['Ruim 680', 'companies_participated'],
      ['€ 370 miljoen', 'investment_realised'],
      ['987654', undefined],
    ]);
    expect(numbers[1]?.matches[0]).toMatchObject({ how: 'exact', asOf: '2021-05-01' });
  });

  it('says of each number first what the words beside it speak of', async () => {
    const indicators = ['hubs_active', 'fieldlabs_active', 'spin_offs'];
    await published({ title: 'Hubs', indicators, by: ['province', 'year'], text: '' });
    const text = 'Het programma telt vijf hubs en 45 fieldlabs; een hub is er ook.';
    const { body } = await request(register.url).post('/api/v1/public/check').send({ text }).expect(200);
    const { numbers } = body as CheckedNumbers;
    expect(numbers.map(({ text: said, matches }) => [said, matches[0]?.indicator])).toEqual([
      ['vijf', 'hubs_active'],
      ['45', 'fieldlabs_active'],
    ]);
    expect(numbers[0]?.matches.every(({ indicator }) => indicator === 'hubs_active')).toBe(true);
  });

  it('answers any text with little', async () => {
    const answers = [
      '7;'.repeat(9_999),
      Array.from({ length: 4_000 }, (_, index) => index + 5).join(' '),
    ].map((text) => request(register.url).post('/api/v1/public/check').send({ text }).expect(200));
    for (const { text, body } of await Promise.all(answers)) {
      expect(text.length).toBeLessThan(200_000);
      const { numbers } = body as CheckedNumbers;
      expect(numbers.length).toBeLessThanOrEqual(50);
      expect(Math.max(...numbers.map(({ matches }) => matches.length))).toBeLessThanOrEqual(5);
    }
  });
});

describe('npm run verify', { timeout: 60_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldlab-verify-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function verify(...texts: string[]): Promise<{ status: number; said: string }> {
    const paths = texts.map((_, index) => join(folder, `${index}.json`));
    await Promise.all(texts.map((text, index) => writeFile(paths[index] ?? '', text)));
    const env = { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
    return new Promise((resolve) => {
      execFile(
        'npm',
        ['run', 'verify', '--', ...paths],
        { cwd: projectRoot(), env },
        (error, stdout, stderr) => resolve({ status: error ? Number(error.code) : 0, said: stdout + stderr }),
      );
    });
  }

  it('says whether a downloaded edition is whole, without a server or a register', async () => {
    const text = await textOf(await published());
    expect(await verify(text)).toMatchObject({ status: 0 });
    const changed = await verify(text.replace('Letter to', 'letter to'));
    expect(changed.status).toBe(1);
    expect(changed.said).toContain('WAS CHANGED');
    expect((await verify('no json')).status).toBe(1);
  });

  it('says whether a members file is the one that was sealed with the edition', async () => {
    const id = await published();
    const [edition, members] = [await textOf(id), await membersTextOf(id)];
    expect(await verify(edition, JSON.stringify(JSON.parse(members), undefined, 2))).toMatchObject({
      status: 0,
    });
    const changed = await verify(edition, members.replace('"version":1', '"version":2'));
    expect(changed.status).toBe(1);
    expect(changed.said).toContain('IS NOT ITS MEMBERS FILE');
    const { membersDigest: _, seal: __, ...before } = JSON.parse(edition) as SealedEdition;
    const old = canonicalize({ ...before, seal: sha256(canonicalize(before) ?? '') }) ?? '';
    expect((await verify(old, members)).status).toBe(1);
    expect((await verify(edition, members, members)).status).toBe(2);
  });
});

describe('comparisons', () => {
  it('keep chains of figures of one unit', async () => {
    const chain = ['companies_reached', 'companies_participated'].map((indicator) => ({
      indicator,
      asOf: '2021-05-01',
    }));
    const { body } = await author.post('/comparisons', { title: 'Why', chains: [chain] }).expect(201);
    expect(body.chains).toEqual([chain]);
    const mixed = [chain[0], { indicator: 'jobs' }];
    const refused = await author.post('/comparisons', { title: 'Why', chains: [mixed] }).expect(400);
    expect(refused.body.errors[0].path).toBe('chains.0');
    const unknown = [chain[0], { indicator: 'firms' }];
    await author.post('/comparisons', { title: 'Why', chains: [unknown] }).expect(400);
  });
});
