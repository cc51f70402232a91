import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Param, Query, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { BREAKDOWNS, LANGUAGES } from '@fieldlab/domain';
import type { Response } from 'express';
import { z } from 'zod';
import { allowFraming } from '../../../access/http/security-headers';
import { Costly } from '../../../access/limits/request-limits';
import { Public, WithoutIdentity } from '../../../access/requires.decorator';
import { editionNumberSchema, indicatorSchema } from '../../../resource/figure-fields';
import { idSchema } from '../../../resource/record.controller';
import { EMBED_THEMES } from './embed-style';
import { EmbedService, type EmbedForm } from './embed.service';

/** An edition never changes; how it is drawn may, with the program. */
const KEPT = 'public, max-age=3600';

const embedSchema = z.strictObject({
  by: z.enum(BREAKDOWNS).optional().describe('One of the ways in which the edition breaks the figure down.'),
  theme: z.enum(EMBED_THEMES).default('auto').describe("By default what the reader's own settings ask for."),
  language: z.enum(LANGUAGES).optional().describe('By default the language of the edition.'),
});
type EmbedQuery = z.output<typeof embedSchema>;

/** Published figures on other people's pages: nobody is recognised here, and nothing is left behind. */
@ApiTags('public')
@Controller({ path: 'embed/reports/:id/editions/:number', version: VERSION_NEUTRAL })
@Costly()
@Public()
@WithoutIdentity()
export class EmbedController {
  constructor(@Inject(EmbedService) private readonly embeds: EmbedService) {}

  @Get(':indicator.svg')
  @ApiOperation({ operationId: 'getEmbeddedImage', summary: 'A published figure as a picture' })
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  image(
    @Param('id', { schema: idSchema }) id: string,
    @Param('number', { schema: editionNumberSchema }) number: string,
    @Param('indicator', { schema: indicatorSchema }) indicator: string,
    @Query({ schema: embedSchema }) query: EmbedQuery,
    @Res() response: Response,
  ): Promise<void> {
    return this.send('image', { ...query, indicator, reportId: id, number }, response);
  }

  // After the picture, whose ending is part of what a parameter matches.
  @Get(':indicator')
  @ApiOperation({ operationId: 'getEmbeddedPage', summary: 'A published figure as a page to be framed' })
  @ApiProduces('text/html')
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  page(
    @Param('id', { schema: idSchema }) id: string,
    @Param('number', { schema: editionNumberSchema }) number: string,
    @Param('indicator', { schema: indicatorSchema }) indicator: string,
    @Query({ schema: embedSchema }) query: EmbedQuery,
    @Res() response: Response,
  ): Promise<void> {
    return this.send('page', { ...query, indicator, reportId: id, number }, response);
  }

  private async send(
    form: EmbedForm,
    { number, ...asked }: EmbedQuery & { indicator: string; reportId: string; number: string },
    response: Response,
  ): Promise<void> {
    const { markup, style } = await this.embeds.drawn(form, { ...asked, edition: Number(number) });
    allowFraming(response, style);
    response.setHeader('ETag', `"${createHash('sha256').update(markup).digest('hex')}"`);
    response.setHeader('Cache-Control', KEPT);
    response.setHeader(
      'Content-Type',
      form === 'page' ? 'text/html; charset=utf-8' : 'image/svg+xml; charset=utf-8',
    );
    response.send(markup);
  }
}
