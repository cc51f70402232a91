import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { progressQuerySchema, targetProgressSchema, type TargetProgress } from './target.dto';
import { TargetProgressService } from './target-progress.service';

@ApiTags('targets')
@Controller('targets')
export class TargetProgressController {
  constructor(@Inject(TargetProgressService) private readonly service: TargetProgressService) {}

  @Get('progress')
  @Requires('target:read')
  @ApiOperation({
    operationId: 'getTargetProgress',
    summary: 'Every target with its figure, the gap, what was expected and the traffic light',
  })
  @ApiOkResponse({ standardSchema: targetProgressSchema })
  progress(
    @CurrentActor() actor: Actor,
    @Query({ schema: progressQuerySchema }) { asOf }: z.output<typeof progressQuerySchema>,
  ): Promise<TargetProgress> {
    return this.service.progress(actor, asOf);
  }
}
