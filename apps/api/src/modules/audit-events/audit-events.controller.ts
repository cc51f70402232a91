import { Controller, Delete, Get, HttpCode, Inject, Param, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires, RequiresFreshProof } from '../../access/requires.decorator';
import {
  auditEventIdSchema,
  auditEventSchema,
  auditPageSchema,
  auditQuerySchema,
  type AuditEventDto,
  type AuditPage,
  type AuditQuery,
} from './audit-event.dto';
import { AuditEventsService } from './audit-events.service';

@ApiTags('audit-events')
@Controller('audit-events')
export class AuditEventsController {
  constructor(@Inject(AuditEventsService) private readonly events: AuditEventsService) {}

  @Get()
  @Requires('audit:read')
  @ApiOperation({
    operationId: 'listAuditEvents',
    summary: 'Who did what to which record, when, from which request; personal values as keyed digests',
  })
  @ApiOkResponse({ standardSchema: auditPageSchema })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: auditQuerySchema }) query: AuditQuery,
  ): Promise<AuditPage> {
    return this.events.list(actor, query);
  }

  @Get(':id')
  @Requires('audit:read')
  @ApiOperation({ operationId: 'getAuditEvent', summary: 'One entry of the trail' })
  @ApiOkResponse({ standardSchema: auditEventSchema })
  get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: auditEventIdSchema }) id: string,
  ): Promise<AuditEventDto> {
    return this.events.get(actor, id);
  }

  @Delete(':id/reason')
  @Requires('personal-data:erase')
  @RequiresFreshProof()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'eraseAuditEventReason',
    summary: 'Erase the reason of this change for good, in the trail and in the history of its records',
  })
  @ApiNoContentResponse()
  eraseReason(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: auditEventIdSchema }) id: string,
  ): Promise<void> {
    return this.events.eraseReason(actor, id);
  }
}
