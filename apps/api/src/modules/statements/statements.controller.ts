import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@fieldlab/domain';
import type { z } from 'zod';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { ApiIfMatch, IfMatch } from '../../platform/http/etag';
import { AcceptedLanguage } from '../../platform/http/language';
import { Idempotent } from '../../resource/idempotency.interceptor';
import { idSchema, noQuerySchema } from '../../resource/record.controller';
import { askSchema, statementListSchema, type StatementList } from './statement.dto';
import { StatementsService } from './statements.service';

@ApiTags('rounds')
@Controller('rounds/:id/centres/:centreId/statements')
export class StatementsController {
  constructor(@Inject(StatementsService) private readonly statements: StatementsService) {}

  @Get()
  @Requires('round:read')
  @ApiOperation({
    operationId: 'listParticipationStatements',
    summary: 'Which companies were asked about their own participation, and what they said',
  })
  @ApiOkResponse({ standardSchema: statementListSchema })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) roundId: string,
    @Param('centreId', { schema: idSchema }) centreId: string,
    @Query({ schema: noQuerySchema }) _: object,
  ): Promise<StatementList> {
    return this.statements.list(actor, { roundId, centreId });
  }

  @Post()
  @HttpCode(200)
  @Idempotent()
  @Requires('round:write')
  @ApiOperation({
    operationId: 'askParticipations',
    summary: 'Mail a personal link to the contacts of companies, to confirm or correct their participation',
  })
  @ApiOkResponse({ standardSchema: statementListSchema })
  ask(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) roundId: string,
    @Param('centreId', { schema: idSchema }) centreId: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: askSchema }) { participationIds }: z.output<typeof askSchema>,
  ): Promise<StatementList> {
    return this.statements.ask(actor, { roundId, centreId }, participationIds);
  }

  @Post(':participationId/accept')
  @HttpCode(204)
  @Idempotent()
  @Requires('round:write')
  @ApiIfMatch()
  @ApiOperation({
    operationId: 'acceptParticipationStatement',
    summary: 'Take a correction over into the register; If-Match is the version of the participation',
  })
  @ApiNoContentResponse()
  accept(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) roundId: string,
    @Param('centreId', { schema: idSchema }) centreId: string,
    @Param('participationId', { schema: idSchema }) participationId: string,
    @IfMatch() version: number,
    @AcceptedLanguage() language: Language,
  ): Promise<void> {
    return this.statements.accept(actor, { roundId, centreId, participationId, version }, language);
  }

  @Post(':participationId/decline')
  @HttpCode(204)
  @Idempotent()
  @Requires('round:write')
  @ApiOperation({
    operationId: 'declineParticipationStatement',
    summary: 'Leave the register as it is',
  })
  @ApiNoContentResponse()
  decline(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) roundId: string,
    @Param('centreId', { schema: idSchema }) centreId: string,
    @Param('participationId', { schema: idSchema }) participationId: string,
  ): Promise<void> {
    return this.statements.decline(actor, { roundId, centreId }, participationId);
  }

  @Delete(':participationId/link')
  @HttpCode(204)
  @Requires('round:write')
  @ApiOperation({ operationId: 'revokeParticipationLink', summary: 'End the link of a company' })
  @ApiNoContentResponse()
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) roundId: string,
    @Param('centreId', { schema: idSchema }) centreId: string,
    @Param('participationId', { schema: idSchema }) participationId: string,
  ): Promise<void> {
    return this.statements.revoke(actor, { roundId, centreId }, participationId);
  }
}
