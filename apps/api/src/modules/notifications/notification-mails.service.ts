import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_OPTIONS, type AccessOptions } from '../../access/access-options';
import { Database } from '../../platform/database/database';
import { Mailer } from '../../platform/mail/mailer';
import { notificationLetter } from './notification-letter';
import { NotificationMailsRepository } from './notification-mails.repository';
import { NotificationsRepository } from './notifications.repository';
import { mailedKindsFor, readerOf } from './notifications.service';

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
    await this.database.transaction(async (client) => {
      const person = await this.mails.take(client, id);
      if (!person) return;
      const waiting = await this.notifications.takeForMail(client, readerOf(person), mailedKindsFor(person));
      if (waiting.length === 0) return;
      const { publicUrl } = this.options;
      const letter = notificationLetter({ ...person, publicUrl, waiting });
      await this.mailer.post(client, { to: { name: person.name, address: person.email }, ...letter });
    });
    this.mailer.wake();
  }
}
