import { Module, type DynamicModule } from '@nestjs/common';
import { DiskFileStore } from './disk-file-store';
import { FILE_OPTIONS, type FileOptions } from './file-options';
import { FILE_STORE, type FileStore } from './file-store';
import { Files } from './files.service';
import { S3FileStore } from './s3-file-store';

/** The store that these options ask for: a bucket where one is set up, else a folder. */
const fileStoreOf = ({ objectStore, folder }: Pick<FileOptions, 'objectStore' | 'folder'>): FileStore =>
  objectStore ? new S3FileStore(objectStore) : new DiskFileStore(folder);

@Module({})
export class FilesModule {
  static with(options: FileOptions): DynamicModule {
    return {
      module: FilesModule,
      global: true,
      providers: [
        { provide: FILE_OPTIONS, useValue: options },
        { provide: FILE_STORE, useValue: fileStoreOf(options) },
        Files,
      ],
      exports: [FILE_OPTIONS, Files],
    };
  }
}
