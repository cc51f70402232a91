import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { clientAddress } from '../http/client-address';
import { refuseForNow } from '../http/refuse-for-now';
import { Secrets } from '../secrets';
import { SignInFailuresRepository } from './sign-in-failures.repository';

/**
 * Ten failures in a quarter of an hour lock an account, or an address, for new sign-ins: longer each time. Whoever is
 * signed in stays so. The counters hold keyed digests, for known and unknown e-mail addresses alike.
 */
@Injectable()
export class SignInLimits {
  constructor(
    @Inject(SignInFailuresRepository) private readonly failures: SignInFailuresRepository,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  /** @throws DomainError TOO_MANY_REQUESTS, with the seconds to wait in Retry-After. */
  async assertOpen(request: Request, email: string): Promise<void> {
    const seconds = await this.failures.secondsLocked([this.accountKey(email), this.addressKey(request)]);
    if (seconds > 0) refuseForNow(request, seconds, 'There were too many failed sign-ins.');
  }

  async noteFailure(request: Request, email: string): Promise<void> {
    await this.failures.add(this.accountKey(email));
    await this.failures.add(this.addressKey(request));
  }

  /** Forgives the account, not the address: a guesser may have an account of their own. */
  async noteSuccess(email: string): Promise<void> {
    await this.failures.forgive(this.accountKey(email));
    await this.failures.forgetOld();
  }

  private accountKey(email: string): Buffer {
    return this.secrets.digest(`account ${email.trim().toLowerCase()}`, 'sign-in-failures');
  }

  private addressKey(request: Request): Buffer {
    return this.secrets.digest(`address ${clientAddress(request)}`, 'sign-in-failures');
  }
}
