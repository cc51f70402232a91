import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { trackedController } from '../../resource/tracked.controller';
import { centreSpec } from './centre.dto';
import { CentresService } from './centres.service';
import {
  silentCentresQuerySchema,
  silentCentresSchema,
  type SilentCentres,
  type SilentCentresQuery,
} from './silent-centres.dto';

@Controller('centres')
export class CentresController extends trackedController(centreSpec) {
  constructor(@Inject(CentresService) private readonly centres: CentresService) {
    super(centres);
  }

  @Get('silent')
  @Requires('centre:read')
  @ApiOperation({
    operationId: 'listSilentCentres',
    summary: 'Active centres of which nothing was logged for a number of days, the longest silent first',
  })
  @ApiOkResponse({ standardSchema: silentCentresSchema })
  silent(
    @CurrentActor() actor: Actor,
    @Query({ schema: silentCentresQuerySchema }) query: SilentCentresQuery,
  ): Promise<SilentCentres> {
    return this.centres.silent(actor, query);
  }
}
