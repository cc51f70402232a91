import { Inject, Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import type { Request, Response } from 'express';
import type { Account } from '../accounts/accounts.repository';
import { SecondFactor } from '../second-factor/second-factor';
import { Sessions } from '../sessions/sessions';
import { PendingSignIn } from '../sign-in/pending-sign-in';
import { OidcClient } from './oidc-client';
import { OidcFlows, type OidcFlow, type OidcPurpose } from './oidc-flow';
import { OidcRefused, ProviderAccounts } from './provider-accounts';
import type { ProviderPerson } from './provider-person';

/** The admin's pages that a browser is sent to; on our own host, whichever name it goes by. */
const START = '/start';
const ACCOUNT = '/account';
const CODE_DUE = '/login?step=code';
/** It stands in a window of its own, beside the page that asked for it. */
const PROOF = '/identity-proof';
const refusedPage = (reason: string, at = '/login'): string => `${at}?problem=${reason}`;

/** Signing in at an OpenID provider: from the redirect to it to the session that comes of it. */
@Injectable()
export class OidcSignIn {
  private readonly logger = new Logger(OidcSignIn.name);

  constructor(
    @Inject(OidcClient) private readonly client: OidcClient,
    @Inject(OidcFlows) private readonly flows: OidcFlows,
    @Inject(ProviderAccounts) private readonly providerAccounts: ProviderAccounts,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(PendingSignIn) private readonly pending: PendingSignIn,
  ) {}

  get isConfigured(): boolean {
    return this.client.isConfigured;
  }

  /** The address to send the browser to. @throws DomainError NOT_FOUND, UNAVAILABLE */
  async begin(response: Response, purpose: OidcPurpose): Promise<string> {
    const { address, checks } = await this.client.begin({ again: purpose.kind === 'PROOF' });
    this.flows.remember(response, { ...checks, purpose });
    return address.href;
  }

  /** Where the browser goes next; a person looks at it, so a refusal is a page as well. */
  async finish(request: Request, response: Response): Promise<string> {
    const flow = this.flows.take(request, response);
    if (!flow) return refusedPage('expired');
    try {
      const person = await this.personFrom(request, flow);
      const account = await this.providerAccounts.accountFor(request, person, flow.purpose);
      if (flow.purpose.kind === 'LINK') return ACCOUNT;
      if (flow.purpose.kind === 'PROOF') return await this.prove(flow.purpose, person);
      return await this.admit(request, response, account, person);
    } catch (error) {
      const page = flow.purpose.kind === 'PROOF' ? PROOF : undefined;
      if (error instanceof OidcRefused) return refusedPage(error.reason, page);
      if (error instanceof DomainError) return refusedPage('refused', page);
      throw error;
    }
  }

  /** The second factor is due as when signing in; its code is a proof by itself, without the provider. */
  private async prove(
    { userId, sessionId }: { userId: string; sessionId: string },
    { showedSecondFactor }: ProviderPerson,
  ): Promise<string> {
    const { isEnrolled } = await this.secondFactor.status(userId);
    if (isEnrolled && !showedSecondFactor) throw new OidcRefused('code-due');
    await this.sessions.noteProof(userId, sessionId);
    return PROOF;
  }

  private async personFrom(request: Request, flow: OidcFlow): Promise<ProviderPerson> {
    const { search } = new URL(request.originalUrl, 'http://localhost');
    try {
      return await this.client.finish(search, flow);
    } catch (error) {
      // Our own mistake, the provider's or an attack: the log tells which, the visitor cannot do anything about it.
      this.logger.warn(
        `The provider's answer was refused: ${error instanceof Error ? error.message : 'unknown'}`,
      );
      throw new OidcRefused('refused');
    }
  }

  /** The second factor is still due to us, unless the provider says that it saw one. */
  private async admit(
    request: Request,
    response: Response,
    account: Account,
    { showedSecondFactor }: ProviderPerson,
  ): Promise<string> {
    const { isEnrolled } = await this.secondFactor.status(account.id);
    if (isEnrolled && !showedSecondFactor) {
      this.pending.remember(response, account.id);
      return CODE_DUE;
    }
    await this.sessions.open(request, response, {
      userId: account.id,
      userName: account.name,
      method: 'OIDC',
      secondFactor: showedSecondFactor,
    });
    return START;
  }
}
