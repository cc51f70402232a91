import { Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../access/actor';
import { CurrentActor } from '../access/current-actor.decorator';
import { Requires } from '../access/requires.decorator';
import type { Fields } from './fields';
import type { RecordVersion } from './record-history';
import type { Page } from './record-repository';
import { idSchema, noQuerySchema, recordController, type RecordController } from './record.controller';
import type { RecordService } from './record.service';
import type { RecordSpec } from './record-spec';

export const recordVersionsSchema = z
  .object({
    data: z.array(
      z.object({
        version: z.int(),
        knownFrom: z.iso.datetime(),
        knownTo: z.iso.datetime().nullable(),
        actor: z.object({ id: z.uuid().nullable(), name: z.string() }),
        reason: z.string().nullable(),
        changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
      }),
    ),
    total: z.int(),
  })
  .meta({ id: 'RecordHistory' });

/** The routes of a kind of record of which every version is kept. */
export function trackedController<F extends Fields>(
  spec: RecordSpec<F>,
): abstract new (service: RecordService<F>) => RecordController<F> {
  const { name, permissions } = spec;

  abstract class TrackedRecords extends recordController(spec) {
    @Get(':id/history')
    @Requires(permissions.read)
    @ApiOperation({ operationId: `get${name}History`, summary: 'Every version of a record, newest first' })
    @ApiOkResponse({ standardSchema: recordVersionsSchema })
    history(
      @CurrentActor() actor: Actor,
      @Param('id', { schema: idSchema }) id: string,
      @Query({ schema: noQuerySchema }) _: object,
    ): Promise<Page<RecordVersion>> {
      return this.service.history(actor, id);
    }
  }
  return TrackedRecords;
}
