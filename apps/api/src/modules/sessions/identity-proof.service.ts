import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { requirePermission, requireSession, type Actor } from '../../access/actor';
import { OidcSignIn } from '../../access/oidc/oidc-sign-in';
import { IdentityProof, type Credentials } from '../../access/sign-in/identity-proof';

/** Showing again who one is, in the session that one is signed in by. */
@Injectable()
export class IdentityProofService {
  constructor(
    @Inject(IdentityProof) private readonly proof: IdentityProof,
    @Inject(OidcSignIn) private readonly oidc: OidcSignIn,
  ) {}

  /** @throws DomainError REAUTHENTICATION_REQUIRED, SECOND_FACTOR_REQUIRED, TOO_MANY_REQUESTS */
  async give(actor: Actor, request: Request, shown: Credentials): Promise<void> {
    requirePermission(actor, 'own-account:write');
    await this.proof.give(request, { userId: actor.id, sessionId: requireSession(actor) }, shown);
  }

  /** The address at the provider. @throws DomainError NOT_FOUND, UNAVAILABLE */
  beginAtProvider(actor: Actor, response: Response): Promise<string> {
    requirePermission(actor, 'own-account:write');
    const sessionId = requireSession(actor);
    return this.oidc.begin(response, { kind: 'PROOF', userId: actor.id, sessionId });
  }
}
