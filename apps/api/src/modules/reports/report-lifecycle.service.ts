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
import type { SqlClient, Transaction } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { lockRow } from '../../platform/database/lock-row';
import { keepAnswer, type Claimed } from '../../resource/idempotency.repository';
import type { ApproveInput, Report } from './report.dto';
import { PublishingService } from './publishing/publishing.service';
import { ReportsService } from './reports.service';

/** What goes in the transaction of a transition. */
interface Beside {
  also?: (client: SqlClient) => Promise<void>;
  claim?: Claimed | undefined;
}

const NOT_APPROVED = { approvedById: null, approvedByName: null };
type Changes = Parameters<Transaction['prisma']['report']['update']>[0]['data'];
type State = Pick<Report, 'status' | 'submittedById'>;
/** The column is text; the database refuses any that is no status. */
const toState = (row: { status: string; submittedById: string | null }): State => row as State;

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
    return this.move(actor, id, 'submit', {
      frozenKnownAt: knownAt,
      submittedById: actor.id,
      submittedByName: actor.name,
      remark: null,
    });
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
    return this.move(actor, id, 'approve', { approvedById: actor.id, approvedByName: actor.name });
  }

  async return(actor: Actor, id: string, remark: string): Promise<Report> {
    return this.move(actor, id, 'return', { remark, frozenKnownAt: null, ...NOT_APPROVED });
  }

  /**
   * Begins publishing, and waits a moment for it: the answer is PUBLISHED, or PUBLISHING with its progress.
   * @throws DomainError PUBLISHING_DISCLOSES, DISCLOSURE_NOT_PROVED where that is known by then
   */
  async publish(actor: Actor, id: string): Promise<Report> {
    await this.move(
      actor,
      id,
      'publish',
      {},
      {
        also: (client) => this.publishing.request(client, actor, id),
      },
    );
    await this.publishing.settled(id);
    const report = await this.reports.getReport(actor, id);
    const { failure, refusal } = report;
    if (refusal) throw new DomainError(refusal.code, failure ?? '', [], refusal.about);
    return report;
  }

  /** The next edition, as a draft that knows what is known by now. */
  async beginEdition(actor: Actor, id: string, reason: string, claim?: Claimed): Promise<Report> {
    const changes = {
      edition: { increment: 1 },
      editionReason: reason,
      knownAt: null,
      frozenKnownAt: null,
      submittedById: null,
      submittedByName: null,
      ...NOT_APPROVED,
    };
    return this.move(actor, id, 'revise', changes, { claim });
  }

  /** One transition under a lock on the report. @throws DomainError NOT_FOUND, ILLEGAL_TRANSITION */
  private async move(
    actor: Actor,
    id: string,
    action: ReportAction,
    changes: Changes,
    { also, claim }: Beside = {},
  ): Promise<Report> {
    requirePermission(actor, 'report:write');
    return this.unitOfWork.run(authorshipOf(actor), async (tx) => {
      await lockRow(tx.client, 'reports', id);
      const report = await tx.prisma.report.findFirst({ where: { id, deletedAt: null } });
      if (!report) throw notFound('The Report');
      const status = assertReportAction(toState(report), action, actor.id);
      await also?.(tx.client);
      await tx.prisma.report.update({ where: { id }, data: { status, updatedAt: new Date(), ...changes } });
      const moved = await this.reports.getReport(actor, id, tx);
      await keepAnswer(tx.client, claim, moved);
      return moved;
    });
  }
}
