import { Controller, Get, Inject, Query, Res, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Costly } from '../../access/limits/request-limits';
import { Requires } from '../../access/requires.decorator';
import type { Fields } from '../fields';
import { exportSchemaOf, type ExportQuery } from '../record-schemas';
import type { RecordService } from '../record.service';
import { pluralOf, type RecordSpec } from '../record-spec';
import { sendExport } from './send-export';
import { XLSX } from './xlsx';

const COUNTED = {
  'X-Total-Count': { description: 'How many rows it has.', schema: { type: 'integer' as const } },
};

/** The whole of a list as a file, with the list's own parameters: `/companies.csv` beside `/companies`. */
export function exportController<F extends Fields>(
  spec: RecordSpec<F>,
  service: Type<RecordService<F>>,
): Type<object> {
  const schema = exportSchemaOf(spec) as z.ZodType<ExportQuery>;
  const { resource, permissions } = spec;
  const plural = pluralOf(spec);

  @ApiTags(resource)
  @Controller()
  class Exports {
    constructor(@Inject(service) private readonly records: RecordService<F>) {}

    @Get(`${resource}.csv`)
    @Costly()
    @Requires(permissions.read)
    @ApiOperation({ operationId: `export${plural}AsCsv`, summary: 'The whole of the list as a CSV file' })
    @ApiProduces('text/csv')
    @ApiOkResponse({ headers: COUNTED, content: { 'text/csv': { schema: { type: 'string' } } } })
    csv(
      @CurrentActor() actor: Actor,
      @Query({ schema }) query: ExportQuery,
      @Res() response: Response,
    ): Promise<void> {
      return sendExport({ actor, query, response, records: this.records, file: 'csv', type: 'text/csv' });
    }

    @Get(`${resource}.xlsx`)
    @Costly()
    @Requires(permissions.read)
    @ApiOperation({ operationId: `export${plural}AsXlsx`, summary: 'The whole of the list as a workbook' })
    @ApiProduces(XLSX)
    @ApiOkResponse({
      headers: COUNTED,
      content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } },
    })
    xlsx(
      @CurrentActor() actor: Actor,
      @Query({ schema }) query: ExportQuery,
      @Res() response: Response,
    ): Promise<void> {
      return sendExport({ actor, query, response, records: this.records, file: 'xlsx', type: XLSX });
    }
  }
  return Exports;
}
