import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import type { BackupSettings, ObjectStore } from '../../config/env.schema';
import type { BucketPlace } from '../../config/variables';
import { connectS3, sdk } from '../../files/s3-client';
import { BackupError } from './backup-format';

/** Nothing else is deleted for being old, and nothing else is taken for a backup. */
const NAME = /^fieldlab-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup(\.age)?$/;

export interface ShelvedBackup {
  name: string;
  madeAt: Date;
}

/** Where backups go by themselves, under names that say when they were made. */
export interface BackupShelf {
  /** The newest first. */
  list(): Promise<ShelvedBackup[]>;
  /** Takes a file of this machine, which is gone from where it was. */
  put(file: string, name: string): Promise<void>;
  fetch(name: string, into: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** As a person finds it. */
  addressOf(name: string): string;
}

/** `fieldlab-2026-11-29T170000Z.backup.age` */
export const shelfNameOf = (madeAt: Date, isSealed: boolean): string =>
  `fieldlab-${madeAt
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '')}.backup${isSealed ? '.age' : ''}`;

export const shelfOf = (to: BackupSettings['to'], store: ObjectStore | undefined): BackupShelf => {
  if ('folder' in to) return new FolderShelf(to.folder);
  if (!store) throw new BackupError('S3_ENDPOINT and its keys are not set.');
  return new BucketShelf(store, to);
};

/** A backup in a bucket, by the address that `addressOf` gives; undefined for a file of this machine. */
export function placeOf(address: string): { shelf: BucketPlace; name: string } | undefined {
  if (!address.startsWith('s3://') || !URL.canParse(address)) return undefined;
  const { hostname: bucket, pathname } = new URL(address);
  const slash = pathname.lastIndexOf('/');
  return { shelf: { bucket, prefix: pathname.slice(1, slash + 1) }, name: basename(pathname) };
}

/** Deletes all but the newest. @returns the names of what went */
export async function keepNewest(shelf: BackupShelf, count: number): Promise<string[]> {
  const old = (await shelf.list()).slice(count).map(({ name }) => name);
  for (const name of old) await shelf.remove(name);
  return old;
}

function shelved(names: readonly string[]): ShelvedBackup[] {
  const found = names.flatMap((name) => {
    const [, day, hour, minute, second] = NAME.exec(name) ?? [];
    return day === undefined ? [] : [{ name, madeAt: new Date(`${day}T${hour}:${minute}:${second}Z`) }];
  });
  return found.sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

class FolderShelf implements BackupShelf {
  constructor(private readonly folder: string) {}

  async list(): Promise<ShelvedBackup[]> {
    return shelved(await readdir(this.folder).catch(() => []));
  }

  async put(file: string, name: string): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    // Another disk takes a copy first, so that a name is only ever that of a whole file.
    await rename(file, this.addressOf(name)).catch(async () => {
      await copyFile(file, this.addressOf(`${name}.partial`));
      await rename(this.addressOf(`${name}.partial`), this.addressOf(name));
    });
    await rm(file, { force: true });
  }

  async fetch(name: string, into: string): Promise<void> {
    await copyFile(this.addressOf(name), into);
  }

  async remove(name: string): Promise<void> {
    await rm(this.addressOf(name), { force: true });
  }

  addressOf(name: string): string {
    return join(this.folder, name);
  }
}

class BucketShelf implements BackupShelf {
  private connected: Promise<S3Client> | undefined;
  private readonly prefix: string;

  constructor(
    private readonly store: ObjectStore,
    private readonly place: BucketPlace,
  ) {
    this.prefix = place.prefix === '' || place.prefix.endsWith('/') ? place.prefix : `${place.prefix}/`;
  }

  async list(): Promise<ShelvedBackup[]> {
    const { paginateListObjectsV2 } = await sdk();
    const asked = { Bucket: this.place.bucket, Prefix: this.prefix };
    const names: string[] = [];
    for await (const { Contents: objects = [] } of paginateListObjectsV2(
      { client: await this.client() },
      asked,
    ))
      names.push(...objects.map(({ Key: key = '' }) => key.slice(this.prefix.length)));
    return shelved(names);
  }

  async put(file: string, name: string): Promise<void> {
    const { PutObjectCommand } = await sdk();
    const input = { ...this.at(name), Body: createReadStream(file), ContentLength: (await stat(file)).size };
    await (await this.client()).send(new PutObjectCommand(input)).finally(() => input.Body.destroy());
    await rm(file);
  }

  async fetch(name: string, into: string): Promise<void> {
    const { GetObjectCommand } = await sdk();
    const { Body: content } = await (await this.client()).send(new GetObjectCommand(this.at(name)));
    await pipeline(content as Readable, createWriteStream(into, { mode: 0o600 }));
  }

  async remove(name: string): Promise<void> {
    const { DeleteObjectCommand } = await sdk();
    await (await this.client()).send(new DeleteObjectCommand(this.at(name)));
  }

  addressOf(name: string): string {
    return `s3://${this.place.bucket}/${this.prefix}${name}`;
  }

  private at(name: string): { Bucket: string; Key: string } {
    return { Bucket: this.place.bucket, Key: `${this.prefix}${name}` };
  }

  private client(): Promise<S3Client> {
    this.connected ??= connectS3(this.store);
    return this.connected;
  }
}
