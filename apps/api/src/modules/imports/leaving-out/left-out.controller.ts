import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../access/actor';
import { CurrentActor } from '../../../access/current-actor.decorator';
import { Requires } from '../../../access/requires.decorator';
import { Idempotent } from '../../../resource/idempotency.interceptor';
import { idSchema, noQuerySchema, reasonSchema, type ReasonQuery } from '../../../resource/record.controller';
import { leftOutSchema, type LeftOut } from './left-out.dto';
import { LeftOutService } from './left-out.service';

@ApiTags('imports')
@Controller('imports/:id/companies/:companyId/left-out')
export class LeftOutController {
  constructor(@Inject(LeftOutService) private readonly leftOut: LeftOutService) {}

  @Get()
  @Requires('import:read')
  @ApiOperation({
    operationId: 'previewLeftOut',
    summary: 'How many rows of the import would go with a company that it made',
  })
  @ApiOkResponse({ standardSchema: leftOutSchema })
  preview(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) importId: string,
    @Param('companyId', { schema: idSchema }) companyId: string,
    @Query({ schema: noQuerySchema }) _: object,
  ): Promise<LeftOut> {
    return this.leftOut.preview(actor, importId, companyId);
  }

  @Post()
  @HttpCode(200)
  @Idempotent()
  @Requires('import:write')
  @ApiOperation({
    operationId: 'leaveOut',
    summary: 'Delete a company that the import made, with the rows of the import that hang from it',
  })
  @ApiOkResponse({ standardSchema: leftOutSchema })
  leaveOut(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) importId: string,
    @Param('companyId', { schema: idSchema }) companyId: string,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
  ): Promise<LeftOut> {
    return this.leftOut.leaveOut(actor, { importId, companyId, reason });
  }

  @Delete()
  @Requires('import:write')
  @ApiOperation({
    operationId: 'bringBackLeftOut',
    summary: 'Bring a company that was left out back, with the rows that went with it',
  })
  @ApiOkResponse({ standardSchema: leftOutSchema })
  bringBack(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) importId: string,
    @Param('companyId', { schema: idSchema }) companyId: string,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
  ): Promise<LeftOut> {
    return this.leftOut.bringBack(actor, { importId, companyId, reason });
  }
}
