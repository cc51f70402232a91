import { Inject, Injectable } from '@nestjs/common';
import type { SqlClient } from '../../platform/database/database';
import { asDomainError } from '../../platform/database/database-errors';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { AccountsRepository, type Account } from '../accounts/accounts.repository';
import { Authenticator } from '../identity/authenticator';
import { OneTimeLinks } from '../links/one-time-links';
import { Sessions } from '../sessions/sessions';
import type { Request } from 'express';
import type { OidcPurpose } from './oidc-flow';
import type { ProviderPerson } from './provider-person';

/** Why somebody whom the provider knows is not let in; the sign-in page has the words. */
export type OidcRefusal =
  | 'expired'
  | 'refused'
  | 'no-account'
  | 'no-role'
  | 'e-mail-not-verified'
  | 'e-mail-differs'
  | 'link-first'
  | 'linked-elsewhere'
  | 'somebody-else'
  | 'code-due';

export class OidcRefused extends Error {
  constructor(readonly reason: OidcRefusal) {
    super(`The person was not let in: ${reason}`);
  }
}

/**
 * Finds the account of somebody who comes from the provider. It is the one bound to their (issuer, subject); an
 * account with the same e-mail address is theirs only when they hold its invitation, or are signed in to it.
 */
@Injectable()
export class ProviderAccounts {
  constructor(
    @Inject(AccountsRepository) private readonly accounts: AccountsRepository,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(OneTimeLinks) private readonly links: OneTimeLinks,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws OidcRefused */
  async accountFor(request: Request, person: ProviderPerson, purpose: OidcPurpose): Promise<Account> {
    const bound = await this.accounts.byIdentity(person);
    if (purpose.kind === 'PROOF') return this.proved(request, purpose, bound);
    if (purpose.kind === 'LINK') return this.link(request, person, purpose, bound);
    if (bound) return this.withRoleOf(person, bound);
    return purpose.kind === 'INVITATION'
      ? this.acceptInvitation(person, purpose.token)
      : this.makeAccount(person);
  }

  /** The person of the session came back, and nobody else. */
  private async proved(
    request: Request,
    session: { userId: string; sessionId: string },
    bound: Account | undefined,
  ): Promise<Account> {
    await this.assertSameSession(request, session);
    if (bound?.id !== session.userId) throw new OidcRefused('somebody-else');
    return bound;
  }

  private async assertSameSession(
    request: Request,
    { userId, sessionId }: { userId: string; sessionId: string },
  ): Promise<void> {
    const identity = await this.authenticator.identify(request);
    if (identity?.id !== userId || identity.sessionId !== sessionId) throw new OidcRefused('expired');
  }

  private async link(
    request: Request,
    person: ProviderPerson,
    { userId, sessionId }: { userId: string; sessionId: string },
    bound: Account | undefined,
  ): Promise<Account> {
    await this.assertSameSession(request, { userId, sessionId });
    if (bound && bound.id !== userId) throw new OidcRefused('linked-elsewhere');
    if (bound) return bound;
    const own = await this.accounts.byId(userId);
    if (!own) throw new OidcRefused('expired');
    const account = await this.bind(userId, person, (client) =>
      this.links.notify(client, own, 'PROVIDER_LINKED'),
    );
    this.links.hurry();
    return account;
  }

  private async acceptInvitation(person: ProviderPerson, token: string): Promise<Account> {
    const invited = await this.links.ownerOf('INVITATION', token).catch(() => undefined);
    if (!invited) throw new OidcRefused('expired');
    if (person.verifiedEmail === undefined) throw new OidcRefused('e-mail-not-verified');
    if (person.verifiedEmail.toLowerCase() !== invited.email.toLowerCase()) {
      throw new OidcRefused('e-mail-differs');
    }
    return this.bind(invited.id, person, (client) => this.links.use(client, token));
  }

  private async makeAccount(person: ProviderPerson): Promise<Account> {
    if (!person.role) throw new OidcRefused('no-account');
    if (person.verifiedEmail === undefined) throw new OidcRefused('e-mail-not-verified');
    // An address that somebody has already is never handed over; of two first visits at once, one makes the account.
    await this.accounts.insertFromProvider(person, {
      email: person.verifiedEmail,
      name: person.name ?? person.verifiedEmail,
      role: person.role,
    });
    const made = await this.accounts.byIdentity(person);
    if (!made) throw new OidcRefused('link-first');
    return made;
  }

  /** An account that the provider made has the role that the provider says, until an administrator says otherwise. */
  private async withRoleOf({ role }: ProviderPerson, account: Account): Promise<Account> {
    if (!account.roleFromProvider || role === account.role) return account;
    if (!role) {
      // What was opened while there was a role ends with it, as with every change of role.
      await this.sessions.endAll(account.id);
      throw new OidcRefused('no-role');
    }
    const author = { actorId: account.id, actorName: account.name };
    try {
      await this.unitOfWork.runSql(author, (client) => this.accounts.setRole(client, account.id, role));
    } catch (error) {
      // The last administrator stays one, whatever the provider says.
      if (asDomainError(error)?.code !== 'LAST_ADMINISTRATOR') throw error;
      return account;
    }
    return { ...account, role };
  }

  /** With whatever else belongs to it. */
  private async bind(
    userId: string,
    person: ProviderPerson,
    also: (client: SqlClient) => Promise<void>,
  ): Promise<Account> {
    await this.unitOfWork.runSql({ actorId: userId, actorName: person.name ?? '-' }, async (client) => {
      await also(client);
      await this.accounts.bind(client, userId, person);
    });
    const account = await this.accounts.byId(userId);
    if (!account) throw new OidcRefused('expired');
    return account;
  }
}
