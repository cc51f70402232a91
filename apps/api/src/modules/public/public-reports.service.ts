import { Inject, Injectable } from '@nestjs/common';
import { notFound, type EditionDocument } from '@fieldlab/domain';
import { ACCESS_OPTIONS, type AccessOptions } from '../../access/access-options';
import { EditionsService, type EditionFile, type PublicEdition } from '../reports/editions.service';
import type { Catalogue } from './public.dto';

/** Everything that is public, as it was published. */
@Injectable()
export class PublicReportsService {
  constructor(
    @Inject(EditionsService) private readonly editions: EditionsService,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  /** The reports with their newest edition, newest first. */
  async catalogue(): Promise<Catalogue> {
    const reports = new Map<string, PublicEdition[]>();
    for (const edition of await this.editions.published()) {
      reports.set(edition.reportId, [...(reports.get(edition.reportId) ?? []), edition]);
    }
    const data = [...reports.values()].flatMap((editions) => {
      const newest = editions.at(-1);
      return newest ? [this.entry(newest, editions)] : [];
    });
    return { data: data.sort((a, b) => b.publishedAt.localeCompare(a.publishedAt)), total: data.length };
  }

  /** @throws DomainError NOT_FOUND */
  async edition(reportId: string, number: number): Promise<PublicEdition> {
    const editions = await this.editions.published(reportId);
    const edition = editions.find((one) => one.number === number);
    if (!edition) throw notFound('The edition');
    return edition;
  }

  /** @throws DomainError NOT_FOUND, and as a file is made */
  async file(reportId: string, number: number, kind: 'csv' | 'pdf'): Promise<EditionFile> {
    return this.editions.publicFile(await this.edition(reportId, number), kind);
  }

  all(): Promise<PublicEdition[]> {
    return this.editions.published();
  }

  /** Where people read an edition, for ever. */
  addressOf(reportId: string, edition: number): string {
    return `${this.options.publicUrl}/public/reports/${reportId}/editions/${edition}`;
  }

  private entry({ document, reportId }: PublicEdition, editions: readonly PublicEdition[]) {
    const { report, edition, asOf, publishedAt, language, scope, figures }: EditionDocument = document;
    return {
      ...{ reportId, title: report.title, edition, asOf, publishedAt, language, scope },
      figures: figures.map(({ indicator, unit, value, suppressed }) => ({
        ...{ indicator, unit, value },
        ...(suppressed ? { suppressed } : {}),
      })),
      editions: editions.map((one) => ({
        edition: one.number,
        publishedAt: one.document.publishedAt,
        seal: one.seal,
      })),
      url: this.addressOf(reportId, edition),
    };
  }
}
