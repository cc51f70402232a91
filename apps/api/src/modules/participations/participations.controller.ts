import { Body, Controller, Delete, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { ApiIfMatch, ETAG_HEADER, IfMatch } from '../../platform/http/etag';
import { claimOf, Idempotent } from '../../resource/idempotency.interceptor';
import { idSchema, reasonSchema, versioned, type ReasonQuery } from '../../resource/record.controller';
import { trackedController } from '../../resource/tracked.controller';
import {
  participationSchemas,
  participationSpec,
  stepSchema,
  type Participation,
  type StepInput,
} from './participation.dto';
import { ParticipationsService } from './participations.service';

@Controller('participations')
export class ParticipationsController extends trackedController(participationSpec) {
  constructor(@Inject(ParticipationsService) private readonly participations: ParticipationsService) {
    super(participations);
  }

  @Post(':id/step')
  @Requires('participation:write')
  @Idempotent()
  @ApiOperation({
    operationId: 'stepParticipation',
    summary: 'Change level on a day: the period closes, the next opens',
  })
  @ApiCreatedResponse({ standardSchema: participationSchemas.record, headers: ETAG_HEADER })
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
    @Body({ schema: stepSchema }) input: StepInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Participation> {
    const next = await this.participations.step(actor, id, input, { reason, claim: claimOf(request) });
    return versioned(response, next);
  }

  @Delete(':id/step')
  @Requires('participation:write')
  @ApiOperation({
    operationId: 'undoParticipationStep',
    summary: 'Take a change of level back: the period it opened goes, the one it closed is as it was',
  })
  @ApiIfMatch()
  @ApiOkResponse({ standardSchema: participationSchemas.record, headers: ETAG_HEADER })
  async undoStep(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: number,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Participation> {
    return versioned(response, await this.participations.undoStep(actor, id, version, { reason }));
  }
}
