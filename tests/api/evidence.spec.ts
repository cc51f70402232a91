import { randomUUID } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnusedFiles } from '@api/modules/evidence/unused-files.service';
import type { FileOptions } from '@api/platform/files/file-options';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BAD_FILES, bytesOf, fileOptions, GOOD_FILES, upload } from '../support/evidence-files';
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

let register: TestRegister;
let options: FileOptions;
let clear: () => Promise<void>;
let admin: Caller;
let own: Caller;
let other: Caller;
let evaluator: Caller;
let [centre, elsewhere, company]: Made[] = [];
beforeAll(async () => {
  ({ files: options, clear } = await fileOptions());
  register = await startTestRegister({ files: options });
  admin = await register.as('ADMIN');
  [centre, elsewhere, company] = [await aCentre(admin), await aCentre(admin), await aCompany(admin)];
  own = await register.as('COORDINATOR', centre.id);
  other = await register.as('COORDINATOR', elsewhere.id);
  evaluator = await register.as('EVALUATOR');
});
afterAll(async () => {
  await register.close();
  await clear();
});

interface List {
  data: Made[];
}
const idsIn = ({ data }: List): string[] => data.map(({ id }) => id);
const idOf = (made: Made | undefined): string => made?.id ?? '';
const PDF = { name: 'verklaring.pdf', content: GOOD_FILES['verklaring.pdf'] ?? Buffer.alloc(0) };
const inCentre = () => anInvestment(admin, idOf(centre));
const of = (record: Made, resource = 'investments') => ({ resource, recordId: record.id });
const incoming = () => readdir(options.incoming);
async function keptFiles(): Promise<string[]> {
  const entries = await readdir(options.folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('evidence of a record', () => {
  it.each([
    ['participations', () => aParticipation(admin, idOf(company), idOf(centre))],
    ['investments', () => inCentre()],
    ['spin-offs', () => aSpinOff(admin, [idOf(centre)])],
    ['outcomes', () => anOutcome(admin, idOf(company), [idOf(centre)])],
  ])('is attached to %s, as a link or a file, and listed with its record', async (resource, make) => {
    const record = await make();
    const link = await aLinkTo(own, resource, record.id, { title: 'Persbericht' });
    expect(link).toMatchObject({
      resource,
      recordId: record.id,
      title: 'Persbericht',
      version: 1,
      fileName: null,
    });
    const { body: file } = await upload(register, own, of(record, resource), PDF).expect(201);
    expect(file).toMatchObject({
      ...{ fileName: 'verklaring.pdf', mediaType: 'application/pdf', bytes: PDF.content.length, url: null },
    });
    const { body: list } = await evaluator
      .get(`/evidence?resource=${resource}&recordId=${record.id}`)
      .expect(200);
    expect(idsIn(list as List).sort()).toEqual([link.id, (file as Made).id].sort());
    await expect.poll(incoming).toEqual([]);
  });

  it('is as visible as its record, and written by who may write that', async () => {
    const both = await aSpinOff(admin, [idOf(centre), idOf(elsewhere)]);
    const link = await aLinkTo(admin, 'spin-offs', both.id);
    await own.get(`/evidence/${link.id}`).expect(200);
    await own.patch(`/evidence/${link.id}`, 1, { title: 'x' }).expect(403);
    await own.delete(`/evidence/${link.id}`, 1).expect(403);
    await own.post('/evidence', { ...of(both, 'spin-offs'), url: 'https://a.nl' }).expect(403);
    await upload(register, own, of(both, 'spin-offs'), PDF).expect(403);
    const theirs = await inCentre();
    const { body } = await other.post('/evidence', { ...of(theirs), url: 'https://a.nl' }).expect(400);
    expect(body.errors).toMatchObject([{ path: 'recordId', code: 'NO_SUCH_RECORD' }]);
    const { body: made } = await upload(register, own, of(theirs), PDF).expect(201);
    await other.get(`/evidence/${(made as Made).id}/file`).expect(404);
    await evaluator.get(`/evidence/${(made as Made).id}/file`).expect(200);
    await upload(register, evaluator, of(theirs), PDF).expect(403);
  });

  it('follows its record to another centre, and out of sight and back when that is deleted', async () => {
    const record = await inCentre();
    const link = await aLinkTo(admin, 'investments', record.id);
    await admin.patch(`/investments/${record.id}`, 1, { centreId: idOf(elsewhere) }).expect(200);
    await own.get(`/evidence/${link.id}`).expect(404);
    await other.get(`/evidence/${link.id}`).expect(200);
    await admin.delete(`/investments/${record.id}`, 2).expect(204);
    await admin.get(`/evidence/${link.id}`).expect(404);
    await admin.post('/evidence', { ...of(record), url: 'https://a.nl' }).expect(400);
    await admin.post(`/evidence/${link.id}/restore`).expect(409);
    await admin.post(`/investments/${record.id}/restore`).expect(200);
    await other.get(`/evidence/${link.id}`).expect(200);
  });

  it('is a file or a link, of a record that is there', async () => {
    const record = await inCentre();
    const faultOf = async (fields: Record<string, string>, file?: typeof PDF) =>
      (await upload(register, own, fields, file).expect(400)).body.errors[0];
    expect(await faultOf(of(record))).toMatchObject({ path: 'file', code: 'FILE_OR_LINK' });
    expect(await faultOf({ ...of(record), url: 'https://a.nl' }, PDF)).toMatchObject({
      code: 'FILE_OR_LINK',
    });
    expect(await faultOf({ ...of(record), url: 'javascript:alert(1)' })).toMatchObject({ path: 'url' });
    expect(await faultOf({ ...of(record), secret: 'x' }, PDF)).toMatchObject({ path: 'secret' });
    expect(await faultOf({ resource: 'companies', recordId: idOf(company) }, PDF)).toMatchObject({
      path: 'resource',
    });
    expect(await faultOf({ ...of(record), recordId: randomUUID() }, PDF)).toMatchObject({ path: 'recordId' });
    await own.post('/evidence', { resource: 'investments' }).expect(400);
    await expect.poll(incoming).toEqual([]);
  });

  it('is changed, deleted and restored on its version, with a history and a trail', async () => {
    const record = await inCentre();
    const link = await aLinkTo(own, 'investments', record.id);
    const at = `/evidence/${link.id}`;
    await own.patch(at, 1, { title: 'Bankafschrift', url: 'https://b.nl/2' }).expect(200);
    await own.patch(at, 1, { title: 'Anders' }).expect(412);
    await own.delete(`${at}?reason=Verkeerde%20link`, 2).expect(204);
    const { body: restored } = await own.post(`${at}/restore`).expect(200);
    expect(restored).toMatchObject({ title: 'Bankafschrift', version: 4 });
    const { body: history } = await own.get(`${at}/history`).expect(200);
    expect(history.data[1]).toMatchObject({ reason: 'Verkeerde link', changes: { deleted: { to: true } } });
    const { body: trail } = await admin.get(`/audit-events?recordId=${link.id}`).expect(200);
    expect((trail as { data: { action: string }[] }).data.map(({ action }) => action)).toEqual([
      'RESTORE',
      'DELETE',
      'UPDATE',
      'CREATE',
    ]);
    const { body: file } = await upload(register, own, of(record), PDF).expect(201);
    const { body } = await own.patch(`/evidence/${file.id}`, 1, { url: 'https://b.nl' }).expect(400);
    expect(body.errors).toMatchObject([{ path: 'url', code: 'FILE_STAYS' }]);
  });

  it('happens once for its Idempotency-Key, as JSON and with a file', async () => {
    const record = await inCentre();
    const link = () =>
      own.post('/evidence', { ...of(record), url: 'https://a.nl' }).set('Idempotency-Key', 'link');
    const file = (content = PDF.content) =>
      upload(register, own, of(record), { ...PDF, content }).set('Idempotency-Key', 'file');
    for (const send of [link, file]) {
      const first = await send().expect(201);
      expect((await send().expect(201)).body).toEqual(first.body);
    }
    await file(Buffer.concat([PDF.content, Buffer.from('%')])).expect(409);
    const { body } = await own.get(`/evidence?recordId=${record.id}`).expect(200);
    expect(body.total).toBe(2);
  });
});

describe('a file', () => {
  it.each(Object.entries(GOOD_FILES))('is kept: %s', async (name, content) => {
    const { body } = await upload(register, own, of(await inCentre()), { name, content }).expect(201);
    const answer = await bytesOf(own.get(`/evidence/${body.id}/file`));
    expect(answer.body.equals(content)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringContaining(body.mediaType as string),
      'content-disposition': `attachment; filename="${name}"`,
      'content-length': String(content.length),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    await own
      .get(`/evidence/${body.id}/file`)
      .set('If-None-Match', answer.headers.etag ?? '')
      .expect(304);
  });

  it.each(Object.entries(BAD_FILES))('is refused for what it holds: %s', async (name, content) => {
    const { body } = await upload(register, own, of(await inCentre()), { name, content }).expect(400);
    expect(body.errors).toMatchObject([{ path: 'file', code: 'FILE_TYPE_NOT_KEPT' }]);
    expect(body.errors[0].message).toContain('PDF, PNG');
    await expect.poll(incoming).toEqual([]);
  });

  it('is not empty, and not larger than it may be', async () => {
    const record = await inCentre();
    await upload(register, own, of(record), { ...PDF, content: Buffer.alloc(0) }).expect(400);
    const content = Buffer.concat([PDF.content, Buffer.alloc(options.mostBytes)]);
    const { body } = await upload(register, own, of(record), { ...PDF, content }).expect(413);
    expect(body).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', about: { mostBytes: '1000000' } });
    expect(body.detail).toContain('1 MB');
    await expect.poll(incoming).toEqual([]);
  });

  it.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\..\\win.pdf', 'win.pdf'],
    ['...', 'file.pdf'],
    ['.pdf', 'pdf.pdf'],
    ['a\u202Efdp.exe', 'afdp.exe.pdf'],
    ['"><script>.pdf', '___script_.pdf'],
    ['Notitie één – 3 mei.pdf', 'Notitie één – 3 mei.pdf'],
    [`${'x'.repeat(400)}.pdf`, `${'x'.repeat(196)}.pdf`],
  ])('of the name %j is called %j', async (name, kept) => {
    const { body } = await upload(register, own, of(await inCentre()), { ...PDF, name }).expect(201);
    expect(body.fileName).toBe(kept);
    const { headers } = await own.get(`/evidence/${body.id}/file`).expect(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"/);
  });

  it('is kept once however often it is attached, and goes when no version names it', async () => {
    const record = await inCentre();
    const content = Buffer.concat([PDF.content, Buffer.from('een')]);
    const [first, second] = [
      (await upload(register, own, of(record), { ...PDF, content }).expect(201)).body as Made,
      (await upload(register, own, of(record), { name: 'twee.pdf', content }).expect(201)).body as Made,
    ];
    const { sha256 } = first as unknown as { sha256: string };
    expect((await keptFiles()).filter((name) => name === sha256)).toHaveLength(1);
    await own.delete(`/evidence/${first.id}`, 1).expect(204);
    await own.delete(`/evidence/${second.id}`, 1).expect(204);
    // One of a write that was broken off.
    const stray = 'ab'.repeat(32);
    await mkdir(join(options.folder, 'ab', 'ab'), { recursive: true });
    await writeFile(join(options.folder, 'ab', 'ab', stray), 'x');
    const remover = register.app.get(UnusedFiles);
    await remover.remove();
    expect(await keptFiles()).toContain(stray);
    const before = new Date(Date.now() - 2 * 86_400_000);
    for (const name of await keptFiles())
      await utimes(join(options.folder, name.slice(0, 2), name.slice(2, 4), name), before, before);
    await remover.remove();
    expect(await keptFiles()).not.toContain(stray);
    expect(await keptFiles()).toContain(sha256);
    await own.post(`/evidence/${first.id}/restore`).expect(200);
    await own.get(`/evidence/${first.id}/file`).expect(200);
  });
});

describe('how well a claim is supported', () => {
  const CLAIMS: [string, () => Promise<Made>][] = [
    ['spin-offs', () => aSpinOff(admin, [idOf(centre)], { claimLevel: 'SELF_REPORTED' })],
    ['outcomes', () => anOutcome(admin, idOf(company), [idOf(centre)], { claimLevel: 'SELF_REPORTED' })],
  ];

  it.each(CLAIMS)('follows from the evidence of %s', async (resource, make) => {
    const record = await make();
    const claim = async () => (await own.get(`/${resource}/${record.id}`).expect(200)).body as Made;
    expect(await claim()).toMatchObject({ claimLevel: 'SELF_REPORTED', evidenceCount: 0 });
    const { body: first } = await own
      .post('/evidence?reason=Gezien', { ...of(record, resource), url: 'https://a.nl' })
      .expect(201);
    expect(first).toMatchObject({ claimLevel: 'EVIDENCED' });
    expect(await claim()).toMatchObject({ claimLevel: 'EVIDENCED', evidenceCount: 1, version: 2 });
    const { body: second } = await upload(register, own, of(record, resource), PDF).expect(201);
    expect(await claim()).toMatchObject({ evidenceCount: 2, version: 2 });
    await own.delete(`/evidence/${first.id}`, 1).expect(204);
    expect(await claim()).toMatchObject({ claimLevel: 'EVIDENCED', evidenceCount: 1 });
    await own.delete(`/evidence/${second.id}`, 1).expect(204);
    expect(await claim()).toMatchObject({ claimLevel: 'CONFIRMED', evidenceCount: 0, version: 3 });
    await own.post(`/evidence/${second.id}/restore`).expect(200);
    expect(await claim()).toMatchObject({ claimLevel: 'EVIDENCED', version: 4 });
    const { body: history } = await own.get(`/${resource}/${record.id}/history`).expect(200);
    expect((history as { data: object[] }).data.at(-2)).toMatchObject({
      ...{ reason: 'Gezien', changes: { claimLevel: { from: 'SELF_REPORTED', to: 'EVIDENCED' } } },
    });
  });

  it('stays while the record itself has a link, and is listed where there is none', async () => {
    const linked = await aSpinOff(admin, [idOf(centre)], {
      claimLevel: 'EVIDENCED',
      evidenceUrl: 'https://a.nl',
    });
    const bare = await aSpinOff(admin, [idOf(centre)], { claimLevel: 'EVIDENCED' });
    const link = await aLinkTo(own, 'spin-offs', linked.id);
    await own.delete(`/evidence/${link.id}`, 1).expect(204);
    const { body } = await own.get(`/spin-offs/${linked.id}`).expect(200);
    expect(body).toMatchObject({ claimLevel: 'EVIDENCED', evidenceCount: 1 });
    const { body: lacking } = await own.get('/spin-offs?evidenceCount=0&claimLevel=EVIDENCED').expect(200);
    expect(idsIn(lacking as List)).toEqual([bare.id]);
  });

  it('is counted as it was known before the evidence came', async () => {
    const lab = await aCentre(admin);
    const spinOff = await aSpinOff(admin, [lab.id], { claimLevel: 'SELF_REPORTED' });
    const asked = `/figures?indicator=spin_offs&by=claimLevel&scope=centre:${String(lab.code)}&from=2020-01-01&asOf=2020-12-31`;
    const cells = async (knownAt = '') => {
      const { body } = await admin.get(`${asked}${knownAt}`).expect(200);
      const [figure] = body.figures as { breakdown: { key: string }[] }[];
      return { keys: figure?.breakdown.map(({ key }) => key), knownAt: body.knownAt as string };
    };
    const before = await cells();
    await aLinkTo(admin, 'spin-offs', spinOff.id);
    expect((await cells()).keys).toEqual(['EVIDENCED']);
    expect((await cells(`&knownAt=${before.knownAt}`)).keys).toEqual(['SELF_REPORTED']);
  });
});
