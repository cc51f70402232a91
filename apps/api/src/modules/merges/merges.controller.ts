import type { Language } from '@fieldlab/domain';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseInterceptors,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Costly } from '../../access/limits/request-limits';
import { Requires } from '../../access/requires.decorator';
import { ApiIfMatch, ETAG_HEADER, IfMatch } from '../../platform/http/etag';
import { AcceptedLanguage } from '../../platform/http/language';
import { besideFaults } from '../../resource/beside-faults.interceptor';
import { claimOf, Idempotent } from '../../resource/idempotency.interceptor';
import type { RecordVersion } from '../../resource/record-history';
import type { Page } from '../../resource/record-repository';
import {
  idSchema,
  noQuerySchema,
  reasonSchema,
  versioned,
  type ReasonQuery,
} from '../../resource/record.controller';
import type { ListQuery } from '../../resource/list-filters';
import { recordVersionsSchema } from '../../resource/tracked.controller';
import {
  mergeCreateSchema,
  mergeEffectSchema,
  mergeSchemas,
  mergeSpec,
  unmergeQuerySchema,
  type Merge,
  type MergeEffect,
  type MergeInput,
  type UnmergeQuery,
} from './merge.dto';
import { MergeEffectService } from './merge-effect.service';
import { MergesService } from './merges.service';

const BesideFaults = besideFaults(mergeSpec);

@ApiTags('merges')
@Controller('merges')
export class MergesController {
  constructor(
    @Inject(MergesService) private readonly merges: MergesService,
    @Inject(MergeEffectService) private readonly effects: MergeEffectService,
  ) {}

  @Get()
  @Requires('merge:read')
  @ApiOperation({ operationId: 'listMerges', summary: 'The merges that stand, filtered and sorted' })
  @ApiOkResponse({ standardSchema: mergeSchemas.page })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: mergeSchemas.list }) query: Record<string, unknown>,
  ): Promise<Page<Merge>> {
    return this.merges.list(actor, query as ListQuery);
  }

  @Get(':id')
  @Requires('merge:read')
  @ApiOperation({ operationId: 'getMerge', summary: 'One merge' })
  @ApiOkResponse({ standardSchema: mergeSchemas.record, headers: ETAG_HEADER })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Merge> {
    return versioned(response, await this.merges.get(actor, id));
  }

  @Post()
  @Requires('merge:write')
  @Idempotent()
  @UseInterceptors(BesideFaults)
  @ApiOperation({ operationId: 'createMerge', summary: 'Say that two companies always were one firm' })
  @ApiCreatedResponse({ standardSchema: mergeSchemas.record, headers: ETAG_HEADER })
  async create(
    @CurrentActor() actor: Actor,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
    @Body({ schema: mergeCreateSchema }) input: MergeInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Merge> {
    return versioned(response, await this.merges.merge(actor, input, { reason, claim: claimOf(request) }));
  }

  @Post('effect')
  @Costly()
  @HttpCode(200)
  @Requires('merge:write')
  @ApiOperation({ operationId: 'getMergeEffect', summary: 'What a merge would do, without doing it' })
  @ApiOkResponse({ standardSchema: mergeEffectSchema })
  effect(
    @CurrentActor() actor: Actor,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: mergeCreateSchema }) input: MergeInput,
    @AcceptedLanguage() language: Language,
  ): Promise<MergeEffect> {
    return this.effects.effect(actor, input, language);
  }

  @Delete(':id')
  @ApiIfMatch()
  @HttpCode(204)
  @Requires('merge:write')
  @ApiOperation({
    operationId: 'deleteMerge',
    summary: 'Take a merge back, and with it what the survivor took over',
  })
  @ApiNoContentResponse()
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: number,
    @Query({ schema: unmergeQuerySchema }) query: UnmergeQuery,
  ): Promise<void> {
    return this.merges.takeBack(actor, id, version, query);
  }

  @Get(':id/history')
  @Requires('merge:read')
  @ApiOperation({
    operationId: 'getMergeHistory',
    summary: 'When it was merged and taken back, by whom and why',
  })
  @ApiOkResponse({ standardSchema: recordVersionsSchema })
  history(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
  ): Promise<Page<RecordVersion>> {
    return this.merges.history(actor, id);
  }
}
