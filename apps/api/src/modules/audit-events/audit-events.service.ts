import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@fieldlab/domain';
import { requirePermission, type Actor } from '../../access/actor';
import type { AuditEventDto, AuditPage, AuditQuery } from './audit-event.dto';
import { AuditedRecords } from './audited-records.repository';
import { AuditEventsRepository, type AuditEntry } from './audit-events.repository';

/** The trail is written by the database; here it is only read. */
@Injectable()
export class AuditEventsService {
  constructor(
    @Inject(AuditEventsRepository) private readonly events: AuditEventsRepository,
    @Inject(AuditedRecords) private readonly records: AuditedRecords,
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

  private async named(entries: AuditEntry[]): Promise<AuditEventDto[]> {
    const recordOf = await this.records.of(entries);
    return entries.map((entry) => ({ ...entry, record: recordOf(entry) }));
  }
}
