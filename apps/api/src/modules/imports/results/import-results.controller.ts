import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Language } from '@fieldlab/domain';
import { Readable } from 'node:stream';
import type { Response } from 'express';
import type { Actor } from '../../../access/actor';
import { CurrentActor } from '../../../access/current-actor.decorator';
import { Costly } from '../../../access/limits/request-limits';
import { Requires } from '../../../access/requires.decorator';
import { AcceptedLanguage } from '../../../platform/http/language';
import { sendFile } from '../../../resource/exports/send-file';
import { XLSX } from '../../../resource/exports/xlsx';
import { idSchema } from '../../../resource/record.controller';
import { faultyRowsSchema, type FaultyRows } from '../mending/mend.dto';
import {
  findingPageSchema,
  findingsQuerySchema,
  plannedRowPageSchema,
  plannedRowsQuerySchema,
  type FindingPage,
  type FindingsQuery,
  type PlannedRowPage,
  type PlannedRowsQuery,
} from './import-results.dto';
import { ImportResultsService } from './import-results.service';

@ApiTags('imports')
@Controller('imports')
export class ImportResultsController {
  constructor(@Inject(ImportResultsService) private readonly results: ImportResultsService) {}

  @Get(':id/faults')
  @Requires('import:read')
  @ApiOperation({
    operationId: 'listImportFaults',
    summary: 'A page of its faults, as the workbook has them',
  })
  @ApiOkResponse({ standardSchema: findingPageSchema })
  faultPage(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: findingsQuerySchema }) query: FindingsQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<FindingPage> {
    return this.results.findings(actor, id, 'faults', { ...query, language });
  }

  @Get(':id/warnings')
  @Requires('import:read')
  @ApiOperation({ operationId: 'listImportWarnings', summary: 'The same of its warnings' })
  @ApiOkResponse({ standardSchema: findingPageSchema })
  warningPage(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: findingsQuerySchema }) query: FindingsQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<FindingPage> {
    return this.results.findings(actor, id, 'warnings', { ...query, language });
  }

  @Get(':id/rows')
  @Requires('import:read')
  @ApiOperation({
    operationId: 'listPlannedRows',
    summary: 'A page of the records that a check found will be made or filled in, with what they get',
  })
  @ApiOkResponse({ standardSchema: plannedRowPageSchema })
  plannedRows(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: plannedRowsQuerySchema }) query: PlannedRowsQuery,
  ): Promise<PlannedRowPage> {
    return this.results.plannedRows(actor, id, query);
  }

  @Get(':id/faults.xlsx')
  @Costly()
  @Requires('import:read')
  @ApiOperation({
    operationId: 'getImportFaults',
    summary:
      'The faulty rows with what is wrong beside each, to be mended and uploaded again; kept for a month',
  })
  @ApiProduces(XLSX)
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async faults(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { name, content } = await this.results.faultyRows(actor, id);
    await sendFile(response, Readable.from([content]), { name, type: XLSX });
  }

  @Get(':id/faulty-rows')
  @Requires('import:read')
  @ApiOperation({
    operationId: 'listFaultyRows',
    summary: 'The faulty rows cell by cell, to be mended on a screen and sent along with the file again',
  })
  @ApiOkResponse({ standardSchema: faultyRowsSchema })
  faultyRows(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<FaultyRows> {
    return this.results.faultyGrid(actor, id);
  }
}
