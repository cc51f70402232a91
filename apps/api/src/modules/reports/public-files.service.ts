import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@fieldlab/domain';
import { Turns } from '../../platform/work/turns';
import { WorkService } from '../../platform/work/work.service';
import { EDITION_FILE_TYPES, editionFile } from './output/edition-file';
import {
  PUBLIC_FILE_KINDS,
  PublicFilesRepository,
  type KeptFile,
  type PublicFileKind,
} from './public-files.repository';

export type { PublicFileKind } from './public-files.repository';
export type PublicFile = KeptFile & { type: string };

/** Files are made one after the other; who comes when so many wait is asked to come back. */
const MOST_WAITING = 20;

/**
 * The PDF and CSV of what everybody may have: made once, and served as the bytes that were kept. Whoever asks for one
 * that is not there yet waits for the one that makes it.
 */
@Injectable()
export class PublicFiles {
  private readonly turns = new Turns(1, MOST_WAITING);
  private readonly underWay = new Map<string, Promise<KeptFile>>();

  constructor(
    @Inject(PublicFilesRepository) private readonly files: PublicFilesRepository,
    @Inject(WorkService) private readonly work: WorkService,
  ) {}

  /** Makes the files of a report's newest edition. One that fails is made when it is asked for. */
  async keep(reportId: string): Promise<void> {
    const number = await this.files.newest(reportId);
    if (number === undefined) return;
    for (const kind of PUBLIC_FILE_KINDS) await this.get(reportId, number, kind).catch(() => undefined);
  }

  /** @throws DomainError NOT_FOUND, UNAVAILABLE when many wait, WORK_TIMED_OUT, WORK_OUT_OF_MEMORY */
  async get(reportId: string, number: number, kind: PublicFileKind): Promise<PublicFile> {
    const kept = (await this.files.find(reportId, number, kind)) ?? (await this.made(reportId, number, kind));
    return { ...kept, type: EDITION_FILE_TYPES[kind] };
  }

  private made(reportId: string, number: number, kind: PublicFileKind): Promise<KeptFile> {
    const key = `${reportId}/${number}.${kind}`;
    const making =
      this.underWay.get(key) ??
      this.turns.run(() => this.make(reportId, number, kind)).finally(() => this.underWay.delete(key));
    this.underWay.set(key, making);
    return making;
  }

  private async make(reportId: string, number: number, kind: PublicFileKind): Promise<KeptFile> {
    const source = await this.files.source(reportId, number);
    if (!source) throw notFound('The edition');
    const content = Buffer.from(await editionFile(this.work, source.text, kind));
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.files.keep(reportId, number, kind, {
      name: `${source.title} ${number}.${kind}`,
      content,
      sha256,
    });
    const kept = await this.files.find(reportId, number, kind);
    if (!kept) throw new Error(`The ${kind} of an edition was not kept.`);
    return kept;
  }
}
