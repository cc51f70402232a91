import { Inject, Injectable } from '@nestjs/common';
import type { EditionDocument } from '@fieldlab/domain';
import type { Actor } from '../../access/actor';
import { Database, type SqlClient } from '../../platform/database/database';
import { EditionsRepository } from './editions.repository';
import { editionDocument } from './edition-document';
import { publicDocument } from './public-document';
import type { Report } from './report.dto';
import { ReportsService } from './reports.service';
import { RestatementService } from './restatement.service';
import { sealed } from './seal';

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
  async prepare(report: Report): Promise<EditionDocument> {
    const document = editionDocument(report, await this.reports.figuresOf(report), new Date());
    const before = await this.editions.find(this.database.pool, report.id, report.edition - 1);
    if (!before) return document;
    const earlier = JSON.parse(before.document) as EditionDocument;
    return {
      ...document,
      changes: await this.restatement.changes(earlier, document),
      previous: { edition: before.number, seal: before.seal },
    };
  }

  /** Seals and keeps it, within the transaction that makes the report published. */
  async publish(client: SqlClient, actor: Actor, prepared: EditionDocument): Promise<void> {
    const publishedAt = new Date();
    const document = {
      ...prepared,
      publishedAt: publishedAt.toISOString(),
      auditHead: await this.editions.auditHead(client),
    };
    const whole = sealed(document);
    const open = sealed(publicDocument(document));
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
