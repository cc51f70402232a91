import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { SigningIn } from '../../access/limits/request-limits';
import { DuringEnrolment, Requires } from '../../access/requires.decorator';
import { IdentityProofService } from './identity-proof.service';
import { proofSchema, type ProofDto } from './sessions.dto';

@ApiTags('session')
@Controller()
@Requires('own-account:write')
@DuringEnrolment()
export class IdentityProofController {
  constructor(@Inject(IdentityProofService) private readonly proofs: IdentityProofService) {}

  @Post('session/proof')
  @SigningIn()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'proveIdentity',
    summary: 'Show again who you are; for five minutes you may change how you sign in',
  })
  @ApiNoContentResponse()
  prove(
    @CurrentActor() actor: Actor,
    @Body({ schema: proofSchema }) shown: ProofDto,
    @Req() request: Request,
  ): Promise<void> {
    return this.proofs.give(actor, request, shown);
  }

  /** An address that a browser visits, in a window of its own: it answers with a redirect. */
  @Get('account/provider-proof')
  @ApiOperation({
    operationId: 'proveIdentityAtProvider',
    summary: 'To the OpenID provider, to sign in there again',
  })
  @ApiFoundResponse({ description: 'The provider’s address.' })
  async proveAtProvider(@CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    response.redirect(await this.proofs.beginAtProvider(actor, response));
  }
}
