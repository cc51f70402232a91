import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@fieldlab/domain';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { AuditEventDto, AuditPage, AuditQuery } from './audit-event.dto';
import { AuditedRecords } from './audited-records.repository';
import { AuditEventsRepository, type AuditEntry } from './audit-events.repository';

/** The trail is written by the database; here it is read, and a reason in it erased. */
@Injectable()
export class AuditEventsService {
  constructor(
    @Inject(AuditEventsRepository) private readonly events: AuditEventsRepository,
    @Inject(AuditedRecords) private readonly records: AuditedRecords,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(actor: Actor, query: AuditQuery): Promise<AuditPage> {
    requirePermission(actor, 'audit:read');
    const { data, total } = await this.events.list(query);
    return { data: await this.named(data), total };
  }

  async get(actor: Actor, id: string): Promise<AuditEventDto> {
    requirePermission(actor, 'audit:read');
    const found = await this.events.find(id);
    const [event] = await this.named(found ? [found] : []);
    if (!event) throw notFound('The entry');
    return event;
  }

  /**
   * Erases the reason of the change that an entry is part of, everywhere; that it was erased is an entry of its own.
   * @throws DomainError NOT_FOUND where there is no such entry, or no reason (any more)
   */
  async eraseReason(actor: Actor, id: string): Promise<void> {
    requirePermission(actor, 'personal-data:erase');
    await this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      if (!(await this.events.eraseReason(client, id))) throw notFound('The reason');
    });
  }

  private async named(entries: AuditEntry[]): Promise<AuditEventDto[]> {
    const recordOf = await this.records.of(entries);
    return entries.map((entry) => ({ ...entry, record: recordOf(entry) }));
  }
}
