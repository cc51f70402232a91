import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Costly } from '../../access/limits/request-limits';
import { Requires } from '../../access/requires.decorator';
import { ETAG_HEADER } from '../../platform/http/etag';
import { claimOf, Idempotent } from '../../resource/idempotency.interceptor';
import { idSchema, noQuerySchema, recordController, versioned } from '../../resource/record.controller';
import { ReportLifecycleService } from './report-lifecycle.service';
import {
  approveSchema,
  newEditionSchema,
  reportSchemas,
  reportSpec,
  reportWithFiguresSchema,
  returnSchema,
  type ApproveInput,
  type NewEditionInput,
  type Report,
  type ReportWithFigures,
  type ReturnInput,
} from './report.dto';
import { ReportsService } from './reports.service';

@Controller('reports')
export class ReportsController extends recordController(reportSpec) {
  constructor(
    @Inject(ReportsService) private readonly reports: ReportsService,
    @Inject(ReportLifecycleService) private readonly lifecycle: ReportLifecycleService,
  ) {
    super(reports);
  }

  @Get(':id')
  @Requires('report:read')
  @ApiOperation({
    operationId: 'getReport',
    summary: 'One report with its figures: live in a draft, as submitted afterwards',
  })
  @ApiOkResponse({ standardSchema: reportWithFiguresSchema, headers: ETAG_HEADER })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReportWithFigures> {
    return versioned(response, await this.reports.getWithFigures(actor, id));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Idempotent()
  @Requires('report:write')
  @ApiOperation({
    operationId: 'submitReport',
    summary: 'Offer a draft for approval; its figures are frozen',
  })
  @ApiOkResponse({ standardSchema: reportSchemas.record, headers: ETAG_HEADER })
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Report> {
    return versioned(response, await this.lifecycle.submit(actor, id));
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Idempotent()
  @Requires('report:write')
  @ApiOperation({ operationId: 'approveReport', summary: 'Approve what somebody else submitted' })
  @ApiOkResponse({ standardSchema: reportSchemas.record, headers: ETAG_HEADER })
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: approveSchema }) input: ApproveInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Report> {
    return versioned(response, await this.lifecycle.approve(actor, id, input));
  }

  @Post(':id/return')
  @HttpCode(200)
  @Idempotent()
  @Requires('report:write')
  @ApiOperation({ operationId: 'returnReport', summary: 'Give it back as a draft, with a remark' })
  @ApiOkResponse({ standardSchema: reportSchemas.record, headers: ETAG_HEADER })
  async return(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: returnSchema }) { remark }: ReturnInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Report> {
    return versioned(response, await this.lifecycle.return(actor, id, remark));
  }

  @Post(':id/publish')
  @Costly()
  @HttpCode(200)
  @Idempotent()
  @Requires('report:write')
  @ApiOperation({
    operationId: 'publishReport',
    summary: 'Seal the approved edition; it never changes again. 202 while it is computed: see `progress`',
  })
  @ApiOkResponse({ standardSchema: reportSchemas.record, headers: ETAG_HEADER })
  @ApiAcceptedResponse({ standardSchema: reportSchemas.record, headers: ETAG_HEADER })
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Report> {
    const report = await this.lifecycle.publish(actor, id);
    if (report.status !== 'PUBLISHED') response.status(202);
    return versioned(response, report);
  }

  @Post(':id/editions')
  @Idempotent()
  @Requires('report:write')
  @ApiOperation({ operationId: 'createReportEdition', summary: 'Begin the next edition as a draft' })
  @ApiCreatedResponse({ standardSchema: reportSchemas.record, headers: ETAG_HEADER })
  async beginEdition(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: newEditionSchema }) { reason }: NewEditionInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Report> {
    return versioned(response, await this.lifecycle.beginEdition(actor, id, reason, claimOf(request)));
  }
}
