import { Inject, Injectable } from '@nestjs/common';
import { DomainError, invalidInput, fault } from '@fieldlab/domain';
import type { Request, Response } from 'express';
import { AccountsRepository, type Account } from '../../access/accounts/accounts.repository';
import { OneTimeLinks } from '../../access/links/one-time-links';
import { PasswordHasher } from '../../access/passwords/password-hasher';
import { assertPassword } from '../../access/passwords/password-rules';
import { SecondFactor } from '../../access/second-factor/second-factor';
import { Sessions } from '../../access/sessions/sessions';
import { CredentialChecks } from '../../access/sign-in/credential-checks';
import type { SqlClient } from '../../platform/database/database';

interface NextPassword {
  password: string;
  currentPassword: string | undefined;
  /** As it will be: a password may not be made of it. */
  name: string;
}

/** Asks people for their password again before what protects their account changes. */
@Injectable()
export class OwnPassword {
  constructor(
    @Inject(PasswordHasher) private readonly hasher: PasswordHasher,
    @Inject(CredentialChecks) private readonly checks: CredentialChecks,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(OneTimeLinks) private readonly links: OneTimeLinks,
    @Inject(AccountsRepository) private readonly accounts: AccountsRepository,
  ) {}

  /** A wrong one counts as a failed sign-in. @throws DomainError INVALID_INPUT, CONFLICT, TOO_MANY_REQUESTS */
  async assertRight(
    request: Request,
    account: Account,
    password: string | undefined,
    path: string,
  ): Promise<void> {
    if (account.passwordHash === null) {
      throw new DomainError('NO_PASSWORD_HERE', 'You sign in elsewhere, and have no password here.');
    }
    if (password === undefined) throw invalidInput([fault(path, 'CURRENT_PASSWORD_NEEDED')]);
    if (await this.checks.password(request, account, password)) return;
    throw invalidInput([fault(path, 'CURRENT_PASSWORD_WRONG')]);
  }

  /** @throws DomainError as `assertRight`, and when the new password is easily guessed. */
  async hashOfNext(request: Request, account: Account, next: NextPassword): Promise<string> {
    const { password, currentPassword, name } = next;
    assertPassword(password, { email: account.email, name });
    await this.assertRight(request, account, currentPassword, 'currentPassword');
    return this.hasher.hash(password);
  }

  /** Within the caller's transaction, after which it has `changed`; the owner is told. */
  async change(client: SqlClient, account: Account, passwordHash: string): Promise<void> {
    await this.accounts.setPassword(client, account.id, passwordHash);
    await this.links.notify(client, account, 'PASSWORD_CHANGED');
  }

  /** The database ended every session; this browser goes on in a new one. */
  async changed(request: Request, response: Response, account: Account): Promise<void> {
    this.links.hurry();
    const { isEnrolled } = await this.secondFactor.status(account.id);
    await this.sessions.open(request, response, {
      userId: account.id,
      userName: account.name,
      goesOn: true,
      method: 'PASSWORD',
      secondFactor: isEnrolled,
    });
  }
}
