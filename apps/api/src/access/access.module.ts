import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { UnaskedInputGuard } from '../platform/http/unasked-input.guard';
import { ACCESS_OPTIONS, type AccessOptions } from './access-options';
import { AccessSettingsRepository } from './access-settings.repository';
import { AccessGuard } from './access.guard';
import { AccountsRepository } from './accounts/accounts.repository';
import { Cookies } from './http/cookies';
import { OriginCheck } from './http/origin-check';
import { ApiTokensRepository } from './identity/api-tokens.repository';
import { Authenticator } from './identity/authenticator';
import { IdentityGuard } from './identity/identity.guard';
import { RequestCounts } from './limits/request-counts';
import { RequestCountsRepository } from './limits/request-counts.repository';
import { REQUEST_LIMITS } from './limits/request-limits';
import { RequestLimitsGuard, throttlersOf } from './limits/request-limits.guard';
import { OidcClient } from './oidc/oidc-client';
import { OidcFlows } from './oidc/oidc-flow';
import { OidcSignIn } from './oidc/oidc-sign-in';
import { ProviderAccounts } from './oidc/provider-accounts';
import { OneTimeLinks } from './links/one-time-links';
import { OneTimeLinksRepository } from './links/one-time-links.repository';
import { PasswordHasher } from './passwords/password-hasher';
import { SecondFactor } from './second-factor/second-factor';
import { SecondFactorsRepository } from './second-factor/second-factors.repository';
import { Sessions } from './sessions/sessions';
import { SessionsRepository } from './sessions/sessions.repository';
import { CredentialChecks } from './sign-in/credential-checks';
import { IdentityProof } from './sign-in/identity-proof';
import { PendingSignIn } from './sign-in/pending-sign-in';
import { SignIn } from './sign-in/sign-in';
import { SignInFailuresRepository } from './sign-in/sign-in-failures.repository';
import { SignInLimits } from './sign-in/sign-in-limits';

/** What the modules that people meet (sessions, users, tokens) are made of. */
const OFFERED = [
  AccessSettingsRepository,
  AccountsRepository,
  ApiTokensRepository,
  Authenticator,
  Cookies,
  CredentialChecks,
  IdentityProof,
  OidcSignIn,
  OneTimeLinks,
  PasswordHasher,
  PendingSignIn,
  RequestCounts,
  RequestCountsRepository,
  SecondFactor,
  Sessions,
  SignIn,
  SignInLimits,
];

/** Who may do what: the guard before every route, and the ways to become somebody. */
@Module({})
export class AccessModule {
  static with(options: AccessOptions): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      imports: [
        ThrottlerModule.forRootAsync({
          inject: [RequestCounts],
          useFactory: (storage: RequestCounts) => ({
            storage,
            throttlers: throttlersOf({ ...REQUEST_LIMITS, ...options.requestLimits }),
          }),
        }),
      ],
      providers: [
        { provide: ACCESS_OPTIONS, useValue: options },
        { provide: APP_GUARD, useClass: IdentityGuard },
        { provide: APP_GUARD, useClass: RequestLimitsGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: UnaskedInputGuard },
        ...OFFERED,
        OidcClient,
        OidcFlows,
        OneTimeLinksRepository,
        OriginCheck,
        ProviderAccounts,
        SecondFactorsRepository,
        SessionsRepository,
        SignInFailuresRepository,
      ],
      exports: [ACCESS_OPTIONS, ...OFFERED],
    };
  }
}
