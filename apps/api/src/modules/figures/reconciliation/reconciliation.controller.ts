import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Bridge, Language } from '@fieldlab/domain';
import type { Request } from 'express';
import type { Actor } from '../../../access/actor';
import { CurrentActor } from '../../../access/current-actor.decorator';
import { Costly } from '../../../access/limits/request-limits';
import { Requires } from '../../../access/requires.decorator';
import { AcceptedLanguage } from '../../../platform/http/language';
import {
  bridgeSchema,
  reconciliationQuerySchema,
  sidesOf,
  stepMembersQuerySchema,
  stepMembersSchema,
  type ReconciliationQuery,
  type StepMembersQuery,
} from './reconciliation.dto';
import { ReconciliationService } from './reconciliation.service';
import { StepMembersService, type StepMember } from './step-members.service';

@ApiTags('figures')
@Controller('figures/reconciliation')
export class ReconciliationController {
  constructor(
    @Inject(ReconciliationService) private readonly reconciliation: ReconciliationService,
    @Inject(StepMembersService) private readonly stepMembers: StepMembersService,
  ) {}

  @Get()
  @Costly()
  @Requires('figure:read')
  @ApiOperation({
    operationId: 'reconcileFigures',
    summary: 'Why two figures differ: a bridge of named reasons that adds up exactly',
  })
  @ApiOkResponse({ standardSchema: bridgeSchema })
  get(
    @Query({ schema: reconciliationQuerySchema }) query: ReconciliationQuery,
    @AcceptedLanguage() language: Language,
    @Req() request: Request,
  ): Promise<Bridge> {
    const asked = new URLSearchParams(request.originalUrl.split('?')[1]);
    return this.reconciliation.bridge(sidesOf(query), language, (step) => {
      return `/api/v1/figures/reconciliation/members?${asked.toString()}&step=${encodeURIComponent(step)}`;
    });
  }

  @Get('members')
  @Costly()
  @Requires('figure-member:read')
  @ApiOperation({
    operationId: 'getReconciliationMembers',
    summary: 'The records behind one step of a bridge, with what each changes',
  })
  @ApiOkResponse({ standardSchema: stepMembersSchema })
  members(
    @CurrentActor() actor: Actor,
    @Query({ schema: stepMembersQuerySchema }) { step, page, perPage, ...query }: StepMembersQuery,
  ): Promise<{ data: StepMember[]; total: number }> {
    return this.stepMembers.list(actor, sidesOf(query), step, {
      limit: perPage,
      offset: (page - 1) * perPage,
    });
  }
}
