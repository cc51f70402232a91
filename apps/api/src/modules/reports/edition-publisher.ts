import { Inject, Injectable } from '@nestjs/common';
import type { EditionDocument } from '@fieldlab/domain';
import type { Actor } from '../../access/actor';
import { Database, type SqlClient } from '../../platform/database/database';
import { EditionsRepository } from './editions.repository';
import { editionDocument } from './edition-document';
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
    const firms = await this.reports.firmsBehind(report, document);
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
    const published = await this.editions.published(client);
    const publishedAt = new Date();
    const document = {
      ...prepared.document,
      publishedAt: publishedAt.toISOString(),
      auditHead: await this.editions.auditHead(client),
    };
    const whole = sealed(document);
    const open = sealed(
      publicDocument(document, {
        ...prepared.firms,
        published: published.map((one) => JSON.parse(one.publicDocument) as EditionDocument),
      }),
    );
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
}
