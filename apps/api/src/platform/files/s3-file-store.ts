import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { DomainError, errorSentence } from '@fieldlab/domain';
import type { S3Client } from '@aws-sdk/client-s3';
import type { ObjectStoreOptions } from './file-options';
import { fingerprintIn, pathOf, type FileStore, type LocalFile } from './file-store';
import { connectS3, sdk } from './s3-client';

const PREFIX = 'attachments/';

/** Files in a bucket of a store that speaks S3; its client is loaded where there is one. */
export class S3FileStore implements FileStore {
  private connected: Promise<S3Client> | undefined;

  constructor(private readonly options: ObjectStoreOptions) {}

  async put({ path, bytes, sha256 }: LocalFile): Promise<void> {
    const { PutObjectCommand } = await sdk();
    const content = createReadStream(path);
    const input = { ...this.at(sha256), Body: content, ContentLength: bytes };
    await this.asked(async (client) => client.send(new PutObjectCommand(input))).finally(() =>
      content.destroy(),
    );
  }

  async has(sha256: string): Promise<boolean> {
    const { HeadObjectCommand } = await sdk();
    const found = await this.asked(async (client) =>
      client.send(new HeadObjectCommand(this.at(sha256))).catch(missing),
    );
    return found !== undefined;
  }

  async open(sha256: string): Promise<Readable | undefined> {
    const { GetObjectCommand } = await sdk();
    const found = await this.asked(async (client) =>
      client.send(new GetObjectCommand(this.at(sha256))).catch(missing),
    );
    return found?.Body as Readable | undefined;
  }

  async remove(sha256: string): Promise<void> {
    const { DeleteObjectCommand } = await sdk();
    await this.asked(async (client) => client.send(new DeleteObjectCommand(this.at(sha256))));
  }

  async *list(until: Date): AsyncIterable<string[]> {
    const { paginateListObjectsV2 } = await sdk();
    const pages = paginateListObjectsV2(
      { client: await this.client() },
      { Bucket: this.options.bucket, Prefix: PREFIX },
    );
    for await (const { Contents: objects = [] } of pages)
      yield objects.flatMap(({ Key: key = '', LastModified: modified }) => {
        const fingerprint = fingerprintIn(key);
        return fingerprint !== undefined && modified && modified < until ? [fingerprint] : [];
      });
  }

  private at(sha256: string): { Bucket: string; Key: string } {
    return { Bucket: this.options.bucket, Key: `${PREFIX}${pathOf(sha256)}` };
  }

  private async asked<T>(ask: (client: S3Client) => Promise<T>): Promise<T> {
    try {
      return await ask(await this.client());
    } catch {
      const code = 'FILE_STORE_UNREACHABLE';
      throw new DomainError(code, errorSentence(code, {}, 'en'));
    }
  }

  private client(): Promise<S3Client> {
    this.connected ??= connectS3(this.options);
    return this.connected;
  }
}

function missing(error: unknown): undefined {
  const isMissing = error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);
  if (!isMissing) throw error;
}
