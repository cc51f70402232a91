import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FigureMember, FiguresAnswer, Language } from '@fieldlab/domain';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { AcceptedLanguage } from '../../platform/http/language';
import { indicatorSchema } from '../../resource/figure-fields';
import {
  figuresAnswerSchema,
  figuresQuerySchema,
  membersAnswerSchema,
  membersQuerySchema,
  type FiguresQueryDto,
  type MembersQueryDto,
} from './figures.dto';
import { FigureMembersService } from './figure-members.service';
import { FiguresService } from './figures.service';

@ApiTags('figures')
@Controller('figures')
export class FiguresController {
  constructor(
    @Inject(FiguresService) private readonly figures: FiguresService,
    @Inject(FigureMembersService) private readonly figureMembers: FigureMembersService,
  ) {}

  @Get()
  @Requires('figure:read')
  @ApiOperation({
    operationId: 'getFigures',
    summary: 'Figures on a date, as known at an instant, in a scope',
  })
  @ApiOkResponse({ standardSchema: figuresAnswerSchema })
  get(
    @Query({ schema: figuresQuerySchema }) { indicator, ...query }: FiguresQueryDto,
    @AcceptedLanguage() language: Language,
  ): Promise<FiguresAnswer> {
    return this.figures.answer({ ...query, indicators: indicator }, language);
  }

  @Get(':indicator/members')
  @Requires('figure-member:read')
  @ApiOperation({
    operationId: 'getFigureMembers',
    summary: 'The records behind a figure or one of its cells',
  })
  @ApiOkResponse({ standardSchema: membersAnswerSchema })
  members(
    @CurrentActor() actor: Actor,
    @Param('indicator', { schema: indicatorSchema }) indicator: string,
    @Query({ schema: membersQuerySchema }) { page, perPage, ...query }: MembersQueryDto,
  ): Promise<{ data: FigureMember[]; total: number }> {
    return this.figureMembers.list(
      actor,
      { ...query, indicator },
      { limit: perPage, offset: (page - 1) * perPage },
    );
  }
}
