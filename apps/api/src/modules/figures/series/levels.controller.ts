import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@fieldlab/domain';
import { Requires } from '../../../access/requires.decorator';
import { AcceptedLanguage } from '../../../platform/http/language';
import { levelsQuerySchema, levelsSchema, type LevelsQuery, type ParticipatingLevels } from './levels.dto';
import { LevelsService } from './levels.service';

@ApiTags('figures')
@Controller('figures/levels')
export class LevelsController {
  constructor(@Inject(LevelsService) private readonly service: LevelsService) {}

  @Get()
  @Requires('figure:read')
  @ApiOperation({
    operationId: 'getParticipatingLevels',
    summary: 'Who took part at the end of every quarter or year, by level',
  })
  @ApiOkResponse({ standardSchema: levelsSchema })
  get(
    @Query({ schema: levelsQuerySchema }) query: LevelsQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<ParticipatingLevels> {
    return this.service.compute(query, language);
  }
}
