import type { Language } from '@fieldlab/domain';
import { Body, Controller, Get, Inject, Param, Patch, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../../access/actor';
import { CurrentActor } from '../../../access/current-actor.decorator';
import { Requires } from '../../../access/requires.decorator';
import { ApiIfMatch, ETAG_HEADER, IfMatch } from '../../../platform/http/etag';
import { AcceptedLanguage } from '../../../platform/http/language';
import { idSchema, noQuerySchema, versioned } from '../../../resource/record.controller';
import {
  proposalDecisionSchema,
  proposalListSchema,
  proposalPageSchema,
  proposalSchema,
  type Proposal,
  type ProposalDecision,
  type ProposalList,
  type ProposalPage,
} from './register-proposal.dto';
import { RegisterProposalsService } from './register-proposals.service';

@ApiTags('register-proposals')
@Controller('register-proposals')
export class RegisterProposalsController {
  constructor(@Inject(RegisterProposalsService) private readonly proposals: RegisterProposalsService) {}

  @Get()
  @Requires('register-proposal:read')
  @ApiOperation({
    operationId: 'listRegisterProposals',
    summary: 'What a business register says otherwise, and waits for a decision; the newest first',
  })
  @ApiOkResponse({ standardSchema: proposalPageSchema })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: proposalListSchema }) query: ProposalList,
  ): Promise<ProposalPage> {
    return this.proposals.list(actor, query);
  }

  @Get(':id')
  @Requires('register-proposal:read')
  @ApiOperation({ operationId: 'getRegisterProposal', summary: 'One proposal, and what became of it' })
  @ApiOkResponse({ standardSchema: proposalSchema, headers: ETAG_HEADER })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Proposal> {
    return versioned(response, await this.proposals.get(actor, id));
  }

  @Patch(':id')
  @ApiIfMatch()
  @Requires('register-proposal:write')
  @ApiOperation({
    operationId: 'decideRegisterProposal',
    summary: 'Accept what the register says of some fields, and decline others',
  })
  @ApiOkResponse({ standardSchema: proposalSchema, headers: ETAG_HEADER })
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: number,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: proposalDecisionSchema }) decision: ProposalDecision,
    @AcceptedLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Proposal> {
    return versioned(response, await this.proposals.decide(actor, { id, version }, decision, language));
  }
}
