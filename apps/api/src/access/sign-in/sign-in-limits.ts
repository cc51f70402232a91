import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { requestIdOf } from '../../platform/http/request-id';
import { idOfDigest, noteAccess } from '../access-events';
import { clientAddress } from '../http/client-address';
import { refuseForNow } from '../http/refuse-for-now';
import { Secrets } from '../../platform/secrets/secrets';
import { SignInFailuresRepository, type FailureCount } from './sign-in-failures.repository';

/** Somebody who forgot their password does not keep it from being guessed, nor a colleague beside them from working. */
const MOST_FROM_ONE_ADDRESS = 10;
/** Guesses spread over many addresses. */
const MOST_FOR_AN_ACCOUNT = 50;
/** One guess at each of many accounts; an office of people who mistype stays below it. */
const MOST_FROM_AN_ADDRESS = 100;

/**
 * Failures within a quarter of an hour lock new sign-ins, longer each time: for an account from one address, for an
 * account wherever they come from, and for an address. Whoever is signed in stays so. The counters hold keyed digests,
 * for known and unknown e-mail addresses alike.
 */
@Injectable()
export class SignInLimits {
  constructor(
    @Inject(SignInFailuresRepository) private readonly failures: SignInFailuresRepository,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws DomainError TOO_MANY_REQUESTS, with the seconds to wait in Retry-After. */
  async assertOpen(request: Request, email: string): Promise<void> {
    const counts = this.countsOf(request, email);
    const seconds = await this.failures.secondsLocked(counts.map(({ key }) => key));
    if (seconds > 0) refuseForNow(request, seconds, 'There were too many failed sign-ins.');
  }

  async noteFailure(request: Request, email: string): Promise<void> {
    for (const count of this.countsOf(request, email)) await this.failures.add(count);
    const author = { actorId: null, actorName: 'sign-in', requestId: requestIdOf(request) };
    const account = idOfDigest(this.account(email).key);
    await this.unitOfWork.runSql(author, (client) => noteAccess(client, 'SIGN_IN_FAILED', account));
  }

  /** Forgives the account, here and everywhere; not the address: a guesser may have an account of their own. */
  async noteSuccess(request: Request, email: string): Promise<void> {
    await this.failures.forgive([this.here(request, email).key, this.account(email).key]);
    await this.failures.forgetOld();
  }

  private countsOf(request: Request, email: string): FailureCount[] {
    return [this.here(request, email), this.account(email), this.address(request)];
  }

  private here(request: Request, email: string): FailureCount {
    const key = this.key(`account ${normal(email)} from ${clientAddress(request)}`);
    return { key, most: MOST_FROM_ONE_ADDRESS };
  }

  private account(email: string): FailureCount {
    return { key: this.key(`account ${normal(email)}`), most: MOST_FOR_AN_ACCOUNT };
  }

  private address(request: Request): FailureCount {
    return { key: this.key(`address ${clientAddress(request)}`), most: MOST_FROM_AN_ADDRESS };
  }

  private key(what: string): Buffer {
    return this.secrets.digest(what, 'sign-in-failures');
  }
}

const normal = (email: string): string => email.trim().toLowerCase();
