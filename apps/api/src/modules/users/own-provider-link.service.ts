import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import type { Request, Response } from 'express';
import { AccountsRepository } from '../../access/accounts/accounts.repository';
import { authorshipOf, requirePermission, requireSession, type Actor } from '../../access/actor';
import { OidcSignIn } from '../../access/oidc/oidc-sign-in';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { OwnPassword } from './own-password.service';

/** The link between one's account and one's identity at the OpenID provider. */
@Injectable()
export class OwnProviderLink {
  constructor(
    @Inject(AccountsRepository) private readonly accounts: AccountsRepository,
    @Inject(OidcSignIn) private readonly oidc: OidcSignIn,
    @Inject(OwnPassword) private readonly ownPassword: OwnPassword,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The address at the provider; back from there, this same session is asked for again. */
  begin(actor: Actor, response: Response): Promise<string> {
    requirePermission(actor, 'own-account:write');
    const sessionId = requireSession(actor);
    return this.oidc.begin(response, { kind: 'LINK', userId: actor.id, sessionId });
  }

  /** Only who can sign in without it: it takes the password. @throws DomainError CONFLICT, INVALID_INPUT */
  async remove(actor: Actor, request: Request, password: string): Promise<void> {
    requirePermission(actor, 'own-account:write');
    requireSession(actor);
    const account = await this.accounts.byId(actor.id);
    if (!account) throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
    await this.ownPassword.assertRight(request, account, password, 'password');
    await this.unitOfWork.runSql(authorshipOf(actor), (client) =>
      this.accounts.bind(client, actor.id, undefined),
    );
  }
}
