import { Inject, Injectable } from '@nestjs/common';
import {
  assertReportAction,
  DomainError,
  notFound,
  shownNumbers,
  typedNumbers,
  type ReportAction,
} from '@fieldlab/domain';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import type { SqlClient } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { join, rowsOf, sql, type Sql } from '../../platform/database/sql';
import { keepAnswer, type IdempotencyClaim } from '../../records/idempotency.repository';
import type { ApproveInput, Report } from './report.dto';
import { PublishingService } from './publishing/publishing.service';
import { ReportsService } from './reports.service';

/** What goes in the transaction of a transition. */
interface Beside {
  also?: (client: SqlClient) => Promise<void>;
  claim?: IdempotencyClaim | undefined;
}

/** What happens to a report: submitted, approved by somebody else or returned, published, and begun again. */
@Injectable()
export class ReportLifecycleService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ReportsService) private readonly reports: ReportsService,
    @Inject(PublishingService) private readonly publishing: PublishingService,
  ) {}

  /** Freezes what is known, so that what is approved is what is published. */
  async submit(actor: Actor, id: string): Promise<Report> {
    const report = await this.reports.getReport(actor, id);
    const { knownAt } = await this.reports.figuresOf(report);
    return this.move(actor, id, 'submit', [
      sql`frozen_known_at = ${knownAt}::timestamptz`,
      sql`submitted_by_id = ${actor.id}::uuid`,
      sql`submitted_by_name = ${actor.name}`,
      sql`remark = null`,
    ]);
  }

  /** @throws DomainError TYPED_NUMBERS when the text holds numbers that nobody vouched for. */
  async approve(actor: Actor, id: string, input: ApproveInput): Promise<Report> {
    const { text } = await this.reports.getReport(actor, id);
    const typed = typedNumbers(text);
    if (typed.length > 0 && input?.confirmTypedNumbers !== true) {
      throw new DomainError(
        'TYPED_NUMBERS',
        `The text has numbers that are no figures of this report: ${shownNumbers(typed, ', ')}. Confirm that they are right, or return it.`,
      );
    }
    return this.move(actor, id, 'approve', [
      sql`approved_by_id = ${actor.id}::uuid`,
      sql`approved_by_name = ${actor.name}`,
    ]);
  }

  async return(actor: Actor, id: string, remark: string): Promise<Report> {
    return this.move(actor, id, 'return', [
      sql`remark = ${remark}`,
      sql`frozen_known_at = null`,
      sql`approved_by_id = null`,
      sql`approved_by_name = null`,
    ]);
  }

  /**
   * Begins publishing, and waits a moment for it: the answer is PUBLISHED, or PUBLISHING with its progress.
   * @throws DomainError PUBLISHING_DISCLOSES, DISCLOSURE_NOT_PROVED where that is known by then
   */
  async publish(actor: Actor, id: string): Promise<Report> {
    await this.move(actor, id, 'publish', [], {
      also: (client) => this.publishing.request(client, actor, id),
    });
    await this.publishing.settled(id);
    const report = await this.reports.getReport(actor, id);
    const { failure, refusal } = report;
    if (refusal) throw new DomainError(refusal.code, failure ?? '', [], refusal.about);
    return report;
  }

  /** The next edition, as a draft that knows what is known by now. */
  async beginEdition(actor: Actor, id: string, reason: string, claim?: IdempotencyClaim): Promise<Report> {
    const changes = [
      sql`edition = edition + 1`,
      sql`edition_reason = ${reason}`,
      sql`known_at = null`,
      sql`frozen_known_at = null`,
      sql`submitted_by_id = null`,
      sql`submitted_by_name = null`,
      sql`approved_by_id = null`,
      sql`approved_by_name = null`,
    ];
    return this.move(actor, id, 'revise', changes, { claim });
  }

  /** One transition under a lock on the report. @throws DomainError NOT_FOUND, ILLEGAL_TRANSITION */
  private async move(
    actor: Actor,
    id: string,
    action: ReportAction,
    changes: readonly Sql[],
    { also, claim }: Beside = {},
  ): Promise<Report> {
    requirePermission(actor, 'report:write');
    return this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      const [current] = await rowsOf<Pick<Report, 'status' | 'submittedById'>>(
        client,
        sql`select status, submitted_by_id as "submittedById" from reports
             where id = ${id}::uuid and deleted_at is null for update`,
      );
      if (!current) throw notFound('The Report');
      const status = assertReportAction(current, action, actor.id);
      await also?.(client);
      const all = [sql`status = ${status}`, sql`updated_at = now()`, ...changes];
      await rowsOf(client, sql`update reports set ${join(all)} where id = ${id}::uuid`);
      const moved = await this.reports.getReport(actor, id, client);
      await keepAnswer(client, claim, moved);
      return moved;
    });
  }
}
