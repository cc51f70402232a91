import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_OPTIONS, type AccessOptions } from '../../access/access-options';
import { Database } from '../../platform/database/database';
import { Mailer } from '../../platform/mail/mailer';
import { notificationLetter } from './notification-letter';
import { NotificationMailsRepository } from './notification-mails.repository';
import { NotificationsRepository } from './notifications.repository';
import { readerOf, kindsFor } from './notifications.service';

/** Mails people what waits for them, at the time that each chose. */
@Injectable()
export class NotificationMails {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NotificationMailsRepository) private readonly mails: NotificationMailsRepository,
    @Inject(NotificationsRepository) private readonly notifications: NotificationsRepository,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  /** Everybody whose time has come. Two processes may do so at once: each notification goes once. */
  async sendDue(): Promise<void> {
    for (const id of await this.mails.due(this.database.pool)) await this.sendTo(id);
  }

  private async sendTo(id: string): Promise<void> {
    const taken = await this.database.transaction(async (client) => {
      const person = await this.mails.take(client, id);
      if (!person) return undefined;
      const waiting = await this.notifications.takeForMail(client, readerOf(person), kindsFor(person));
      return { person, waiting };
    });
    if (!taken || taken.waiting.length === 0) return;
    const { person, waiting } = taken;
    const { publicUrl } = this.options;
    const letter = notificationLetter({ ...person, publicUrl, waiting });
    this.mailer.post({ to: { name: person.name, address: person.email }, ...letter });
  }
}
