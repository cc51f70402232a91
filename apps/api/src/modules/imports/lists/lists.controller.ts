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
import { newListSchema, type NewList } from './list.dto';
import { ListsService } from './lists.service';

@ApiTags('imports')
@Controller('imports/lists')
export class ListsController {
  constructor(@Inject(ListsService) private readonly lists: ListsService) {}

  @Post()
  @Costly()
  @Requires('import:write')
  @Idempotent()
  @ApiOperation({
    operationId: 'importList',
    summary: 'Write a list of companies with what they did, all or nothing; it is undone as an import',
  })
  @ApiCreatedResponse({ standardSchema: importSchema })
  write(
    @CurrentActor() actor: Actor,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
    @Body({ schema: newListSchema }) list: NewList,
    @AcceptedLanguage() language: Language,
    @Req() request: Request,
  ): Promise<ImportDto> {
    return this.lists.write(actor, list, { reason, language, claim: claimOf(request) });
  }
}
