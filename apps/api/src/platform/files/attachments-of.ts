import { AttachmentsFolder, AttachmentsStore, type Attachments } from '../database/backup/attachments';
import type { FileOptions } from './file-options';
import { S3FileStore } from './s3-file-store';

/** Where a backup finds files and a restore puts them: where the server keeps them. */
export const attachmentsOf = ({
  objectStore,
  folder,
  incoming,
}: Pick<FileOptions, 'objectStore' | 'folder' | 'incoming'>): Attachments =>
  objectStore ? new AttachmentsStore(new S3FileStore(objectStore), incoming) : new AttachmentsFolder(folder);
