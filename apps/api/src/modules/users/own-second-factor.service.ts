import { Inject, Injectable } from '@nestjs/common';
import { DomainError, notFound } from '@fieldlab/domain';
import type { Request } from 'express';
import { AccountsRepository, type Account } from '../../access/accounts/accounts.repository';
import { authorshipOf, requirePermission, requireSession, type Actor } from '../../access/actor';
import { OneTimeLinks } from '../../access/links/one-time-links';
import { SecondFactor, wrongCode, type Enrolment } from '../../access/second-factor/second-factor';
import { Sessions } from '../../access/sessions/sessions';
import { CredentialChecks } from '../../access/sign-in/credential-checks';
import type { RemovalDto } from './account.dto';
import { OwnPassword } from './own-password.service';

/** A person's second factor in their own hands; a token cannot touch it. */
@Injectable()
export class OwnSecondFactor {
  constructor(
    @Inject(AccountsRepository) private readonly accounts: AccountsRepository,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(CredentialChecks) private readonly checks: CredentialChecks,
    @Inject(OwnPassword) private readonly ownPassword: OwnPassword,
    @Inject(OneTimeLinks) private readonly links: OneTimeLinks,
  ) {}

  /** @throws DomainError CONFLICT when there is one already. */
  async begin(actor: Actor): Promise<Enrolment> {
    const account = await this.own(actor);
    return this.secondFactor.begin(account.id, account.email);
  }

  /** Answers the recovery codes, this once. @throws DomainError CONFLICT, INVALID_INPUT */
  async confirm(actor: Actor, code: string): Promise<string[]> {
    const account = await this.own(actor);
    const by = authorshipOf(actor);
    const recoveryCodes = await this.secondFactor.confirm(by, { userId: account.id, code }, (client) =>
      this.links.notify(client, account, 'SECOND_FACTOR_ADDED'),
    );
    this.links.hurry();
    await this.sessions.noteSecondFactor(requireSession(actor));
    return recoveryCodes;
  }

  /** @throws DomainError INVALID_INPUT, TOO_MANY_REQUESTS */
  async renewRecoveryCodes(actor: Actor, request: Request, code: string | undefined): Promise<string[]> {
    const account = await this.enrolled(actor);
    await this.assertCode(request, account, code);
    return this.secondFactor.renewRecoveryCodes(authorshipOf(actor), account.id);
  }

  /**
   * Takes the password beside the code that the proof of identity was given by, for neither alone would show that it is
   * the owner.
   */
  async remove(actor: Actor, request: Request, { code, password }: RemovalDto): Promise<void> {
    const account = await this.enrolled(actor);
    if (account.passwordHash !== null) {
      await this.ownPassword.assertRight(request, account, password, 'password');
    }
    await this.assertCode(request, account, code);
    await this.secondFactor.remove(authorshipOf(actor), account.id, (client) =>
      this.links.notify(client, account, 'SECOND_FACTOR_REMOVED'),
    );
    this.links.hurry();
  }

  private async assertCode(request: Request, account: Account, code: string | undefined): Promise<void> {
    if (code !== undefined && !(await this.checks.code(request, account, code))) throw wrongCode();
  }

  private async enrolled(actor: Actor): Promise<Account> {
    const account = await this.own(actor);
    const { isEnrolled } = await this.secondFactor.status(account.id);
    if (!isEnrolled) throw notFound('A second factor of yours');
    return account;
  }

  private async own(actor: Actor): Promise<Account> {
    requirePermission(actor, 'own-account:write');
    requireSession(actor);
    const account = await this.accounts.byId(actor.id);
    if (!account) throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
    return account;
  }
}
