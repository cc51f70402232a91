import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Language } from '@fieldlab/domain';
import type { Response } from 'express';
import { Costly } from '../../access/limits/request-limits';
import { Public } from '../../access/requires.decorator';
import { AcceptedLanguage } from '../../platform/http/language';
import { editionNumberSchema } from '../../resource/figure-fields';
import { idSchema, noQuerySchema } from '../../resource/record.controller';
import { attachment } from '../../resource/exports/send-file';
import type { PublicFileKind } from '../reports/public-files.service';
import { CheckService } from './check.service';
import { dcatOf } from './dcat';
import {
  catalogueSchema,
  checkedSchema,
  checkSchema,
  type Catalogue,
  type CheckedNumbers,
  type CheckInput,
} from './public.dto';
import { PublicReportsService } from './public-reports.service';

const JSON_OBJECT = { content: { 'application/json': { schema: { type: 'object' as const } } } };

/** What anybody may read: published editions without members, small cells suppressed. */
@ApiTags('public')
@Controller('public')
export class PublicController {
  constructor(
    @Inject(PublicReportsService) private readonly reports: PublicReportsService,
    @Inject(CheckService) private readonly checks: CheckService,
  ) {}

  @Get('reports')
  @Public()
  @ApiOperation({ operationId: 'listPublicReports', summary: 'The published reports, newest first' })
  @ApiOkResponse({ standardSchema: catalogueSchema })
  list(@Query({ schema: noQuerySchema }) _: object): Promise<Catalogue> {
    return this.reports.catalogue();
  }

  @Get('catalogue.jsonld')
  @Costly()
  @Public()
  @ApiOperation({ operationId: 'getPublicCatalogue', summary: 'The same as DCAT-AP metadata' })
  @ApiProduces('application/ld+json')
  @ApiOkResponse({ content: { 'application/ld+json': { schema: { type: 'object' } } } })
  async dcat(@Query({ schema: noQuerySchema }) _: object, @Res() response: Response): Promise<void> {
    const catalogue = dcatOf(await this.reports.all(), (id, edition) => this.reports.addressOf(id, edition));
    response.type('application/ld+json').send(JSON.stringify(catalogue));
  }

  @Get('feed.atom')
  @Costly()
  @Public()
  @ApiOperation({ operationId: 'getPublicFeed', summary: 'The newest editions as an Atom feed' })
  @ApiProduces('application/atom+xml')
  @ApiOkResponse({ content: { 'application/atom+xml': { schema: { type: 'string' } } } })
  async feed(@Query({ schema: noQuerySchema }) _: object, @Res() response: Response): Promise<void> {
    response.type('application/atom+xml').send(await this.reports.feed());
  }

  @Get('reports/:id/editions/:number.json')
  @Public()
  @ApiOperation({ operationId: 'getPublicEditionAsJson', summary: 'The same, as a file' })
  @ApiOkResponse(JSON_OBJECT)
  async file(
    @Param('id', { schema: idSchema }) id: string,
    @Param('number', { schema: editionNumberSchema }) number: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res() response: Response,
  ): Promise<void> {
    response.setHeader('Content-Disposition', `attachment; filename="edition-${number}.json"`);
    await this.send(id, number, response);
  }

  @Get('reports/:id/editions/:number.csv')
  @Public()
  @ApiOperation({
    operationId: 'getPublicEditionAsCsv',
    summary: 'Every public number of an edition as a row',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  csv(
    @Param('id', { schema: idSchema }) id: string,
    @Param('number', { schema: editionNumberSchema }) number: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res() response: Response,
  ): Promise<void> {
    return this.sendAs('csv', { id, number }, response);
  }

  @Get('reports/:id/editions/:number.pdf')
  @Costly()
  @Public()
  @ApiOperation({ operationId: 'getPublicEditionAsPdf', summary: 'A public edition, typeset' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  pdf(
    @Param('id', { schema: idSchema }) id: string,
    @Param('number', { schema: editionNumberSchema }) number: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res() response: Response,
  ): Promise<void> {
    return this.sendAs('pdf', { id, number }, response);
  }

  // After its files, whose endings are part of what a parameter matches.
  @Get('reports/:id/editions/:number')
  @Public()
  @ApiOperation({ operationId: 'getPublicEdition', summary: 'A public edition; its bytes never change' })
  @ApiOkResponse(JSON_OBJECT)
  edition(
    @Param('id', { schema: idSchema }) id: string,
    @Param('number', { schema: editionNumberSchema }) number: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res() response: Response,
  ): Promise<void> {
    return this.send(id, number, response);
  }

  @Post('check')
  @Costly()
  @HttpCode(200)
  @Public()
  @ApiOperation({
    operationId: 'checkNumbers',
    summary: 'Where does this number come from? The published figures that each number in a text equals',
  })
  @ApiOkResponse({ standardSchema: checkedSchema })
  check(
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: checkSchema }) { text }: CheckInput,
    @AcceptedLanguage() language: Language,
  ): Promise<CheckedNumbers> {
    return this.checks.check(text, language);
  }

  private async sendAs(
    kind: PublicFileKind,
    { id, number }: { id: string; number: string },
    response: Response,
  ): Promise<void> {
    const { name, type, content, sha256 } = await this.reports.file(id, Number(number), kind);
    response.setHeader('Content-Disposition', attachment(name));
    sendKept(response, { type, content, tag: sha256 });
  }

  private async send(id: string, number: string, response: Response): Promise<void> {
    const { text, seal } = await this.reports.document(id, Number(number));
    sendKept(response, { type: 'application/json', content: Buffer.from(text, 'utf8'), tag: seal });
  }
}

/** Bytes that never change: whoever has them is told so (304), and anybody may keep them. */
function sendKept(
  response: Response,
  { type, content, tag }: { type: string; content: Buffer; tag: string },
): void {
  response.setHeader('ETag', `"${tag}"`);
  response.setHeader('Cache-Control', 'public, no-cache');
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Content-Type', type);
  response.send(content);
}
