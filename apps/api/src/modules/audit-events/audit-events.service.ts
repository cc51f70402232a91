import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, type Actor } from '../../access/actor';
import type { AuditPage, AuditQuery } from './audit-event.dto';
import { AuditEventsRepository } from './audit-events.repository';

/** The trail is written by the database; here it is only read. */
@Injectable()
export class AuditEventsService {
  constructor(@Inject(AuditEventsRepository) private readonly events: AuditEventsRepository) {}

  async list(actor: Actor, query: AuditQuery): Promise<AuditPage> {
    requirePermission(actor, 'audit:read');
    return this.events.list(query);
  }
}
