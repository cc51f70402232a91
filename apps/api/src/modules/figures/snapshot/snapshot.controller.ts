import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { dateIn, instantSchema, NETHERLANDS } from '@fieldlab/domain';
import type { Response } from 'express';
import { z } from 'zod';
import type { Actor } from '../../../access/actor';
import { CurrentActor } from '../../../access/current-actor.decorator';
import { Costly } from '../../../access/limits/request-limits';
import { Requires } from '../../../access/requires.decorator';
import { inTurn, sendFile } from '../../../resource/exports/send-file';
import { SnapshotService } from './snapshot.service';

const ZIP = 'application/zip';

const snapshotQuerySchema = z.strictObject({
  knownAt: instantSchema.optional().describe('As known at this instant; default now.'),
});

@ApiTags('figures')
@Controller()
export class SnapshotController {
  constructor(@Inject(SnapshotService) private readonly snapshot: SnapshotService) {}

  @Get('snapshot.zip')
  @Costly()
  @Requires('snapshot:read')
  @ApiOperation({
    operationId: 'exportSnapshot',
    summary:
      'The register as it was known, as Parquet files with a data dictionary and the definitions as SQL; without contacts, notes and users, sole traders by id alone',
  })
  @ApiProduces(ZIP)
  @ApiOkResponse({ content: { [ZIP]: { schema: { type: 'string', format: 'binary' } } } })
  export(
    @CurrentActor() actor: Actor,
    @Query({ schema: snapshotQuerySchema }) { knownAt }: z.infer<typeof snapshotQuerySchema>,
    @Res() response: Response,
  ): Promise<void> {
    const name = `snapshot-${dateIn(NETHERLANDS.timeZone, new Date())}.zip`;
    return inTurn(response, () =>
      this.snapshot.export(actor, knownAt, (zip) => sendFile(response, zip, { name, type: ZIP })),
    );
  }
}
