import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@fieldlab/domain';
import { ACCESS_OPTIONS, type AccessOptions } from '../../access/access-options';
import { boundOf, may, requirePermission, requireSession, type Actor } from '../../access/actor';
import { newToken, tokenHash } from '../../platform/secrets/secrets';
import { Database } from '../../platform/database/database';
import type { CalendarFeedDto, NewCalendarFeed } from './calendar-feed.dto';
import { calendarOf } from './calendar';
import { CalendarFeedsRepository } from './calendar-feeds.repository';

/** A calendar by a secret address, for programs that cannot sign in: it holds days and places, and nobody's name. */
@Injectable()
export class CalendarFeedService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CalendarFeedsRepository) private readonly feeds: CalendarFeedsRepository,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  async get(actor: Actor): Promise<CalendarFeedDto> {
    requirePermission(actor, 'own-identity:read');
    const createdAt = await this.feeds.createdAt(this.database.pool, actor.id);
    return { createdAt: createdAt?.toISOString() ?? null };
  }

  /** The one time that the address is answered; the one before ends. */
  async renew(actor: Actor): Promise<NewCalendarFeed> {
    requirePermission(actor, 'own-account:write');
    requireSession(actor);
    const token = newToken();
    const createdAt = await this.feeds.renew(this.database.pool, actor.id, tokenHash(token));
    return {
      createdAt: createdAt.toISOString(),
      address: `${this.options.publicUrl}/api/v1/calendars/${token}.ics`,
    };
  }

  async end(actor: Actor): Promise<void> {
    requirePermission(actor, 'own-account:write');
    await this.feeds.end(this.database.pool, actor.id);
  }

  /** What its owner may see today. @throws DomainError NOT_FOUND for an address that does not work, or not any more. */
  async read(token: string): Promise<string> {
    const owner = await this.feeds.ownerOf(this.database.pool, tokenHash(token));
    if (!owner) throw notFound('The calendar');
    const entries = await this.feeds.entries(this.database.pool, {
      rounds: may(owner, 'round:read'),
      followUps: may(owner, 'note:read'),
      activities: may(owner, 'activity:read'),
      bound: boundOf(owner) ?? null,
    });
    return calendarOf(entries, { language: owner.language, publicUrl: this.options.publicUrl });
  }
}
