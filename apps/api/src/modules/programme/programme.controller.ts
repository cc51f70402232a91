import { Body, Controller, Get, Inject, Patch, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { ApiIfMatch, ETAG_HEADER, IfMatch } from '../../platform/http/etag';
import { noQuerySchema, reasonSchema, versioned, type ReasonQuery } from '../../resource/record.controller';
import {
  programmePatchSchema,
  programmeSchema,
  type ProgrammeDto,
  type ProgrammePatch,
} from './programme.dto';
import { ProgrammeService } from './programme.service';

@ApiTags('programme')
@Controller('programme')
export class ProgrammeController {
  constructor(@Inject(ProgrammeService) private readonly programme: ProgrammeService) {}

  @Get()
  @Requires('programme:read')
  @ApiOperation({ operationId: 'getProgramme', summary: 'The programme; 404 before it is named' })
  @ApiOkResponse({ standardSchema: programmeSchema, headers: ETAG_HEADER })
  async get(
    @CurrentActor() actor: Actor,
    @Query({ schema: noQuerySchema }) _: object,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProgrammeDto> {
    return versioned(response, await this.programme.get(actor));
  }

  @Patch()
  @ApiIfMatch()
  @Requires('programme:write')
  @ApiOperation({
    operationId: 'updateProgramme',
    summary: 'Change the programme; with version 0, name it for the first time',
  })
  @ApiOkResponse({ standardSchema: programmeSchema, headers: ETAG_HEADER })
  async patch(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
    @Body({ schema: programmePatchSchema }) input: ProgrammePatch,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProgrammeDto> {
    return versioned(response, await this.programme.patch(actor, version, input, reason));
  }
}
