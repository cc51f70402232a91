import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SigningIn } from '../../access/limits/request-limits';
import { Public } from '../../access/requires.decorator';
import { noQuerySchema } from '../../resource/record.controller';
import { ParticipationLinksService } from './participation-links.service';
import { correctionSchema, linkSchema, tokenSchema, type LinkDto, type Stated } from './statement.dto';

@ApiTags('rounds')
@Controller('participation-links/:token')
@Public()
@SigningIn()
export class ParticipationLinksController {
  constructor(@Inject(ParticipationLinksService) private readonly links: ParticipationLinksService) {}

  @Get()
  @Header('X-Robots-Tag', 'noindex')
  @ApiOperation({
    operationId: 'getParticipationLink',
    summary: 'The participation that a company is asked about, by its personal link; reading changes nothing',
  })
  @ApiOkResponse({ standardSchema: linkSchema })
  get(
    @Param('token', { schema: tokenSchema }) token: string,
    @Query({ schema: noQuerySchema }) _: object,
  ): Promise<LinkDto> {
    return this.links.get(token);
  }

  @Post('confirm')
  @HttpCode(200)
  @ApiOperation({ operationId: 'confirmParticipation', summary: 'State that it is as it is registered' })
  @ApiOkResponse({ standardSchema: linkSchema })
  confirm(
    @Param('token', { schema: tokenSchema }) token: string,
    @Query({ schema: noQuerySchema }) _: object,
  ): Promise<LinkDto> {
    return this.links.confirm(token);
  }

  @Post('correct')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'correctParticipation',
    summary: 'State what it is; the register changes when a coordinator accepts it',
  })
  @ApiOkResponse({ standardSchema: linkSchema })
  correct(
    @Param('token', { schema: tokenSchema }) token: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: correctionSchema }) stated: Stated,
  ): Promise<LinkDto> {
    return this.links.correct(token, stated);
  }
}
