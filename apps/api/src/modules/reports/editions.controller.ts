import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Costly } from '../../access/limits/request-limits';
import { Requires } from '../../access/requires.decorator';
import { editionNumberSchema } from '../../resource/figure-fields';
import { idSchema, noQuerySchema } from '../../resource/record.controller';
import { sendFile } from '../../resource/exports/send-file';
import { EditionsService } from './editions.service';
import { EDITION_FILE_TYPES, type EditionFileKind } from './output/edition-file';
import { editionListSchema, editionMembersSchema, type EditionList } from './report.dto';

const binary = (kind: EditionFileKind) => ({
  content: { [EDITION_FILE_TYPES[kind]]: { schema: { type: 'string' as const, format: 'binary' } } },
});

/** The very bytes that were kept, under their digest. */
function sendSealed(response: Response, text: string, digest: string): void {
  response.setHeader('ETag', `"${digest}"`);
  response.type('application/json').send(Buffer.from(text, 'utf8'));
}

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

  // Before the next, whose address matches this one too.
  @Get(':number.members.json')
  @Requires('edition-members:read')
  @ApiOperation({
    operationId: 'getReportEditionMembers',
    summary: 'The records behind its figures, without names; the edition’s `membersDigest` is of this file',
  })
  @ApiProduces('application/json')
  @ApiOkResponse({ standardSchema: editionMembersSchema })
  async members(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('number', { schema: editionNumberSchema }) number: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res() response: Response,
  ): Promise<void> {
    const { text, digest } = await this.editions.members(actor, id, Number(number));
    sendSealed(response, text, digest);
  }

  @Get(':number.json')
  @Requires('report:read')
  @ApiOperation({
    operationId: 'getReportEditionAsJson',
    summary:
      'A sealed edition; its bytes never change. Those published without a members file hold the members: 403 for who may not see these',
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
    const { document, seal } = await this.editions.json(actor, id, Number(number));
    sendSealed(response, document, seal);
  }

  @Get(':number.pdf')
  @Costly()
  @Requires('report:read')
  @ApiOperation({
    operationId: 'getReportEditionAsPdf',
    summary: 'A sealed edition, typeset (PDF/UA-1 and PDF/A-2a)',
  })
  @ApiProduces(EDITION_FILE_TYPES.pdf)
  @ApiOkResponse(binary('pdf'))
  pdf(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('number', { schema: editionNumberSchema }) number: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res() response: Response,
  ): Promise<void> {
    return this.send(actor, { id, number, kind: 'pdf' }, response);
  }

  @Get(':number.xlsx')
  @Costly()
  @Requires('report:read')
  @ApiOperation({ operationId: 'getReportEditionAsXlsx', summary: 'A sealed edition as a workbook' })
  @ApiProduces(EDITION_FILE_TYPES.xlsx)
  @ApiOkResponse(binary('xlsx'))
  xlsx(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('number', { schema: editionNumberSchema }) number: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res() response: Response,
  ): Promise<void> {
    return this.send(actor, { id, number, kind: 'xlsx' }, response);
  }

  @Get(':number.csv')
  @Costly()
  @Requires('report:read')
  @ApiOperation({
    operationId: 'getReportEditionAsCsv',
    summary: 'Every number of a sealed edition as a row',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  csv(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('number', { schema: editionNumberSchema }) number: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res() response: Response,
  ): Promise<void> {
    return this.send(actor, { id, number, kind: 'csv' }, response);
  }

  private async send(
    actor: Actor,
    { id, number, kind }: { id: string; number: string; kind: EditionFileKind },
    response: Response,
  ): Promise<void> {
    const { content, ...file } = await this.editions.file(actor, { id, number: Number(number), kind });
    await sendFile(response, [content], file);
  }
}
