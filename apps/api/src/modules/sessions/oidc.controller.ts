import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { OidcSignIn } from '../../access/oidc/oidc-sign-in';
import { SigningIn } from '../../access/limits/request-limits';
import { Public } from '../../access/requires.decorator';
import { OpenQuery } from '../../platform/http/open-query.decorator';
import { oidcStartSchema, signInMethodsSchema, type SignInMethodsDto } from './sessions.dto';

/** Addresses that a browser visits, not a program: they answer with a redirect. */
@ApiTags('session')
@Controller()
@Public()
export class OidcController {
  constructor(@Inject(OidcSignIn) private readonly oidc: OidcSignIn) {}

  @Get('sign-in-methods')
  @ApiOperation({ operationId: 'getSignInMethods', summary: 'The ways to sign in here' })
  @ApiOkResponse({ standardSchema: signInMethodsSchema })
  methods(): SignInMethodsDto {
    return { password: true, oidc: this.oidc.isConfigured };
  }

  @Get('session/oidc')
  @SigningIn()
  @ApiOperation({ operationId: 'startOidc', summary: 'To the OpenID provider' })
  @ApiFoundResponse({ description: 'The provider’s address.' })
  async start(
    @Query({ schema: oidcStartSchema }) { invitation }: z.output<typeof oidcStartSchema>,
    @Res() response: Response,
  ): Promise<void> {
    response.redirect(
      await this.oidc.begin(
        response,
        invitation === undefined ? { kind: 'SIGN_IN' } : { kind: 'INVITATION', token: invitation },
      ),
    );
  }

  @Get('session/oidc/callback')
  @SigningIn()
  @OpenQuery()
  @ApiOperation({ operationId: 'finishOidc', summary: 'Back from the OpenID provider' })
  @ApiFoundResponse({ description: 'The admin, signed in or with the reason why not.' })
  async finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.redirect(await this.oidc.finish(request, response));
  }
}
