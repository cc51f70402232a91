import { Controller, Get, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor } from '../../../access/actor';
import { CurrentActor } from '../../../access/current-actor.decorator';
import { Costly } from '../../../access/limits/request-limits';
import { Requires } from '../../../access/requires.decorator';
import { claimOf, Idempotent } from '../../../resource/idempotency.interceptor';
import { noQuerySchema } from '../../../resource/record.controller';
import { checkStateSchema, type CheckState } from '../proposals/register-proposal.dto';
import { RegisterChecksService } from './register-checks.service';

@ApiTags('register-checks')
@Controller('register-checks')
export class RegisterChecksController {
  constructor(@Inject(RegisterChecksService) private readonly checks: RegisterChecksService) {}

  @Get()
  @Requires('register-proposal:read')
  @ApiOperation({
    operationId: 'getRegisterChecks',
    summary: 'Whether companies are looked up at night, and how the last night ended',
  })
  @ApiOkResponse({ standardSchema: checkStateSchema })
  state(@CurrentActor() actor: Actor, @Query({ schema: noQuerySchema }) _: object): Promise<CheckState> {
    return this.checks.state(actor);
  }

  @Post()
  @Costly()
  @HttpCode(202)
  @Idempotent()
  @Requires('register-check:write')
  @ApiOperation({ operationId: 'startRegisterCheck', summary: 'Look up now what would be looked up tonight' })
  @ApiResponse({ status: 202, standardSchema: checkStateSchema })
  start(
    @CurrentActor() actor: Actor,
    @Query({ schema: noQuerySchema }) _: object,
    @Req() request: Request,
  ): Promise<CheckState> {
    return this.checks.request(actor, claimOf(request));
  }
}
