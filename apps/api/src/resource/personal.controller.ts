import { Delete, HttpCode, Param, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../access/actor';
import { CurrentActor } from '../access/current-actor.decorator';
import { Requires } from '../access/requires.decorator';
import { ApiIfMatch, IfMatch } from '../platform/http/etag';
import type { Fields } from './fields';
import type { PersonalRecordService } from './personal-record.service';
import { idSchema, reasonSchema, recordController } from './record.controller';
import type { RecordSpec } from './record-spec';

const removeQuerySchema = reasonSchema.extend({
  erase: z
    .enum(['true', 'false'])
    .optional()
    .describe('true erases it for good, also after it was deleted; for administrators.'),
});

/** The routes of a kind of record that is about people: no history, and it can be erased. */
export function personalController<F extends Fields>(spec: RecordSpec<F>) {
  const { name, permissions } = spec;

  abstract class PersonalRecords extends recordController(spec) {
    constructor(private readonly records: PersonalRecordService<F>) {
      super(records);
    }

    @Delete(':id')
    @ApiIfMatch()
    @HttpCode(204)
    @Requires(permissions.delete)
    @ApiOperation({ operationId: `delete${name}`, summary: 'Delete a record, or erase it for good' })
    @ApiNoContentResponse()
    remove(
      @CurrentActor() actor: Actor,
      @Param('id', { schema: idSchema }) id: string,
      @IfMatch() version: number,
      @Query({ schema: removeQuerySchema }) { erase, reason }: z.output<typeof removeQuerySchema>,
    ): Promise<void> {
      return erase === 'true'
        ? this.records.erase(actor, id, version, { reason })
        : this.records.remove(actor, id, version, { reason });
    }
  }
  return PersonalRecords as abstract new (
    service: PersonalRecordService<F>,
  ) => InstanceType<typeof PersonalRecords>;
}
