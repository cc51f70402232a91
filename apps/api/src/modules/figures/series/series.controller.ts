import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../../access/requires.decorator';
import { seriesQuerySchema, seriesSchema, type FigureSeries, type SeriesQuery } from './series.dto';
import { SeriesService } from './series.service';

@ApiTags('figures')
@Controller('figures/series')
export class SeriesController {
  constructor(@Inject(SeriesService) private readonly service: SeriesService) {}

  @Get()
  @Requires('figure:read')
  @ApiOperation({
    operationId: 'getFigureSeries',
    summary: 'A figure at the end of every quarter or year, as known now and as it was known then',
  })
  @ApiOkResponse({ standardSchema: seriesSchema })
  get(@Query({ schema: seriesQuerySchema }) query: SeriesQuery): Promise<FigureSeries> {
    return this.service.compute(query);
  }
}
