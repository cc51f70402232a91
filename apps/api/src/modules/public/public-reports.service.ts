import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@fieldlab/domain';
import { ACCESS_OPTIONS, type AccessOptions } from '../../access/access-options';
import { PublicFiles, type PublicFile, type PublicFileKind } from '../reports/public-files.service';
import { atomOf } from './atom';
import type { Catalogue } from './public.dto';
import { PublicEditionsRepository, type PublicEdition } from './public-editions.repository';

/** Everything that is public, as it was published. */
@Injectable()
export class PublicReportsService {
  constructor(
    @Inject(PublicEditionsRepository) private readonly editions: PublicEditionsRepository,
    @Inject(PublicFiles) private readonly files: PublicFiles,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  /** The reports with their newest edition, newest first. */
  async catalogue(): Promise<Catalogue> {
    const newest = await this.editions.newest();
    const data = newest.map(({ reportId, number, programme: _, from: __, seal: ___, ...entry }) => ({
      ...{ ...entry, reportId, edition: number, url: this.addressOf(reportId, number) },
    }));
    return { data, total: data.length };
  }

  /** Its sealed bytes. @throws DomainError NOT_FOUND */
  async document(reportId: string, number: number): Promise<{ text: string; seal: string }> {
    const document = await this.editions.document(reportId, number);
    if (!document) throw notFound('The edition');
    return document;
  }

  /** @throws DomainError NOT_FOUND, UNAVAILABLE, and as a file is made */
  file(reportId: string, number: number, kind: PublicFileKind): Promise<PublicFile> {
    return this.files.get(reportId, number, kind);
  }

  all(): Promise<PublicEdition[]> {
    return this.editions.all();
  }

  /** The newest editions as an Atom feed. */
  async feed(): Promise<string> {
    const { publicUrl } = this.options;
    const home = { page: `${publicUrl}/public/reports`, feed: `${publicUrl}/api/v1/public/feed.atom` };
    return atomOf(await this.editions.all(), home, (id, edition) => this.addressOf(id, edition));
  }

  /** Where people read an edition, for ever. */
  addressOf(reportId: string, edition: number): string {
    return `${this.options.publicUrl}/public/reports/${reportId}/editions/${edition}`;
  }
}
