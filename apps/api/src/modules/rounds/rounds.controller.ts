import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { ETAG_HEADER } from '../../platform/http/etag';
import { Idempotent } from '../../resource/idempotency.interceptor';
import { idSchema, noQuerySchema, recordController, versioned } from '../../resource/record.controller';
import { RemindersService } from './reminders.service';
import {
  remindedSchema,
  remindersSchema,
  roundBoardSchema,
  roundSpec,
  type Reminded,
  type RoundBoard,
} from './round.dto';
import { RoundsService } from './rounds.service';

@Controller('rounds')
export class RoundsController extends recordController(roundSpec) {
  constructor(
    @Inject(RoundsService) private readonly rounds: RoundsService,
    @Inject(RemindersService) private readonly reminders: RemindersService,
  ) {
    super(rounds);
  }

  @Get(':id')
  @Requires('round:read')
  @ApiOperation({ operationId: 'getRound', summary: 'A round with its board: how far each centre is' })
  @ApiOkResponse({ standardSchema: roundBoardSchema, headers: ETAG_HEADER })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RoundBoard> {
    return versioned(response, await this.rounds.board(actor, id));
  }

  @Post(':id/reminders')
  @HttpCode(200)
  @Idempotent()
  @Requires('round:decide')
  @ApiOperation({
    operationId: 'remindRound',
    summary: 'Remind the coordinators of centres that are late, by mail',
  })
  @ApiOkResponse({ standardSchema: remindedSchema })
  remind(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: remindersSchema.optional() }) input?: z.output<typeof remindersSchema>,
  ): Promise<Reminded> {
    return this.reminders.remind(actor, id, input?.centreIds);
  }
}
