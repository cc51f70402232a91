import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Cookies } from '../http/cookies';
import { Secrets } from '../../platform/secrets/secrets';
import type { OidcChecks } from './oidc-client';

/** Why somebody goes to the provider. */
export type OidcPurpose =
  | { kind: 'SIGN_IN' }
  | { kind: 'INVITATION'; token: string }
  | { kind: 'LINK'; userId: string; sessionId: string }
  | { kind: 'PROOF'; userId: string; sessionId: string };

export interface OidcFlow extends OidcChecks {
  purpose: OidcPurpose;
}

const COOKIE = 'fieldlab-oidc';
const LIFETIME_MS = 10 * 60_000;

/** What we must remember while somebody is at the provider: kept by their own browser, sealed, for ten minutes. */
@Injectable()
export class OidcFlows {
  constructor(
    @Inject(Cookies) private readonly cookies: Cookies,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  remember(response: Response, flow: OidcFlow): void {
    const sealed = this.secrets.seal(JSON.stringify({ flow, endsAt: Date.now() + LIFETIME_MS }), 'oidc-flow');
    this.cookies.write(response, COOKIE, sealed.toString('base64url'), LIFETIME_MS);
  }

  /** The flow that this browser began; it ends here, however it ends. */
  take(request: Request, response: Response): OidcFlow | undefined {
    const cookie = this.cookies.read(request, COOKIE);
    if (cookie === undefined) return undefined;
    this.cookies.clear(response, COOKIE);
    try {
      const opened = this.secrets.open(Buffer.from(cookie, 'base64url'), 'oidc-flow');
      const { flow, endsAt } = JSON.parse(opened) as { flow: OidcFlow; endsAt: number };
      return endsAt > Date.now() ? flow : undefined;
    } catch {
      return undefined;
    }
  }
}
