import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires, RequiresFreshProof } from '../../access/requires.decorator';
import { sayVersion } from '../../platform/http/etag';
import {
  apiTokenCreateSchema,
  apiTokenIdSchema,
  apiTokenPageSchema,
  apiTokenQuerySchema,
  apiTokenSchema,
  newApiTokenSchema,
  type ApiTokenCreateDto,
  type ApiTokenDto,
  type ApiTokenQuery,
  type NewApiTokenDto,
} from './api-tokens.dto';
import { ApiTokensService } from './api-tokens.service';

@ApiTags('api-tokens')
@Controller('api-tokens')
@Requires('own-account:write')
export class ApiTokensController {
  constructor(@Inject(ApiTokensService) private readonly tokens: ApiTokensService) {}

  @Get()
  @ApiOperation({ operationId: 'listApiTokens', summary: 'Your tokens; an administrator sees everybody’s' })
  @ApiOkResponse({ standardSchema: apiTokenPageSchema })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: apiTokenQuerySchema }) query: ApiTokenQuery,
  ): Promise<{ data: ApiTokenDto[]; total: number }> {
    return this.tokens.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getApiToken', summary: 'One token, without the token itself' })
  @ApiOkResponse({ standardSchema: apiTokenSchema })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: apiTokenIdSchema }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ApiTokenDto> {
    const token = await this.tokens.get(actor, id);
    sayVersion(response, token);
    return token;
  }

  @Post()
  @RequiresFreshProof()
  @ApiOperation({ operationId: 'createApiToken', summary: 'Make a token that acts as you; shown this once' })
  @ApiCreatedResponse({ standardSchema: newApiTokenSchema })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: apiTokenCreateSchema }) input: ApiTokenCreateDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewApiTokenDto> {
    const token = await this.tokens.create(actor, input);
    sayVersion(response, token);
    return token;
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'revokeApiToken', summary: 'Revoke a token, at once and for good' })
  @ApiNoContentResponse()
  revoke(@CurrentActor() actor: Actor, @Param('id', { schema: apiTokenIdSchema }) id: string): Promise<void> {
    return this.tokens.revoke(actor, id);
  }
}
