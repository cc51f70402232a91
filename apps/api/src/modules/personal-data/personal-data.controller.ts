import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Costly } from '../../access/limits/request-limits';
import { Requires, RequiresFreshProof } from '../../access/requires.decorator';
import {
  exportSchema,
  findsSchema,
  itemsSchema,
  searchSchema,
  type Finds,
  type PersonalDataExport,
  type PersonalDataSearch,
} from './personal-data.dto';
import { PersonalDataService } from './personal-data.service';

/** By POST alone: a name that is looked for stands in no address, and so in no log. */
@ApiTags('persons')
@Controller('persons')
@Requires('personal-data:erase')
export class PersonalDataController {
  constructor(@Inject(PersonalDataService) private readonly data: PersonalDataService) {}

  @Post('search')
  @HttpCode(200)
  @Costly()
  @ApiOperation({
    operationId: 'searchPersonalData',
    summary: 'Where the register names a person: in records, free texts, reasons, accounts and imports',
  })
  @ApiOkResponse({ standardSchema: findsSchema })
  search(
    @CurrentActor() actor: Actor,
    @Body({ schema: searchSchema }) body: PersonalDataSearch,
  ): Promise<Finds> {
    return this.data.search(actor, body);
  }

  @Post('export')
  @HttpCode(200)
  @Costly()
  @ApiOperation({
    operationId: 'exportPersonalData',
    summary: 'Every version of what was found, for the person it is about',
  })
  @ApiOkResponse({ standardSchema: exportSchema })
  export(
    @CurrentActor() actor: Actor,
    @Body({ schema: itemsSchema }) { items }: z.output<typeof itemsSchema>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PersonalDataExport> {
    response.attachment('personal-data.json');
    return this.data.export(actor, items);
  }

  @Post('erase')
  @RequiresFreshProof()
  @HttpCode(204)
  @Costly()
  @ApiOperation({
    operationId: 'erasePersonalData',
    summary: 'Erase what was found, for good and in every version; figures, chain and seals stay as they are',
  })
  @ApiNoContentResponse()
  erase(
    @CurrentActor() actor: Actor,
    @Body({ schema: itemsSchema }) { items }: z.output<typeof itemsSchema>,
  ): Promise<void> {
    return this.data.erase(actor, items);
  }
}
