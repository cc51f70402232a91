import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  MAILED_KINDS,
  NOTIFICATION_KINDS,
  NOTIFICATION_PERMISSIONS,
  type NotificationKind,
} from '@fieldlab/domain';
import { boundOf, may, requirePermission, type Actor } from '../../access/actor';
import { Database } from '../../platform/database/database';
import { Housekeeping } from '../../platform/housekeeping/housekeeping.service';
import { RETENTION_TERMS, type RetentionTerms } from '../../platform/housekeeping/retention-terms';
import type { NotificationList, NotificationSettings } from './notification.dto';
import type { NotificationReader } from './notification-sources.repository';
import { NotificationsRepository } from './notifications.repository';

/** What waits for the reader, and how they want to be told. */
@Injectable()
export class NotificationsService implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NotificationsRepository) private readonly notifications: NotificationsRepository,
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
    @Inject(RETENTION_TERMS) private readonly terms: RetentionTerms,
  ) {}

  onModuleInit(): void {
    this.housekeeping.add('notifications seen long ago', () =>
      this.notifications.forgetOld(this.database.pool, this.terms.notifications),
    );
  }

  async list(actor: Actor): Promise<NotificationList> {
    requirePermission(actor, 'own-identity:read');
    const { data, ...counts } = await this.notifications.list(
      this.database.pool,
      readerOf(actor),
      kindsFor(actor),
    );
    return { data: data.map((one) => ({ ...one, since: one.since.toISOString() })), ...counts };
  }

  /** Ids of what does not wait for the reader are passed over. */
  async setRead(actor: Actor, ids: readonly string[] | undefined): Promise<void> {
    requirePermission(actor, 'own-account:write');
    await this.notifications.setRead(this.database.pool, readerOf(actor), kindsFor(actor), ids);
  }

  async settings(actor: Actor): Promise<NotificationSettings> {
    requirePermission(actor, 'own-identity:read');
    return { mail: await this.notifications.mailTime(this.database.pool, actor.id) };
  }

  async setSettings(actor: Actor, { mail }: NotificationSettings): Promise<NotificationSettings> {
    requirePermission(actor, 'own-account:write');
    await this.notifications.setMailTime(this.database.pool, actor.id, mail);
    return { mail };
  }
}

/** The kinds that somebody may be told of. */
const kindsFor = (actor: Pick<Actor, 'role' | 'scopes'>): NotificationKind[] =>
  NOTIFICATION_KINDS.filter((kind) => may(actor, NOTIFICATION_PERMISSIONS[kind]));

/** The kinds that go to them by mail. */
export const mailedKindsFor = (person: Pick<Actor, 'role' | 'scopes'>): NotificationKind[] =>
  kindsFor(person).filter((kind) => MAILED_KINDS.includes(kind));

export function readerOf(actor: Pick<Actor, 'id' | 'role' | 'centreIds'>): NotificationReader {
  const bound = boundOf(actor);
  return { id: actor.id, role: actor.role, ownCentres: bound ?? [], isBound: bound !== undefined };
}
