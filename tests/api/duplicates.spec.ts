import { DuplicateScansService } from '@api/modules/duplicates/scan/duplicate-scans.service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCompany, aCentre, kvkNumber, type Made } from '../support/made';
import { zipOfCsv } from '../support/csv-zip';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';
import { uploaded } from '../support/uploads';

interface Pair {
  id: string;
  version: number;
  left: Made;
  right: Made;
  score: number;
  reasons: { code: string; text: string; weight: number; publishedWeight: number }[];
  status: string;
}

let register: TestRegister;
let admin: Caller;
let twins: [Made, Made];
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  twins = [
    await aCompany(admin, {
      name: 'Zilverschoon Robotica B.V.',
      municipality: 'Almelo',
      postcode: '7601 AB',
    }),
    await aCompany(admin, { name: 'Zilverschoon Robotika', municipality: 'Almelo', postcode: '7601 AB' }),
  ];
  for (const name of ['Hakvoort Staal', 'Vermeulen Optiek', 'Lindeman Kunststof'])
    await aCompany(admin, { name });
});
afterAll(() => register.close());

const scan = async () => (await admin.post('/duplicates/scan').expect(202)).body as Made;
const pairs = async (query = '', caller = admin): Promise<Pair[]> =>
  (await caller.get(`/duplicates${query}`).expect(200)).body.data as Pair[];
const onlyPair = async (query = ''): Promise<Pair> => {
  const [pair, ...more] = await pairs(query);
  if (!pair || more.length > 0) throw new Error(`There is one pair, not ${more.length + 1}.`);
  return pair;
};

describe('a scan', () => {
  it('finds the pairs of the register that may be one, with a score and reasons in words', async () => {
    await admin.get('/duplicates/scan').expect(404);
    const done = await scan();
    expect(done).toMatchObject({ status: 'DONE', found: 1, progress: { done: 5, total: 5 } });
    expect((await admin.get('/duplicates/scan').expect(200)).body).toMatchObject({ id: done.id });
    const { body } = await admin.get('/duplicates?status=OPEN').set('Accept-Language', 'nl').expect(200);
    expect(body).toMatchObject({
      total: 1,
      data: [{ left: { id: twins[0].id }, right: { id: twins[1].id }, status: 'OPEN', version: 1 }],
    });
    expect((await admin.get('/duplicates?page=2').expect(200)).body).toEqual({ data: [], total: 1 });
    const [pair] = body.data as Pair[];
    expect(pair?.score).toBeGreaterThan(0.7);
    expect(pair?.reasons.map(({ text }) => text)).toContain('Zelfde postcode');
    const read = await admin.get(`/duplicates/${pair?.id}`).set('Accept-Language', 'nl').expect(200);
    expect([read.body, read.headers.etag]).toEqual([pair, '"1"']);
  });

  it('changes nothing the second time', async () => {
    const before = await pairs();
    await scan();
    expect(await pairs()).toEqual(before);
  });

  it('takes what is alike no more off the list, and puts it back when it is', async () => {
    const [, other] = twins;
    const { body: renamed } = await admin.patch(`/companies/${other.id}`, 1, { name: 'Kersenpit Advies' });
    await scan();
    expect(await pairs()).toEqual([]);
    await admin.patch(`/companies/${other.id}`, (renamed as Made).version, { name: other.name }).expect(200);
    await scan();
    expect(await pairs()).toMatchObject([{ status: 'OPEN' }]);
  });

  it('is one at a time', async () => {
    // A small register is searched sooner than three have asked: it is kept from being read until they have.
    const holder = await register.database.pool.connect();
    try {
      await holder.query('begin');
      await holder.query('lock table companies in access exclusive mode');
      const answers = await Promise.all([scan(), scan(), scan()]);
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    } finally {
      await holder.query('rollback');
      holder.release();
    }
  });

  describe('whose process was killed', () => {
    /** A scan that nobody was seen at for an hour, and what became of its job. */
    async function left(job: { state: string; retries: number; startsIn?: string }): Promise<string> {
      const { rows } = await register.database.pool.query<{ id: string }>(
        `with scan as (insert into duplicate_scans (status, actor_name, seen_at)
                       values ('RUNNING', 'gone', now() - interval '1 hour') returning id)
         insert into job (name, data, state, retry_limit, retry_count, started_on, start_after, expire_in)
         select 'scan-duplicates', jsonb_build_object('subject', id), $1::job_state, 5, $2,
                now() - interval '2 hours', now() + $3::interval, interval '1 hour' from scan
         returning data ->> 'subject' as id`,
        [job.state, job.retries, job.startsIn ?? '0'],
      );
      return rows[0]?.id ?? '';
    }
    const stateOf = async (id: string) =>
      (
        await register.database.pool.query<{ status: string; failure: string | null }>(
          'select status, failure from duplicate_scans where id = $1',
          [id],
        )
      ).rows[0];
    const patiently = { timeout: 25_000, interval: 100 };

    it('is taken up by another, without being asked for', async () => {
      const id = await left({ state: 'active', retries: 0 });
      await expect.poll(() => stateOf(id), patiently).toEqual({ status: 'DONE', failure: null });
    });

    it('is given up once it was begun five times', async () => {
      const id = await left({ state: 'retry', retries: 4 });
      await expect
        .poll(() => stateOf(id), patiently)
        .toEqual({ status: 'FAILED', failure: 'It was begun 5 times, and never ended.' });
    });

    it('waits for its next process, and is given up only where none will come', async () => {
      const begin = () =>
        register.app.get(DuplicateScansService).begin({ actorId: null, actorName: 'test' }, ['RUNNING']);
      const waits = await left({ state: 'retry', retries: 1, startsIn: '1 hour' });
      expect(await begin()).toBe(waits);
      await register.database.pool.query(`update job set state = 'failed' where data ->> 'subject' = $1`, [
        waits,
      ]);
      expect(await begin()).not.toBe(waits);
      expect(await stateOf(waits)).toEqual({ status: 'FAILED', failure: 'The program ended meanwhile.' });
    });
  });
});

describe('the list of pairs', () => {
  it('is filtered by status and score, and refuses what it does not know', async () => {
    const { score } = await onlyPair();
    expect(await pairs(`?minScore=${score}`)).toHaveLength(1);
    expect(await pairs('?minScore=1')).toHaveLength(0);
    expect(await pairs('?status=SAME&status=DIFFERENT')).toHaveLength(0);
    expect(await pairs(`?companyId=${twins[0].id}`)).toHaveLength(1);
    for (const query of ['?status=MAYBE', '?minScore=2', '?shoe=1', '?perPage=101'])
      await admin.get(`/duplicates${query}`).expect(400);
  });

  it('is read by who reads companies, and decided upon by the administrator', async () => {
    const pair = await onlyPair();
    const coordinator = await register.as('COORDINATOR', (await aCentre(admin)).id);
    for (const reader of [coordinator, await register.as('EVALUATOR')]) {
      expect(await pairs('', reader)).toHaveLength(1);
      await reader.patch(`/duplicates/${pair.id}`, pair.version, { status: 'DIFFERENT' }).expect(403);
      await reader.post('/duplicates/scan').expect(403);
    }
  });
});

describe('a decision', () => {
  it('that they differ is remembered by the next scan, and can be taken back', async () => {
    const { id, version } = await onlyPair();
    const decide = (status: string, at: number) => admin.patch(`/duplicates/${id}`, at, { status });
    await decide('DIFFERENT', version + 5).expect(412);
    await decide('SAME', version).expect(400);
    const different = await decide('DIFFERENT', version).expect(200);
    expect(different.body).toMatchObject({ status: 'DIFFERENT', version: version + 1 });
    await scan();
    expect(await pairs('?status=OPEN')).toEqual([]);
    expect(await pairs('?status=DIFFERENT')).toMatchObject([{ id, version: version + 1 }]);
    const trail = (await admin.get(`/audit-events?recordId=${id}`).expect(200)).body.data as Made[];
    expect(trail).toMatchObject([{ resource: 'duplicates', action: 'UPDATE' }]);
    expect((await decide('OPEN', version + 1).expect(200)).body).toMatchObject({ status: 'OPEN' });
  });

  it('that they are the same comes of a merge, and un-merging reopens it', async () => {
    const [survivorId, mergedId] = [twins[0].id, twins[1].id];
    const pair = await onlyPair();
    await admin.patch(`/duplicates/${pair.id}`, pair.version, { status: 'DIFFERENT' }).expect(200);
    const { body: merge } = await admin.post('/merges', { survivorId, mergedId }).expect(201);
    const same = await onlyPair('?status=SAME');
    expect(same).toMatchObject({ id: pair.id, left: { id: survivorId }, right: { id: mergedId } });
    const refused = await admin.patch(`/duplicates/${same.id}`, same.version, { status: 'DIFFERENT' });
    expect([refused.status, refused.body.code]).toEqual([409, 'ILLEGAL_TRANSITION']);
    await scan();
    expect(await pairs('?status=OPEN')).toEqual([]);
    await admin.delete(`/merges/${(merge as Made).id}`, 1).expect(204);
    expect(await pairs('?status=OPEN')).toMatchObject([{ id: pair.id }]);
  });

  it('is asked of the firm that a company is now, and not of one that was deleted', async () => {
    const firm = await aCompany(admin, { name: 'Waterbies Holding', kvkNumber: kvkNumber() });
    const { body: merge } = await admin
      .post('/merges', { survivorId: firm.id, mergedId: twins[0].id })
      .expect(201);
    expect(await pairs('?status=OPEN')).toMatchObject([
      { left: { id: firm.id }, right: { id: twins[1].id } },
    ]);
    await admin.delete(`/merges/${(merge as Made).id}`, 1).expect(204);
    const { version } = (await admin.get(`/companies/${twins[1].id}`).expect(200)).body as Made;
    await admin.delete(`/companies/${twins[1].id}`, version).expect(204);
    expect(await pairs()).toEqual([]);
  });
});

describe('an import', () => {
  it('has its doubtful companies scanned, and tells how many wait for a decision', async () => {
    const rows = [
      '1;Hakvoort Staal B.V.;7411 KT',
      '2;Hakvoort Stal;7411 KT',
      '3;Zonnebloem Zeefdruk;8011 AB',
    ];
    const file = zipOfCsv({ 'companies.csv': `ref;name;postcode\n${rows.join('\n')}\n` });
    const { id } = await uploaded(admin, file);
    const reviews = async () =>
      ((await admin.get(`/imports/${id}`).expect(200)).body as { openReviews: number }).openReviews;
    await scan();
    const found = await pairs(`?status=OPEN&importId=${id}`);
    expect(found.length).toBeGreaterThan(1);
    expect(await reviews()).toBe(found.length);
    expect(found.map(({ right }) => right.name)).not.toContain('Zonnebloem Zeefdruk');
    const [first] = found;
    await admin.patch(`/duplicates/${first?.id}`, first?.version ?? 0, { status: 'DIFFERENT' }).expect(200);
    expect(await reviews()).toBe(found.length - 1);
    await admin.post(`/imports/${id}/undo`).expect(200);
    expect(await pairs(`?importId=${id}`)).toEqual([]);
  });
});

describe('weights', () => {
  const NAMES = 'Aalbes Boterbloem Citroengras Distelvink Esdoorn Fazant Gierzwaluw Havikskruid IJsvogel Jasmijn Klaproos Lisdodde Munt Narcis Ooievaar Pimpernel Ridderspoor Salie Tijm Vlinderstruik Zuring'.split(' '); // prettier-ignore

  it('are learnt from what was decided, and say what they are for everybody', async () => {
    for (const [at, name] of NAMES.entries()) {
      const postcode = `${3500 + at} AB`;
      await aCompany(admin, { name: `${name} Techniek`, postcode });
      await aCompany(admin, { name: `${name} Technieken`, postcode });
    }
    expect(await scan()).toMatchObject({ status: 'DONE', learntFrom: 0 });
    const alike = async () =>
      (await pairs('?status=OPEN&perPage=100')).filter(({ left }) =>
        NAMES.some((name) => String(left.name).startsWith(name)),
      );
    const [kept, ...decided] = await alike();
    expect(decided.length + 1).toBe(NAMES.length);
    for (const { id, version } of decided)
      await admin.patch(`/duplicates/${id}`, version, { status: 'DIFFERENT' }).expect(200);
    const taught = await pairs('?status=DIFFERENT&status=SAME&perPage=100');
    expect(await scan()).toMatchObject({ learntFrom: taught.length });
    const [after] = await alike();
    expect(after?.id).toBe(kept?.id);
    expect(after?.score).toBeLessThan(kept?.score ?? 0);
    const postcode = after?.reasons.find(({ code }) => code === 'SAME_POSTCODE');
    expect(postcode?.publishedWeight).toBe(7);
    expect(postcode?.weight).toBeLessThan(7);
    expect(after?.reasons.map(({ code }) => code)).toContain('EARLIER_DECISIONS');
    const again = await alike();
    await scan();
    expect(await alike()).toEqual(again);
    expect(await pairs('?status=DIFFERENT&status=SAME&perPage=100')).toEqual(taught);
  });
});
