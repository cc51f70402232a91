import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import type { SqlClient } from '../../platform/database/database';
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
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  /** Makes a link and mails it; earlier ones of its kind no longer work. */
  async send(person: Addressee, purpose: LinkPurpose): Promise<void> {
    const token = newToken();
    await this.links.voidAll(person.id, purpose);
    await this.links.insert(person.id, purpose, tokenHash(token), HOURS[purpose]);
    await this.links.forgetOld();
    const address = `${this.options.publicUrl}/#/${PAGES[purpose]}/${token}`;
    const hours = HOURS[purpose];
    this.post(person, { ...LINK_MAILS[purpose][person.language](person.name, address, hours), hours });
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

  madeLastHour(userId: string, purpose: LinkPurpose): Promise<number> {
    return this.links.madeLastHour(userId, purpose);
  }

  notify(person: Addressee, notice: SecurityNotice): void {
    this.post(person, noticeMail(notice, person.language, person.name));
  }

  private post({ name, email }: Addressee, message: MailText & { hours?: number }): void {
    this.mailer.post({ to: { name, address: email }, ...message });
  }
}

const unusable = (): DomainError =>
  new DomainError('NOT_FOUND', 'This link does not work any more; ask for a new one.');
