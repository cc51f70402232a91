import type { Language } from '@fieldlab/domain';
import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { ApiIfMatch, ETAG_HEADER, IfMatch } from '../../platform/http/etag';
import { AcceptedLanguage } from '../../platform/http/language';
import { claimOf, Idempotent } from '../../resource/idempotency.interceptor';
import {
  idSchema,
  noQuerySchema,
  reasonSchema,
  versioned,
  type ReasonQuery,
} from '../../resource/record.controller';
import {
  duplicateListSchema,
  duplicatePageSchema,
  duplicatePatchSchema,
  duplicateScanSchema,
  duplicateSchema,
  type Duplicate,
  type DuplicateList,
  type DuplicatePage,
  type DuplicatePatch,
  type DuplicateScan,
} from './duplicate.dto';
import { DuplicatesService } from './duplicates.service';
import { DuplicateScansService } from './scan/duplicate-scans.service';

@ApiTags('duplicates')
@Controller('duplicates')
export class DuplicatesController {
  constructor(
    @Inject(DuplicatesService) private readonly duplicates: DuplicatesService,
    @Inject(DuplicateScansService) private readonly scans: DuplicateScansService,
  ) {}

  @Get()
  @Requires('duplicate:read')
  @ApiOperation({
    operationId: 'listDuplicates',
    summary: 'Pairs of companies that may be one, the likeliest first',
  })
  @ApiOkResponse({ standardSchema: duplicatePageSchema })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: duplicateListSchema }) query: DuplicateList,
    @AcceptedLanguage() language: Language,
  ): Promise<DuplicatePage> {
    return this.duplicates.list(actor, query, language);
  }

  @Get('scan')
  @Requires('duplicate:read')
  @ApiOperation({ operationId: 'getDuplicateScan', summary: 'The last scan, and how far it is' })
  @ApiOkResponse({ standardSchema: duplicateScanSchema })
  scan(@CurrentActor() actor: Actor, @Query({ schema: noQuerySchema }) _: object): Promise<DuplicateScan> {
    return this.scans.latest(actor);
  }

  @Post('scan')
  @HttpCode(202)
  @Idempotent()
  @Requires('duplicate:write')
  @ApiOperation({
    operationId: 'scanDuplicates',
    summary: 'Search the whole register for companies that may be one; one scan at a time',
  })
  @ApiResponse({ status: 202, standardSchema: duplicateScanSchema })
  startScan(
    @CurrentActor() actor: Actor,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
    @Req() request: Request,
  ): Promise<DuplicateScan> {
    return this.scans.request(actor, { reason, claim: claimOf(request) });
  }

  @Get(':id')
  @Requires('duplicate:read')
  @ApiOperation({ operationId: 'getDuplicate', summary: 'One pair' })
  @ApiOkResponse({ standardSchema: duplicateSchema, headers: ETAG_HEADER })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
    @AcceptedLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Duplicate> {
    return versioned(response, await this.duplicates.get(actor, id, language));
  }

  @Patch(':id')
  @ApiIfMatch()
  @Requires('duplicate:write')
  @ApiOperation({
    operationId: 'decideDuplicate',
    summary: 'Remember that two companies are different firms, or take that back',
  })
  @ApiOkResponse({ standardSchema: duplicateSchema, headers: ETAG_HEADER })
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: number,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
    @Body({ schema: duplicatePatchSchema }) { status }: DuplicatePatch,
    @AcceptedLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Duplicate> {
    const pair = { id, version };
    return versioned(response, await this.duplicates.decide(actor, pair, { status, reason }, language));
  }
}
