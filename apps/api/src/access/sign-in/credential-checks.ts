import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Account } from '../accounts/accounts.repository';
import { PasswordHasher } from '../passwords/password-hasher';
import { SecondFactor } from '../second-factor/second-factor';
import { SignInLimits } from './sign-in-limits';

/** Checks what people show of themselves once they are known. What is wrong counts as a failed sign-in. */
@Injectable()
export class CredentialChecks {
  constructor(
    @Inject(PasswordHasher) private readonly hasher: PasswordHasher,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(SignInLimits) private readonly limits: SignInLimits,
  ) {}

  /** Whether this is the account's password; never, where it has none. @throws DomainError TOO_MANY_REQUESTS */
  password(request: Request, account: Account, password: string): Promise<boolean> {
    return this.counted(request, account, () => this.hasher.matches(account.passwordHash, password));
  }

  /** Whether this is a code of the app, or a recovery code; it is used up. @throws DomainError TOO_MANY_REQUESTS */
  code(request: Request, account: Account, code: string): Promise<boolean> {
    return this.counted(request, account, () => this.secondFactor.use(account.id, code));
  }

  private async counted(
    request: Request,
    { email }: Account,
    check: () => Promise<boolean>,
  ): Promise<boolean> {
    await this.limits.assertOpen(request, email);
    const isRight = await check();
    // Others may have failed while this one waited its turn: what comes after the last failure learns nothing.
    await this.limits.assertOpen(request, email);
    if (!isRight) await this.limits.noteFailure(request, email);
    return isRight;
  }
}
