import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import type { z } from 'zod';
import { SigningIn } from '../../access/limits/request-limits';
import { Public } from '../../access/requires.decorator';
import {
  acceptanceSchema,
  invitationSchema,
  linkTokenSchema,
  resetRequestSchema,
  resetSchema,
  type AcceptanceDto,
  type InvitationDto,
} from './links.dto';
import { LinksService } from './links.service';

@ApiTags('account')
@Controller()
@Public()
@SigningIn()
export class LinksController {
  constructor(@Inject(LinksService) private readonly links: LinksService) {}

  @Post('password-resets')
  @HttpCode(202)
  @ApiOperation({ operationId: 'requestPasswordReset', summary: 'Mail a link to choose a new password by' })
  @ApiAcceptedResponse({ description: 'If there is such a person, the mail is on its way.' })
  requestReset(@Body({ schema: resetRequestSchema }) { email }: z.output<typeof resetRequestSchema>): void {
    this.links.requestReset(email);
  }

  @Post('password-resets/:token')
  @HttpCode(204)
  @ApiOperation({ operationId: 'resetPassword', summary: 'Choose a new password; signs out everywhere' })
  @ApiNoContentResponse()
  reset(
    @Param('token', { schema: linkTokenSchema }) token: string,
    @Body({ schema: resetSchema }) { password }: z.output<typeof resetSchema>,
    @Req() request: Request,
  ): Promise<void> {
    return this.links.reset(request, token, password);
  }

  @Get('invitations/:token')
  @ApiOperation({ operationId: 'getInvitation', summary: 'Whom an invitation is for' })
  @ApiOkResponse({ standardSchema: invitationSchema })
  invitation(@Param('token', { schema: linkTokenSchema }) token: string): Promise<InvitationDto> {
    return this.links.invitation(token);
  }

  @Post('invitations/:token')
  @HttpCode(204)
  @ApiOperation({ operationId: 'acceptInvitation', summary: 'Choose a password, and become a user' })
  @ApiNoContentResponse()
  accept(
    @Param('token', { schema: linkTokenSchema }) token: string,
    @Body({ schema: acceptanceSchema }) input: AcceptanceDto,
    @Req() request: Request,
  ): Promise<void> {
    return this.links.accept(request, token, input);
  }
}
