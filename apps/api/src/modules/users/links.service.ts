import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Request } from 'express';
import { AccountsRepository, type Account } from '../../access/accounts/accounts.repository';
import { ApiTokensRepository } from '../../access/identity/api-tokens.repository';
import { OneTimeLinks } from '../../access/links/one-time-links';
import type { LinkPurpose } from '../../access/links/one-time-links.repository';
import { PasswordHasher } from '../../access/passwords/password-hasher';
import { assertPassword } from '../../access/passwords/password-rules';
import { SignInLimits } from '../../access/sign-in/sign-in-limits';
import { requestIdOf } from '../../platform/http/request-id';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { AcceptanceDto, InvitationDto } from './links.dto';

const MOST_RESETS_AN_HOUR = 3;

/** What people do with a link that was mailed to them, and how they ask for one. */
@Injectable()
export class LinksService implements OnApplicationShutdown {
  private readonly logger = new Logger(LinksService.name);
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    @Inject(AccountsRepository) private readonly accounts: AccountsRepository,
    @Inject(OneTimeLinks) private readonly links: OneTimeLinks,
    @Inject(PasswordHasher) private readonly hasher: PasswordHasher,
    @Inject(SignInLimits) private readonly limits: SignInLimits,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ApiTokensRepository) private readonly tokens: ApiTokensRepository,
  ) {}

  /** Returns at once, whether or not there is such a person: neither answer nor time tells. */
  requestReset(email: string): void {
    const sending = this.sendReset(email).catch((error: unknown) => {
      this.logger.error(`A reset was not sent: ${error instanceof Error ? error.message : 'unknown'}`);
    });
    this.underWay.add(sending);
    void sending.finally(() => this.underWay.delete(sending));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  /**
   * Who can read the mailbox may also sign in again at once; tokens made before are revoked.
   * @throws DomainError NOT_FOUND, INVALID_INPUT
   */
  async reset(request: Request, token: string, password: string): Promise<void> {
    const account = await this.choosePassword(request, 'PASSWORD_RESET', token, { password });
    this.links.hurry();
    await this.limits.noteSuccess(request, account.email);
  }

  /** Whom an invitation is for, to greet them. @throws DomainError NOT_FOUND */
  async invitation(token: string): Promise<InvitationDto> {
    const { email, name, language } = await this.links.ownerOf('INVITATION', token);
    return { email, name, language };
  }

  /** @throws DomainError NOT_FOUND, INVALID_INPUT */
  async accept(request: Request, token: string, input: AcceptanceDto): Promise<void> {
    await this.choosePassword(request, 'INVITATION', token, input);
  }

  private async choosePassword(
    request: Request,
    purpose: LinkPurpose,
    token: string,
    { name, password }: AcceptanceDto,
  ): Promise<Account> {
    const account = await this.links.ownerOf(purpose, token);
    assertPassword(password, { email: account.email, name: name ?? account.name });
    const passwordHash = await this.hasher.hash(password);
    const author = { actorId: account.id, actorName: account.name, requestId: requestIdOf(request) };
    await this.unitOfWork.runSql(author, async (client) => {
      await this.links.use(client, token);
      if (name !== undefined) await this.accounts.setName(client, account.id, name);
      await this.accounts.setPassword(client, account.id, passwordHash);
      if (purpose === 'PASSWORD_RESET') {
        await this.tokens.revokeAllOf(client, account.id);
        await this.links.notify(client, account, 'PASSWORD_CHANGED');
      }
    });
    return account;
  }

  private async sendReset(email: string): Promise<void> {
    const account = await this.accounts.byEmail(email);
    if (!account) return;
    // Who signs in at a provider has no password here, and a mailbox is not enough to make one.
    if (account.passwordHash === null && account.oidcSubject !== null) return;
    await this.links.send(account, 'PASSWORD_RESET', MOST_RESETS_AN_HOUR);
  }
}
