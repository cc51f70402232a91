import { Inject, Injectable } from '@nestjs/common';
import { notFound, type EditionDocument } from '@fieldlab/domain';
import { requirePermission, type Actor } from '../../access/actor';
import { Database } from '../../platform/database/database';
import { WorkService } from '../../platform/work/work.service';
import { EditionsRepository, type ReadEdition } from './editions.repository';
import { EDITION_FILE_TYPES, editionFile, type EditionFileKind } from './output/edition-file';
import type { EditionList } from './report.dto';
import { ReportsService } from './reports.service';

/** A file for people to keep. */
export interface EditionFile {
  name: string;
  type: string;
  content: Uint8Array;
}

/** Published editions, as they were sealed. */
@Injectable()
export class EditionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EditionsRepository) private readonly editions: EditionsRepository,
    @Inject(ReportsService) private readonly reports: ReportsService,
    @Inject(WorkService) private readonly work: WorkService,
  ) {}

  async list(actor: Actor, reportId: string): Promise<EditionList> {
    await this.reports.getReport(actor, reportId);
    const stored = await this.database.listing(({ client }) => this.editions.ofReport(client, reportId));
    return { data: stored.map(summary).reverse(), total: stored.length };
  }

  /** @throws DomainError NOT_FOUND */
  async get(actor: Actor, reportId: string, number: number): Promise<ReadEdition> {
    requirePermission(actor, 'report:read');
    const edition = await this.database.listing(({ client }) => this.editions.find(client, reportId, number));
    if (!edition) throw notFound('The edition');
    return edition;
  }

  /**
   * A sealed edition as its bytes. Those that were published before there were members files hold the members.
   * @throws DomainError NOT_FOUND, FORBIDDEN
   */
  async json(actor: Actor, reportId: string, number: number): Promise<ReadEdition> {
    const edition = await this.get(actor, reportId, number);
    if (edition.membersDigest === null) requirePermission(actor, 'edition-members:read');
    return edition;
  }

  /** The records behind its figures, as their bytes. @throws DomainError NOT_FOUND */
  async members(actor: Actor, reportId: string, number: number): Promise<{ text: string; digest: string }> {
    requirePermission(actor, 'edition-members:read');
    const members = await this.database.listing(({ client }) =>
      this.editions.members(client, reportId, number),
    );
    if (!members) throw notFound('The members file of this edition');
    return members;
  }

  /** @throws DomainError NOT_FOUND, WORK_TIMED_OUT, WORK_OUT_OF_MEMORY, UNAVAILABLE */
  async file(
    actor: Actor,
    { id, number, kind }: { id: string; number: number; kind: EditionFileKind },
  ): Promise<EditionFile> {
    const { title, document } = await this.get(actor, id, number);
    const content = await editionFile(this.work, document, kind);
    return { name: `${title} ${number}.${kind}`, type: EDITION_FILE_TYPES[kind], content };
  }
}

function summary({ number, publishedAt, publishedByName, document, ...digests }: ReadEdition) {
  const { seal, publicSeal, membersDigest } = digests;
  const { knownAt, asOf, reason, changes } = JSON.parse(document) as EditionDocument;
  return {
    edition: number,
    publishedAt: publishedAt.toISOString(),
    publishedByName,
    knownAt,
    asOf,
    reason: reason ?? null,
    changes: changes?.length ?? 0,
    seal,
    publicSeal,
    membersDigest,
  };
}
