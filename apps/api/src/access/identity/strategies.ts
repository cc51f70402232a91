import { DomainError } from '@fieldlab/domain';
import type { Request } from 'express';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Account, AccountsRepository } from '../accounts/accounts.repository';
import type { PasswordHasher } from '../passwords/password-hasher';
import { requestIdOf } from '../../platform/http/request-id';
import { clientAddress } from '../http/client-address';
import { tokenHash, type Secrets } from '../../platform/secrets/secrets';
import type { Sessions } from '../sessions/sessions';
import type { ApiTokensRepository } from './api-tokens.repository';
import type { Identity } from './identity';

const BEARER = /^Bearer +([^ ].*)$/i;
const LONGEST_TOKEN = 200;

/** Answers who asks; what it throws is an answer, undefined leaves it to the next. */
export type Identify = (request: Request) => Promise<Identity | undefined>;

/** E-mail and password. Unknown people cost as much time as known ones. */
export const passwordStrategy = (accounts: AccountsRepository, hasher: PasswordHasher) =>
  new LocalStrategy({ usernameField: 'email', session: false }, (email, password, done) => {
    const verify = async (): Promise<Account | false> => {
      const account = await accounts.byEmail(email);
      return (await hasher.matches(account?.passwordHash, password)) && account ? account : false;
    };
    verify().then((user) => {
      done(null, user);
    }, done);
  });

/** The token in a browser's cookie. */
export const sessionIdentity =
  (sessions: Sessions): Identify =>
  async (request) => {
    const owner = await sessions.ownerOf(request);
    if (!owner) return undefined;
    const { stale: _, ...identity } = owner;
    return identity;
  };

/** A machine's token. One that does not work is said so, and no cookie is looked at in its stead. */
export const bearerIdentity =
  (tokens: ApiTokensRepository, secrets: Secrets): Identify =>
  async (request) => {
    const [, token] = BEARER.exec(request.get('Authorization') ?? '') ?? [];
    if (token === undefined) return undefined;
    const address = secrets.digest(clientAddress(request), 'token-addresses');
    const owner = token.length > LONGEST_TOKEN ? undefined : await tokens.ownerOf(tokenHash(token), address);
    if (!owner) throw new DomainError('UNAUTHENTICATED', 'This token does not work, or not any more.');
    if (owner.stale) await tokens.noteUsed(owner.tokenId);
    const { id, name, email, role, centreIds, scopes, enrolmentDue } = owner;
    if (owner.isElsewhere) {
      const author = { actorId: id, actorName: name, requestId: requestIdOf(request) };
      await tokens.noteAddress(author, owner.tokenId, address);
    }
    return { id, name, email, role, centreIds, scopes, enrolmentDue, isProofFresh: false };
  };
