import { Body, Controller, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@fieldlab/domain';
import type { Request } from 'express';
import type { Actor } from '../../../access/actor';
import { CurrentActor } from '../../../access/current-actor.decorator';
import { Costly } from '../../../access/limits/request-limits';
import { Requires } from '../../../access/requires.decorator';
import { AcceptedLanguage } from '../../../platform/http/language';
import { claimOf, Idempotent } from '../../../resource/idempotency.interceptor';
import { reasonSchema, type ReasonQuery } from '../../../resource/record.controller';
import { importSchema, type ImportDto } from '../import.dto';
import { newRowsSchema, type NewRows } from './rows.dto';
import { RowsService } from './rows.service';

@ApiTags('imports')
@Controller('imports/rows')
export class RowsController {
  constructor(@Inject(RowsService) private readonly rows: RowsService) {}

  @Post()
  @Costly()
  @Requires('import:write')
  @Idempotent()
  @ApiOperation({
    operationId: 'importRows',
    summary: 'Make records of one kind, all or nothing; it is undone as an import',
  })
  @ApiCreatedResponse({ standardSchema: importSchema })
  write(
    @CurrentActor() actor: Actor,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
    @Body({ schema: newRowsSchema }) rows: NewRows,
    @AcceptedLanguage() language: Language,
    @Req() request: Request,
  ): Promise<ImportDto> {
    return this.rows.write(actor, rows, { reason, language, claim: claimOf(request) });
  }
}
