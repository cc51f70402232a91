import { Inject, Injectable } from '@nestjs/common';
import { findIndicator, type EditionDocument } from '@fieldlab/domain';
import type { Actor } from '../../access/actor';
import { Database, type SqlClient } from '../../platform/database/database';
import { EditionsRepository } from './editions.repository';
import { editionDocument } from './edition-document';
import type { Shares } from './disclosure/published-before';
import { publicDocument } from './public-document';
import type { Report } from './report.dto';
import { ReportsService, type FirmsInCells } from './reports.service';
import { RestatementService } from './restatement.service';
import { sealed } from './seal';

/** An edition about to be published, with what decides how much of it is public. */
export interface PreparedEdition {
  document: EditionDocument;
  firms: FirmsInCells;
}

/** Makes the documents of an edition and publishes them. */
@Injectable()
export class EditionPublisher {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EditionsRepository) private readonly editions: EditionsRepository,
    @Inject(ReportsService) private readonly reports: ReportsService,
    @Inject(RestatementService) private readonly restatement: RestatementService,
  ) {}

  /** The whole edition as it stands; what it changes of the one before is computed here, outside any lock. */
  async prepare(report: Report): Promise<PreparedEdition> {
    const document = editionDocument(report, await this.reports.figuresOf(report), new Date());
    const firms = await this.reports.firmsBehind(document);
    const before = await this.editions.find(this.database.pool, report.id, report.edition - 1);
    if (!before) return { document, firms };
    const earlier = JSON.parse(before.document) as EditionDocument;
    const changes = await this.restatement.changes(earlier, document);
    const previous = { edition: before.number, seal: before.seal };
    return { document: { ...document, changes, previous }, firms };
  }

  /** Seals and keeps it, within the transaction that makes the report published. */
  async publish(client: SqlClient, actor: Actor, prepared: PreparedEdition): Promise<void> {
    // One edition at a time: what is suppressed depends on all that are public.
    await client.query("select pg_advisory_xact_lock(hashtext('report_editions'))");
    const published = (await this.editions.published(client)).map(
      (one) => JSON.parse(one.publicDocument) as EditionDocument,
    );
    const publishedAt = new Date();
    const document = {
      ...prepared.document,
      publishedAt: publishedAt.toISOString(),
      auditHead: await this.editions.auditHead(client),
    };
    const whole = sealed(document);
    const open = sealed(await this.open(document, prepared.firms, published));
    await this.editions.insert(client, {
      reportId: document.report.id,
      number: document.edition,
      publishedAt,
      publishedById: actor.id,
      publishedByName: actor.name,
      document: whole.text,
      seal: whole.seal,
      publicDocument: open.text,
      publicSeal: open.seal,
    });
  }

  /** What everybody may have of it, beside all that they have. */
  private async open(
    document: EditionDocument,
    firms: FirmsInCells,
    published: readonly EditionDocument[],
  ): Promise<EditionDocument> {
    const shares = new Map<EditionDocument, Shares>();
    const others = published.filter((earlier) => mayDiffer(document, earlier));
    for (const edition of others.length > 0 ? [document, ...others] : []) {
      shares.set(edition, await this.reports.sharesBehind(edition));
    }
    return publicDocument(document, { ...firms, published, sharesOf: (edition) => shares.get(edition) });
  }
}

/** Answers whether sums of both may differ by what a few firms did: the same sums, of another day or state. */
function mayDiffer(document: EditionDocument, earlier: EditionDocument): boolean {
  const sums = earlier.figures.filter(({ indicator }) => SUMMED.has(findIndicator(indicator)?.counts ?? ''));
  const isAnother = earlier.knownAt !== document.knownAt || earlier.asOf !== document.asOf;
  return (
    isAnother && sums.some(({ indicator }) => document.figures.some((one) => one.indicator === indicator))
  );
}

/** Of these records firms have more or less; other indicators count firms themselves, or nothing that is a firm's. */
const SUMMED: ReadonlySet<string> = new Set(['attendance', 'outcome', 'investment']);
