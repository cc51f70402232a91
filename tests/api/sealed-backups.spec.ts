import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseBackupCommand } from '@api/cli/backup-options';
import { askedAt, figuresKnownAt } from '@api/cli/known-figures';
import { compareRestored } from '@api/cli/restored-register';
import { readBackupPassphrase } from '@api/platform/config/backup-passphrase';
import type { ObjectStore } from '@api/platform/config/env.schema';
import { ifAlone } from '@api/platform/database/alone';
import { AttachmentsFolder } from '@api/platform/database/backup/attachments';
import { BackupFile } from '@api/platform/database/backup/backup-file';
import { keepNewest, placeOf, shelfNameOf, shelfOf } from '@api/platform/database/backup/backup-shelf';
import { isDue } from '@api/platform/database/backup/is-due';
import { OpenedBackup } from '@api/platform/database/backup/opened-backup';
import { restoreBackup } from '@api/platform/database/backup/restore-backup';
import { SealedFile } from '@api/platform/database/backup/sealed-file';
import { writeBackup } from '@api/platform/database/backup/write-backup';
import { Database } from '@api/platform/database/database';
import { LOCKS } from '@api/platform/database/locks';
import { BackupSchedule } from '@api/startup/backup-schedule';
import { Decrypter, Encrypter } from 'age-encryption';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishEdition } from '../support/browser-register';
import { createEmptyDatabase, createTestDatabase } from '../support/database';
import { freePort } from '../support/free-port';
import { startTestRegister } from '../support/register';

const PASSPHRASE = 'zestien tekens of meer';
/** Some chunks of the format, and a piece of one. */
const SOME_CHUNKS = 3 * 64 * 1024 + 1234;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldlab-sealed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a sealed backup', { timeout: 120_000 }, () => {
  const content = randomBytes(SOME_CHUNKS);
  let file: string;
  beforeAll(async () => {
    file = join(folder, 'sealed');
    const target = new BackupFile(file, PASSPHRASE);
    for (let at = 0; at < content.length; at += 10_000) await target.write(content.subarray(at, at + 10_000));
    await target.end();
  }, 60_000);
  const opened = async (path: string, passphrase = PASSPHRASE) => {
    const handle = await open(path, 'r');
    return SealedFile.open(handle, passphrase).catch(async (error: unknown) => {
      await handle.close();
      throw error;
    });
  };
  const close = (sealed: SealedFile) => new Promise((resolve) => sealed.close(resolve));

  it('is what every program reads that knows age', async () => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(PASSPHRASE);
    expect(content.equals(await decrypter.decrypt(await readFile(file)))).toBe(true);
  });

  it('may be sealed by such a program too', async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(PASSPHRASE);
    encrypter.setScryptWorkFactor(10);
    const other = join(folder, 'by-another');
    await writeFile(other, await encrypter.encrypt(content));
    const sealed = await opened(other);
    expect(content.equals(await buffer(sealed._readStreamForRange(0, sealed.size)))).toBe(true);
    await close(sealed);
  });

  it('is read in any part, and never held as a whole', async () => {
    const sealed = await opened(file);
    expect(sealed.size).toBe(content.length);
    for (const [start, end] of [
      [0, 1],
      [65_535, 65_537],
      [100_000, 190_000],
      [content.length - 10, content.length],
      [0, content.length],
    ] as const) {
      const part = await buffer(sealed._readStreamForRange(start, end));
      expect(part.equals(content.subarray(start, end))).toBe(true);
    }
    await close(sealed);
  });

  it('does not open with another passphrase, nor when it was cut off or changed', async () => {
    await expect(opened(file, 'zestien andere tekens')).rejects.toThrow('passphrase is not the one');
    const [cut, changed] = [join(folder, 'cut'), join(folder, 'changed')];
    const { length } = await readFile(file);
    for (const bytes of [length - 1, length - (1234 + 16)]) {
      await copyFile(file, cut);
      await truncate(cut, bytes);
      await expect(opened(cut)).rejects.toThrow('cut off');
    }
    const bytes = await readFile(file);
    bytes.fill(7, 70_000, 70_010);
    await writeFile(changed, bytes);
    const sealed = await opened(changed);
    const whole = buffer(sealed._readStreamForRange(0, content.length));
    await expect(whole).rejects.toThrow('changed or cut off');
    await close(sealed);
    const sealedZip = OpenedBackup.open(file);
    await expect(sealedZip).rejects.toThrow('It is sealed: set BACKUP_PASSPHRASE_FILE');
  });

  it('fails as the disk does, and leaves nothing behind', async () => {
    const target = new BackupFile(join(folder, 'no such folder', 'file'), PASSPHRASE);
    await expect(target.write(content).then(() => target.end())).rejects.toThrow('ENOENT');
    await target.abandon();
  });
});

describe('a backup under load', { timeout: 120_000 }, () => {
  it('is the register at one moment, and a restore says whether it is still that', async () => {
    const register = await startTestRegister();
    const admin = await register.as('ADMIN');
    let isOver = false;
    const written = async (writer: number): Promise<number> => {
      let count = 0;
      for (; !isOver; count += 1)
        await admin.post('/companies', { name: `Firma ${writer}-${count}` }).expect(201);
      return count;
    };
    await publishEdition(await register.as('EVALUATOR'), admin);
    for (const name of ['Eerst', 'Dan']) await admin.post('/companies', { name }).expect(201);
    const load = [written(1), written(2)];
    const file = join(folder, 'under-load.backup');
    const manifest = await writeBackup({
      ...{ ownerUrl: register.ownerUrl, file, passphrase: PASSPHRASE },
      attachments: new AttachmentsFolder(join(folder, 'none')),
      figuresAt: (instants) => figuresKnownAt(register.database, askedAt(instants, new Date())),
    });
    isOver = true;
    expect(Math.min(...(await Promise.all(load)))).toBeGreaterThan(0);
    const target = await createEmptyDatabase();
    const backup = await OpenedBackup.open(file, PASSPHRASE);
    const attachments = new AttachmentsFolder(join(folder, 'back'));
    await restoreBackup(backup, { ownerUrl: target.ownerUrl, attachments, replace: false });
    backup.close();
    const owner = new Database(target.ownerUrl);
    const { faults, sentence } = await compareRestored(owner, manifest);
    expect(faults).toEqual([]);
    expect(sentence).toContain('1 published editions: no seal is broken.');
    expect(sentence).toMatch(/figures at [1-9]\d* instants of the past: the same/);

    const [first] = manifest.figures ?? [];
    const other = Object.fromEntries(Object.keys(first?.values ?? {}).map((figure) => [figure, 999]));
    const figures = first ? [{ ...first, values: other }] : [];
    const wrong = await compareRestored(owner, { ...manifest, figures, lastRevision: '999999' });
    expect(wrong.faults).toContain('The last revision of the backup, 999999, is not there.');
    expect(wrong.faults.filter((fault) => fault.includes('was 999 and is'))).toHaveLength(
      Object.keys(other).length,
    );
    // Nothing that the program allows changes an edition: whoever does, puts its rules aside first.
    await owner.pool.query('alter table report_editions disable trigger user');
    await owner.pool.query(`update report_editions set document = replace(document, '"Stand', '"Staat')`);
    const forged = await compareRestored(owner, manifest);
    expect(forged.faults).toEqual([
      expect.stringMatching(/^The seal of edition 1 of report \S+ is broken\.$/),
    ]);
    await owner.close();
    await target.drop();
    await register.close();
  });
});

describe('backups that are made by itself', { timeout: 60_000 }, () => {
  let server: S3rver;
  let store: ObjectStore;
  beforeAll(async () => {
    const port = await freePort();
    server = new S3rver({
      ...{ port, address: '127.0.0.1', silent: true, directory: join(folder, 's3') },
      configureBuckets: [{ name: 'backups' }],
    });
    await server.run();
    store = {
      ...{ endpoint: `http://127.0.0.1:${port}`, region: 'eu-central-1', bucket: 'evidence' },
      ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    };
  });
  afterAll(() => server.close());

  it.each([
    ['a folder', () => ({ folder: join(folder, 'shelf') })],
    ['a bucket', () => ({ bucket: 'backups', prefix: 'fieldlab' })],
  ])('lie in %s by the time of their making; the newest are kept', async (_, to) => {
    const shelf = shelfOf(to(), store);
    expect(await shelf.list()).toEqual([]);
    for (const day of [3, 1, 2]) {
      const local = join(folder, 'local');
      await writeFile(local, `day ${day}`);
      await shelf.put(local, shelfNameOf(new Date(Date.UTC(2026, 0, day, 3, 4, 5)), true));
      expect(await readdir(folder)).not.toContain('local');
    }
    expect(await keepNewest(shelf, 2)).toEqual(['fieldlab-2026-01-01T030405Z.backup.age']);
    const [newest, ...others] = await shelf.list();
    expect(newest).toEqual({
      name: 'fieldlab-2026-01-03T030405Z.backup.age',
      madeAt: new Date(Date.UTC(2026, 0, 3, 3, 4, 5)),
    });
    expect(others).toHaveLength(1);
    const into = join(folder, 'fetched');
    await shelf.fetch(newest?.name ?? '', into);
    expect(await readFile(into, 'utf8')).toBe('day 3');
  });

  it('are found by the address that was told', () => {
    const to = { bucket: 'backups', prefix: 'a/b/' };
    const address = shelfOf(to, store).addressOf('one.backup.age');
    expect(placeOf(address)).toEqual({ shelf: to, name: 'one.backup.age' });
    expect(placeOf('/var/backups/one.backup.age')).toBeUndefined();
  });

  it('are due when the newest is as old as they may become', () => {
    const now = new Date('2026-01-02T00:00:00Z');
    const made = (at: string) => [{ name: 'one', madeAt: new Date(at) }];
    expect(isDue([], 24, now)).toBe(true);
    expect(isDue(made('2026-01-01T00:00:01Z'), 24, now)).toBe(false);
    expect(isDue(made('2026-01-01T00:00:00Z'), 24, now)).toBe(true);
    expect(isDue([], 0, now)).toBe(false);
  });

  it('are made by one process at a time', async () => {
    const { ownerUrl, drop } = await createTestDatabase();
    const made: string[] = [];
    const isFirst = await ifAlone(ownerUrl, LOCKS.backup, async () => {
      const isSecond = await ifAlone(ownerUrl, LOCKS.backup, () => Promise.resolve(void made.push('second')));
      expect(isSecond).toBe(false);
      made.push('first');
    });
    const isLater = await ifAlone(ownerUrl, LOCKS.backup, () => Promise.resolve(void made.push('later')));
    expect([isFirst, isLater, made]).toEqual([true, true, ['first', 'later']]);
    await drop();
  });

  it('are made in a process beside the server, which tells what failed', async () => {
    const [fails, makes] = [join(folder, 'fails.mjs'), join(folder, 'makes.mjs')];
    const shelf = shelfOf({ folder: join(folder, 'scheduled') }, undefined);
    const name = shelfNameOf(new Date(), true);
    await writeFile(fails, `process.stderr.write('The disk is full.'); process.exitCode = 1;`);
    await writeFile(
      makes,
      `import { mkdirSync, writeFileSync } from 'node:fs';
       mkdirSync(${JSON.stringify(join(folder, 'scheduled'))});
       writeFileSync(${JSON.stringify(shelf.addressOf(name))}, process.argv[2]);
       process.stdout.write('Backed up.');`,
    );
    const said: string[] = [];
    const newest: (Date | undefined)[] = [];
    const settings = {
      ...{ passphrase: PASSPHRASE, passphraseFile: undefined, everyHours: 24, keep: 2 },
      to: { folder: join(folder, 'scheduled') },
    };
    const look = (program: string) =>
      new BackupSchedule({
        ...{ settings, shelf, program, onNewest: (madeAt: Date | undefined) => newest.push(madeAt) },
        log: { info: (line) => said.push(line), error: (line) => said.push(line) },
      }).look();
    await look(fails);
    await look(makes);
    await look(fails);
    expect(said).toEqual(['No backup was made: The disk is full.', 'Backed up.']);
    expect(newest).toHaveLength(2);
    expect(await readFile(shelf.addressOf(name), 'utf8')).toBe('--if-due');
    expect(BackupSchedule.isWanted(settings)).toBe(true);
    expect(BackupSchedule.isWanted({ ...settings, passphrase: undefined })).toBe(false);
    expect(BackupSchedule.isWanted({ ...settings, everyHours: 0 })).toBe(false);
  });
});

describe('npm run backup', () => {
  it('says what means nothing, and takes no passphrase by argument', () => {
    expect(parseBackupCommand([])).toEqual({ file: undefined, isUnsealed: false, ifDue: false });
    for (const args of [['a', 'b'], ['--unencrypted'], ['a', '--if-due'], ['a', '--passphrase', 'b']])
      expect(() => parseBackupCommand(args)).toThrow();
  });

  it('reads the first line of the file that is named', async () => {
    const passphraseFile = join(folder, 'passphrase');
    const read = () => readBackupPassphrase({ passphrase: undefined, passphraseFile });
    await expect(read()).rejects.toThrow('names a file that cannot be read');
    await writeFile(passphraseFile, 'kort\n');
    await expect(read()).rejects.toThrow('fewer than 16 characters');
    await writeFile(passphraseFile, `${PASSPHRASE}\r\nmeer\n`);
    expect(await read()).toBe(PASSPHRASE);
    expect(await readBackupPassphrase({ passphrase: PASSPHRASE, passphraseFile: undefined })).toBe(
      PASSPHRASE,
    );
    expect(await readBackupPassphrase({ passphrase: undefined, passphraseFile: undefined })).toBeUndefined();
  });
});
