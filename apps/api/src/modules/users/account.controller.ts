import { Body, Controller, Get, Inject, Patch, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { DuringEnrolment, Requires, RequiresFreshProof } from '../../access/requires.decorator';
import { IfMatch } from '../../platform/http/etag';
import { versioned } from '../../resource/record.controller';
import { accountPatchSchema, accountSchema, type AccountDto, type AccountPatchDto } from './account.dto';
import { AccountService } from './account.service';

@ApiTags('account')
@Controller('account')
@Requires('own-account:write')
@DuringEnrolment()
export class AccountController {
  constructor(@Inject(AccountService) private readonly account: AccountService) {}

  @Get()
  @ApiOperation({ operationId: 'getAccount', summary: 'Your own account' })
  @ApiOkResponse({ standardSchema: accountSchema })
  async get(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AccountDto> {
    return versioned(response, await this.account.get(actor));
  }

  @Patch()
  @RequiresFreshProof('password')
  @ApiOperation({ operationId: 'updateAccount', summary: 'Your name, language or password' })
  @ApiOkResponse({ standardSchema: accountSchema })
  async patch(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: accountPatchSchema }) input: AccountPatchDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AccountDto> {
    return versioned(response, await this.account.patch(actor, version, input, { request, response }));
  }
}
