import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { DuringEnrolment, Requires, RequiresFreshProof } from '../../access/requires.decorator';
import type { Enrolment } from '../../access/second-factor/second-factor';
import {
  codeSchema,
  enrolmentSchema,
  providerLinkSchema,
  recoveryCodesSchema,
  removalSchema,
  renewalSchema,
  unlinkSchema,
  type RemovalDto,
} from './account.dto';
import { OwnProviderLink } from './own-provider-link.service';
import { OwnSecondFactor } from './own-second-factor.service';

type CodeDto = z.output<typeof codeSchema>;

@ApiTags('account')
@Controller('account')
@Requires('own-account:write')
@DuringEnrolment()
@RequiresFreshProof()
export class AccountSecurityController {
  constructor(
    @Inject(OwnSecondFactor) private readonly secondFactor: OwnSecondFactor,
    @Inject(OwnProviderLink) private readonly providerLink: OwnProviderLink,
  ) {}

  @Post('second-factor')
  @ApiOperation({ operationId: 'beginSecondFactor', summary: 'A secret for an authenticator app' })
  @ApiCreatedResponse({ standardSchema: enrolmentSchema })
  begin(@CurrentActor() actor: Actor): Promise<Enrolment> {
    return this.secondFactor.begin(actor);
  }

  @Post('second-factor/confirmation')
  @ApiOperation({
    operationId: 'confirmSecondFactor',
    summary: 'The app’s first code; answers recovery codes',
  })
  @ApiCreatedResponse({ standardSchema: recoveryCodesSchema })
  async confirm(
    @CurrentActor() actor: Actor,
    @Body({ schema: codeSchema }) { code }: CodeDto,
  ): Promise<{ recoveryCodes: string[] }> {
    return { recoveryCodes: await this.secondFactor.confirm(actor, code) };
  }

  @Post('second-factor/recovery-codes')
  @ApiOperation({ operationId: 'renewRecoveryCodes', summary: 'New recovery codes in the place of the old' })
  @ApiCreatedResponse({ standardSchema: recoveryCodesSchema })
  async renew(
    @CurrentActor() actor: Actor,
    @Body({ schema: renewalSchema }) { code }: z.output<typeof renewalSchema>,
    @Req() request: Request,
  ): Promise<{ recoveryCodes: string[] }> {
    return { recoveryCodes: await this.secondFactor.renewRecoveryCodes(actor, request, code) };
  }

  @Post('second-factor/removal')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeSecondFactor', summary: 'Remove it, by password' })
  @ApiNoContentResponse()
  remove(
    @CurrentActor() actor: Actor,
    @Body({ schema: removalSchema }) input: RemovalDto,
    @Req() request: Request,
  ): Promise<void> {
    return this.secondFactor.remove(actor, request, input);
  }

  @Post('provider-link')
  @ApiOperation({ operationId: 'beginProviderLink', summary: 'Link your account to the OpenID provider' })
  @ApiCreatedResponse({ standardSchema: providerLinkSchema })
  async link(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ address: string }> {
    return { address: await this.providerLink.begin(actor, response) };
  }

  @Post('provider-link/removal')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeProviderLink', summary: 'Undo that link, by password' })
  @ApiNoContentResponse()
  unlink(
    @CurrentActor() actor: Actor,
    @Body({ schema: unlinkSchema }) { password }: z.output<typeof unlinkSchema>,
    @Req() request: Request,
  ): Promise<void> {
    return this.providerLink.remove(actor, request, password);
  }
}
