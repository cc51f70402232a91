import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Cookies } from '../http/cookies';
import { Secrets } from '../../platform/secrets/secrets';

const COOKIE = 'fieldlab-pending';
const LIFETIME_MS = 5 * 60_000;

/** Somebody whom the provider vouched for, and who owes us a code. Kept by their browser, sealed, for five minutes. */
@Injectable()
export class PendingSignIn {
  constructor(
    @Inject(Cookies) private readonly cookies: Cookies,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  remember(response: Response, userId: string): void {
    const sealed = this.secrets.seal(
      JSON.stringify({ userId, endsAt: Date.now() + LIFETIME_MS }),
      'pending-sign-in',
    );
    this.cookies.write(response, COOKIE, sealed.toString('base64url'), LIFETIME_MS);
  }

  userOf(request: Request): string | undefined {
    const cookie = this.cookies.read(request, COOKIE);
    if (cookie === undefined) return undefined;
    try {
      const opened = this.secrets.open(Buffer.from(cookie, 'base64url'), 'pending-sign-in');
      const { userId, endsAt } = JSON.parse(opened) as { userId: string; endsAt: number };
      return endsAt > Date.now() ? userId : undefined;
    } catch {
      return undefined;
    }
  }

  forget(response: Response): void {
    this.cookies.clear(response, COOKIE);
  }
}
