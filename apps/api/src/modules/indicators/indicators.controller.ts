import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { currentIndicators, findIndicator, INDICATORS, notFound, type Indicator } from '@fieldlab/domain';
import { z } from 'zod';
import { Requires } from '../../access/requires.decorator';
import { indicatorListSchema, indicatorSchema, type IndicatorDto } from './indicators.dto';

const referenceSchema = z.string().max(60).meta({ example: 'jobs@1' });

/** The published definitions. They are part of the program, so there is nothing to ask of the register. */
@ApiTags('indicators')
@Controller('indicators')
@Requires('indicator:read')
export class IndicatorsController {
  @Get()
  @ApiOperation({
    operationId: 'listIndicators',
    summary: 'Every published definition, old versions included',
  })
  @ApiOkResponse({ standardSchema: indicatorListSchema })
  list(): { data: IndicatorDto[]; total: number } {
    return { data: INDICATORS.map(toIndicatorDto), total: INDICATORS.length };
  }

  @Get(':reference')
  @ApiOperation({
    operationId: 'getIndicator',
    summary: 'One definition: the current one, or a version of it',
  })
  @ApiOkResponse({ standardSchema: indicatorSchema })
  get(@Param('reference', { schema: referenceSchema }) reference: string): IndicatorDto {
    const indicator = findIndicator(reference);
    if (!indicator) throw notFound(`The indicator "${reference}"`);
    return toIndicatorDto(indicator);
  }
}

function toIndicatorDto(indicator: Indicator): IndicatorDto {
  const { code, version, unit, kind, title, definition } = indicator;
  const current = currentIndicators.includes(indicator);
  return { code, version, current, unit, kind, breakdowns: [...indicator.breakdowns], title, definition };
}
