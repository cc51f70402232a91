import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { editionNumberSchema } from '../../records/figure-fields';
import { idSchema, noQuerySchema } from '../../records/record.controller';
import { EditionsService } from './editions.service';
import { editionListSchema, type EditionList } from './report.dto';

@ApiTags('reports')
@Controller('reports/:id/editions')
export class EditionsController {
  constructor(@Inject(EditionsService) private readonly editions: EditionsService) {}

  @Get()
  @Requires('report:read')
  @ApiOperation({ operationId: 'listReportEditions', summary: 'The published editions, newest first' })
  @ApiOkResponse({ standardSchema: editionListSchema })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
  ): Promise<EditionList> {
    return this.editions.list(actor, id);
  }

  @Get(':number.json')
  @Requires('report:read')
  @ApiOperation({
    operationId: 'getReportEditionAsJson',
    summary: 'A sealed edition; its bytes never change',
  })
  @ApiProduces('application/json')
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object' } } } })
  async json(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('number', { schema: editionNumberSchema }) number: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res() response: Response,
  ): Promise<void> {
    const { document, seal } = await this.editions.get(actor, id, Number(number));
    response.setHeader('ETag', `"${seal}"`);
    response.type('application/json').send(Buffer.from(document, 'utf8'));
  }
}
