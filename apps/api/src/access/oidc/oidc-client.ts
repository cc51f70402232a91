import { Inject, Injectable } from '@nestjs/common';
import { DomainError, notFound } from '@fieldlab/domain';
import * as openid from 'openid-client';
import { isTrustworthyIssuer } from '../../platform/config/trustworthy-issuer';
import { ACCESS_OPTIONS, type AccessOptions, type OidcOptions } from '../access-options';
import { assertSignedInSince, personOf, type Claims, type ProviderPerson } from './provider-person';

/** What one attempt to sign in must come back with. */
export interface OidcChecks {
  state: string;
  nonce: string;
  verifier: string;
  /** In seconds since 1970: the person has to sign in there after it, however they were signed in already. */
  signedInSince?: number | undefined;
}

const CALLBACK = '/api/v1/session/oidc/callback';
const TIMEOUT_S = 10;

/** Talks to the provider: authorization code with PKCE, state and nonce; every answer is checked by openid-client. */
@Injectable()
export class OidcClient {
  private provider: Promise<openid.Configuration> | undefined;

  constructor(@Inject(ACCESS_OPTIONS) private readonly options: AccessOptions) {}

  get isConfigured(): boolean {
    return this.options.oidc !== undefined;
  }

  /**
   * The address at the provider to send the person to.
   * @param again whether the provider asks them to sign in anew.
   * @throws DomainError NOT_FOUND, UNAVAILABLE
   */
  async begin({ again }: { again: boolean }): Promise<{ address: URL; checks: OidcChecks }> {
    const options = this.configured();
    const provider = await this.discovered(options);
    const checks = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
      ...(again && { signedInSince: Math.floor(Date.now() / 1000) }),
    };
    const address = openid.buildAuthorizationUrl(provider, {
      redirect_uri: this.options.publicUrl + CALLBACK,
      scope: options.scope,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: 'S256',
      ...(again && { max_age: '0' }),
    });
    return { address, checks };
  }

  /** Who came back. @throws Error when the answer is not the one to our question. */
  async finish(
    search: string,
    { state, nonce, verifier, signedInSince }: OidcChecks,
  ): Promise<ProviderPerson> {
    const options = this.configured();
    const provider = await this.discovered(options);
    const tokens = await openid.authorizationCodeGrant(
      provider,
      new URL(this.options.publicUrl + CALLBACK + search),
      { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
    );
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider sent no ID token.');
    const more = await this.userInfo(provider, tokens.access_token, claims.sub);
    if (signedInSince !== undefined) assertSignedInSince(signedInSince, claims.auth_time);
    // What the signed ID token says goes before what is told about it afterwards.
    return personOf({ ...more, ...claims }, options);
  }

  /** Providers may keep e-mail and groups out of the ID token. */
  private async userInfo(provider: openid.Configuration, token: string, subject: string): Promise<Claims> {
    if (provider.serverMetadata().userinfo_endpoint === undefined) return {};
    return openid.fetchUserInfo(provider, token, subject);
  }

  private configured(): OidcOptions {
    if (!this.options.oidc) throw notFound('A provider to sign in at');
    return this.options.oidc;
  }

  /** Asked once; after a failure, again at the next sign-in. */
  private async discovered(options: OidcOptions): Promise<openid.Configuration> {
    this.provider ??= discover(options);
    try {
      return await this.provider;
    } catch {
      this.provider = undefined;
      throw new DomainError(
        'UNAVAILABLE',
        'The service to sign in at does not answer; try again in a minute.',
      );
    }
  }
}

/**
 * A provider on this very machine may do without TLS; from anywhere else, an answer over http:// is anybody's. The
 * package calls this function deprecated only so that nobody uses it unawares, hence by its name.
 */
const overPlainHttp: (provider: openid.Configuration) => void = Reflect.get(openid, 'allowInsecureRequests');

async function discover({ issuer, clientId, clientSecret }: OidcOptions): Promise<openid.Configuration> {
  const address = new URL(issuer);
  if (!isTrustworthyIssuer(address)) throw new Error('The OpenID provider must be reached by https.');
  // The back channel alone vouches for the ID token otherwise: its signature is checked against the provider's keys.
  const execute = [
    openid.enableNonRepudiationChecks,
    ...(address.protocol === 'http:' ? [overPlainHttp] : []),
  ];
  const found = await openid.discovery(address, clientId, undefined, undefined, {
    execute,
    timeout: TIMEOUT_S,
  });
  const methods = found.serverMetadata().token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const authentication = methods.includes('client_secret_basic')
    ? openid.ClientSecretBasic(clientSecret)
    : openid.ClientSecretPost(clientSecret);
  const provider = new openid.Configuration(found.serverMetadata(), clientId, undefined, authentication);
  provider.timeout = TIMEOUT_S;
  for (const extend of execute) extend(provider);
  return provider;
}
