import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenedBackup } from '@api/platform/database/backup/opened-backup';
import { restoreBackup } from '@api/platform/database/backup/restore-backup';
import { writeBackup } from '@api/platform/database/backup/write-backup';
import { attachmentsOf } from '@api/platform/files/attachments-of';
import type { FileOptions, ObjectStoreOptions } from '@api/platform/files/file-options';
import { pathOf } from '@api/platform/files/file-store';
import { S3FileStore } from '@api/platform/files/s3-file-store';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EICAR, SIGNATURE, startClamd, type Clamd } from '../support/clamd';
import { createEmptyDatabase, type TestDatabase } from '../support/database';
import { bytesOf, fileOptions, GOOD_FILES, upload } from '../support/evidence-files';
import { freePort } from '../support/free-port';
import { aCentre, anInvestment, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

interface World {
  register: TestRegister;
  admin: Caller;
  files: FileOptions;
  record: Made;
  close(): Promise<void>;
}

async function start(asked: Partial<FileOptions>): Promise<World> {
  const { files, clear } = await fileOptions(asked);
  const register = await startTestRegister({ files });
  const admin = await register.as('ADMIN');
  const record = await anInvestment(admin, (await aCentre(admin)).id);
  const close = async () => {
    await register.close();
    await clear();
  };
  return { register, admin, files, record, close };
}

/** Of a size that is sent in many pieces; what it holds beside its head is of no matter. */
const LARGE = Buffer.concat([GOOD_FILES['verklaring.pdf'] ?? Buffer.alloc(0), randomBytes(700_000)]);
const attach = ({ register, admin, record }: World, content: Buffer, name = 'bewijs.pdf') =>
  upload(register, admin, { resource: 'investments', recordId: record.id }, { name, content });

describe('files in an object store', () => {
  let folder: string;
  let server: S3rver;
  let objectStore: ObjectStoreOptions;
  let world: World;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldlab-s3-'));
    const port = await freePort();
    server = new S3rver({
      ...{ port, address: '127.0.0.1', silent: true, directory: folder },
      configureBuckets: [{ name: 'evidence' }, { name: 'restored' }],
    });
    await server.run();
    objectStore = {
      ...{ endpoint: `http://127.0.0.1:${port}`, region: 'eu-central-1', bucket: 'evidence' },
      ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    };
    world = await start({ objectStore });
  });
  afterAll(async () => {
    await world.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are kept there, byte for byte, and nothing of them here', async () => {
    const { body } = await attach(world, LARGE).expect(201);
    const answer = await bytesOf(world.admin.get(`/evidence/${body.id}/file`));
    expect(answer.body.equals(LARGE)).toBe(true);
    expect(await readdir(world.files.folder).catch(() => [])).toEqual([]);
    await expect.poll(() => readdir(world.files.incoming)).toEqual([]);
    const store = new S3FileStore(objectStore);
    expect(await store.has(body.sha256 as string)).toBe(true);
    const kept: string[] = [];
    for await (const found of store.list(new Date(Date.now() + 60_000))) kept.push(...found);
    expect(kept).toEqual([body.sha256]);
    const none = 'ab'.repeat(32);
    expect([await store.has(none), await store.open(none)]).toEqual([false, undefined]);
  });

  it('go into a backup and out of it, to a bucket or to a folder', { timeout: 60_000 }, async () => {
    const { body } = await attach(world, LARGE).expect(201);
    const { sha256 } = body as { sha256: string };
    const file = join(folder, 'register.backup');
    const { ownerUrl } = world.register;
    const manifest = await writeBackup({ ownerUrl, attachments: attachmentsOf(world.files), file });
    expect(manifest.attachments).toEqual([{ path: pathOf(sha256), bytes: LARGE.length, sha256 }]);
    const elsewhere = { ...objectStore, bucket: 'restored' };
    for (const to of [
      { ...world.files, objectStore: elsewhere },
      { ...world.files, objectStore: undefined },
    ]) {
      const database = await createEmptyDatabase();
      await restoreInto(database, file, to);
      await database.drop();
    }
    expect(await new S3FileStore(elsewhere).has(sha256)).toBe(true);
    const [path = ''] = await filesIn(world.files.folder);
    expect(path.endsWith(sha256)).toBe(true);
  });

  it('are not kept while the store does not answer, which is said', async () => {
    const down = { ...objectStore, endpoint: `http://127.0.0.1:${await freePort()}` };
    const other = await start({ objectStore: down });
    const { body } = await attach(other, LARGE).expect(503);
    expect(body).toMatchObject({ code: 'FILE_STORE_UNREACHABLE' });
    const { body: list } = await other.admin.get('/evidence').expect(200);
    expect(list.total).toBe(0);
    await other.close();
  });
});

async function restoreInto(database: TestDatabase, file: string, to: FileOptions): Promise<void> {
  const backup = await OpenedBackup.open(file);
  try {
    await restoreBackup(backup, {
      ...{ ownerUrl: database.ownerUrl, attachments: attachmentsOf(to), replace: false },
    });
  } finally {
    backup.close();
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

describe('a file that is scanned', () => {
  let clamd: Clamd;
  let world: World;
  beforeAll(async () => {
    clamd = await startClamd();
    world = await start({ scanner: { host: '127.0.0.1', port: clamd.port } });
  });
  afterAll(async () => {
    await world.close();
    await clamd.close();
  });

  it('is kept when nothing is wrong with it, and was seen whole', async () => {
    await attach(world, LARGE).expect(201);
    expect(clamd.scanned).toEqual([LARGE.length]);
  });

  it('is refused by the name of what is wrong with it', async () => {
    const { body } = await attach(world, Buffer.from(EICAR), 'eicar.txt').expect(400);
    expect(body.errors).toMatchObject([
      { path: 'file', code: 'FILE_INFECTED', about: { signature: SIGNATURE } },
    ]);
    const sha256 = createHash('sha256').update(EICAR).digest('hex');
    expect((await filesIn(world.files.folder)).filter((path) => path.endsWith(sha256))).toEqual([]);
  });

  it.each(['INSTREAM size limit exceeded. ERROR', 'stream: Can’t open file ERROR', ''])(
    'is not kept when the scanner says %j',
    async (answer) => {
      clamd.says(answer);
      const { body } = await attach(world, Buffer.concat([LARGE, randomBytes(8)])).expect(503);
      expect(body).toMatchObject({ code: 'SCANNER_UNREACHABLE' });
      clamd.says(undefined);
    },
  );

  it('is not kept while the scanner is not there', async () => {
    const other = await start({ scanner: { host: '127.0.0.1', port: await freePort() } });
    const { body } = await attach(other, LARGE).expect(503);
    expect(body).toMatchObject({ code: 'SCANNER_UNREACHABLE' });
    expect(await readdir(other.files.folder).catch(() => [])).toEqual([]);
    await expect.poll(() => readdir(other.files.incoming)).toEqual([]);
    await other.close();
  });
});
