import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FigureMember, FiguresAnswer, Language } from '@fieldlab/domain';
import { AcceptedLanguage } from '../../platform/http/language';
import {
  figuresAnswerSchema,
  figuresQuerySchema,
  indicatorParamSchema,
  membersAnswerSchema,
  membersQuerySchema,
  type FiguresQueryDto,
  type MembersQueryDto,
} from './figures.dto';
import { FiguresService } from './figures.service';

@ApiTags('figures')
@Controller('figures')
export class FiguresController {
  constructor(@Inject(FiguresService) private readonly figures: FiguresService) {}

  @Get()
  @ApiOperation({
    operationId: 'getFigures',
    summary: 'Figures on a date, as known at an instant, in a scope',
  })
  @ApiOkResponse({ standardSchema: figuresAnswerSchema })
  get(
    @Query({ schema: figuresQuerySchema }) { indicator, ...query }: FiguresQueryDto,
    @AcceptedLanguage() language: Language,
  ): Promise<FiguresAnswer> {
    return this.figures.compute({ ...query, indicators: indicator }, language);
  }

  @Get(':indicator/members')
  @ApiOperation({
    operationId: 'getFigureMembers',
    summary: 'The records behind a figure or one of its cells',
  })
  @ApiOkResponse({ standardSchema: membersAnswerSchema })
  members(
    @Param('indicator', { schema: indicatorParamSchema }) indicator: string,
    @Query({ schema: membersQuerySchema }) { page, perPage, ...query }: MembersQueryDto,
  ): Promise<{ data: FigureMember[]; total: number }> {
    return this.figures.members({ ...query, indicator }, { limit: perPage, offset: (page - 1) * perPage });
  }
}
