import type { S3Client } from '@aws-sdk/client-s3';
import type { ObjectStoreOptions } from './file-options';

const CONNECT_MS = 5_000;
const ANSWER_MS = 60_000;

/** Loads the client of an object store where there is one. */
export const sdk = () => import('@aws-sdk/client-s3');

/** Connects to a store that speaks S3. */
export async function connectS3({
  endpoint,
  region,
  accessKeyId,
  secretAccessKey,
}: Omit<ObjectStoreOptions, 'bucket'>): Promise<S3Client> {
  const { S3Client } = await sdk();
  return new S3Client({
    ...{ endpoint, region, credentials: { accessKeyId, secretAccessKey }, forcePathStyle: true },
    // Otherwise a stream is sent in chunks with checksums, which stores that are not Amazon's keep as content.
    ...{ requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' },
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS },
  });
}
