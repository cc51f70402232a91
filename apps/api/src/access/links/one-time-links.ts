import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import { Database, type SqlClient } from '../../platform/database/database';
import { lockRow } from '../../platform/database/lock-row';
import { Mailer } from '../../platform/mail/mailer';
import { ACCESS_OPTIONS, type AccessOptions } from '../access-options';
import { AccountsRepository, type Account } from '../accounts/accounts.repository';
import { newToken, tokenHash } from '../../platform/secrets/secrets';
import { LINK_MAILS, noticeMail, type MailText, type SecurityNotice } from './link-mails';
import { OneTimeLinksRepository, type LinkPurpose } from './one-time-links.repository';

const HOURS: Record<LinkPurpose, number> = { INVITATION: 7 * 24, PASSWORD_RESET: 2 };
/** The admin's pages for them; behind the `#`, so that the token stays out of logs on the way. */
const PAGES: Record<LinkPurpose, string> = { INVITATION: 'invitations', PASSWORD_RESET: 'password-resets' };

type Addressee = Pick<Account, 'id' | 'email' | 'name' | 'language'>;

/** Links by mail that work once: they prove that a mailbox is somebody's. */
@Injectable()
export class OneTimeLinks {
  constructor(
    @Inject(OneTimeLinksRepository) private readonly links: OneTimeLinksRepository,
    @Inject(AccountsRepository) private readonly accounts: AccountsRepository,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Database) private readonly database: Database,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  /**
   * Makes a link and mails it; earlier ones of its kind no longer work. Nothing is sent to who was sent as many in the last
   * hour: of two who ask at once, the second counts the link of the first.
   */
  async send(person: Addressee, purpose: LinkPurpose, mostAnHour = Infinity): Promise<void> {
    const isSent = await this.database.transaction(async (client) => {
      await lockRow(client, 'users', person.id);
      if ((await this.links.madeLastHour(client, person.id, purpose)) >= mostAnHour) return false;
      await this.post(client, person, purpose);
      return true;
    });
    if (!isSent) return;
    this.hurry();
    await this.links.forgetOld();
  }

  /** The same within the transaction that it follows from; `hurry` after it. */
  async post(client: SqlClient, person: Addressee, purpose: LinkPurpose): Promise<void> {
    const token = newToken();
    const hours = HOURS[purpose];
    await this.links.voidAll(client, person.id, purpose);
    const address = `${this.options.publicUrl}/#/${PAGES[purpose]}/${token}`;
    const letter = LINK_MAILS[purpose][person.language](person.name, address, hours);
    const mailId = await this.mail(client, person, { ...letter, hours });
    const link = { userId: person.id, purpose, tokenHash: tokenHash(token), mailId };
    await this.links.insert(client, link, hours);
  }

  /** @throws DomainError NOT_FOUND when the link was used, is too old, or never was. */
  async ownerOf(purpose: LinkPurpose, token: string): Promise<Account> {
    const userId = await this.links.ownerOf(purpose, tokenHash(token));
    const account = userId === undefined ? undefined : await this.accounts.byId(userId);
    if (!account) throw unusable();
    return account;
  }

  /** @throws DomainError NOT_FOUND as `ownerOf`; of two at once, one. */
  async use(client: SqlClient, token: string): Promise<void> {
    if (!(await this.links.use(client, tokenHash(token)))) throw unusable();
  }

  /** Within the transaction of what the owner is told of; `hurry` after it. */
  async notify(client: SqlClient, person: Addressee, notice: SecurityNotice): Promise<void> {
    await this.mail(client, person, noticeMail(notice, person.language, person.name));
  }

  /** Has what was posted sent at once. */
  hurry(): void {
    this.mailer.wake();
  }

  private mail(
    client: SqlClient,
    { name, email }: Addressee,
    message: MailText & { hours?: number },
  ): Promise<string> {
    return this.mailer.post(client, { to: { name, address: email }, ...message });
  }
}

const unusable = (): DomainError =>
  new DomainError('NOT_FOUND', 'This link does not work any more; ask for a new one.');
