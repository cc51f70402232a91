import { plainText, saying } from '@fieldlab/domain';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
  UseInterceptors,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Actor } from '../access/actor';
import { CurrentActor } from '../access/current-actor.decorator';
import { Requires } from '../access/requires.decorator';
import { ApiIfMatch, ETAG_HEADER, IfMatch, sayVersion } from '../platform/http/etag';
import { flag } from '../platform/http/flag';
import { besideFaults } from './beside-faults.interceptor';
import type { CreateInput, Fields, PatchInput } from './fields';
import { claimOf, Idempotent } from './idempotency.interceptor';
import type { Page } from './record-repository';
import { schemasOf } from './record-schemas';
import type { RecordService } from './record.service';
import { pluralOf, type RecordOf, type RecordSpec } from './record-spec';
import type { ListQuery } from './list-filters';

export const idSchema = z.uuid(saying('NOT_AN_ID')).meta({ example: '0192f0c1-2b3c-7def-8a1b-0123456789ab' });
/** Why a write is made: kept in the history. */
export const reasonSchema = z.strictObject({ reason: plainText(1000).optional() });
/** A change can be asked about before it is made. */
export const patchQuerySchema = reasonSchema.extend({
  dryRun: flag.describe('Answers what the record would be, by all rules, and writes nothing.'),
});
type PatchQuery = z.output<typeof patchQuerySchema>;
/** A route that reads one record takes no parameters. */
export const noQuerySchema = z.strictObject({});
export type ReasonQuery = z.output<typeof reasonSchema>;

export interface RecordController<F extends Fields> {
  readonly service: RecordService<F>;
}

/** The routes that every kind of record has. A module's controller extends it with the routes that are only its own. */
export function recordController<F extends Fields>(
  spec: RecordSpec<F>,
): abstract new (service: RecordService<F>) => RecordController<F> {
  const schemas = schemasOf(spec);
  const { resource, name, permissions } = spec;
  const BesideFaults = besideFaults(spec);
  const plural = pluralOf(spec);

  @ApiTags(resource)
  @Controller(resource)
  abstract class Records implements RecordController<F> {
    constructor(readonly service: RecordService<F>) {}

    @Get()
    @Requires(permissions.read)
    @ApiOperation({
      operationId: `list${plural}`,
      summary: `A page of ${resource}, filtered, sorted and searched`,
    })
    @ApiOkResponse({ standardSchema: schemas.page })
    list(
      @CurrentActor() actor: Actor,
      @Query({ schema: schemas.list }) query: Record<string, unknown>,
    ): Promise<Page<RecordOf<F>>> {
      return this.service.list(actor, query as ListQuery);
    }

    @Get(':id')
    @Requires(permissions.read)
    @ApiOperation({ operationId: `get${name}`, summary: 'One record' })
    @ApiOkResponse({ standardSchema: schemas.record, headers: ETAG_HEADER })
    async get(
      @CurrentActor() actor: Actor,
      @Param('id', { schema: idSchema }) id: string,
      @Query({ schema: noQuerySchema }) _: object,
      @Res({ passthrough: true }) response: Response,
    ): Promise<RecordOf<F>> {
      return versioned(response, await this.service.get(actor, id));
    }

    @Post()
    @Requires(permissions.write)
    @Idempotent()
    @UseInterceptors(BesideFaults)
    @ApiOperation({ operationId: `create${name}`, summary: 'Make a record' })
    @ApiCreatedResponse({ standardSchema: schemas.record, headers: ETAG_HEADER })
    async create(
      @CurrentActor() actor: Actor,
      @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
      @Body({ schema: schemas.create }) input: CreateInput<F>,
      @Req() request: Request,
      @Res({ passthrough: true }) response: Response,
    ): Promise<RecordOf<F>> {
      return versioned(
        response,
        await this.service.create(actor, input, { reason, claim: claimOf(request) }),
      );
    }

    @Patch(':id')
    @UseInterceptors(BesideFaults)
    @ApiIfMatch()
    @Requires(permissions.write)
    @ApiOperation({ operationId: `update${name}`, summary: 'Change the fields that are sent' })
    @ApiOkResponse({ standardSchema: schemas.record, headers: ETAG_HEADER })
    async patch(
      @CurrentActor() actor: Actor,
      @Param('id', { schema: idSchema }) id: string,
      @IfMatch() version: number,
      @Query({ schema: patchQuerySchema }) query: PatchQuery,
      @Body({ schema: schemas.patch }) input: PatchInput<F>,
      @Res({ passthrough: true }) response: Response,
    ): Promise<RecordOf<F>> {
      return versioned(response, await this.service.patch(actor, id, version, input, query));
    }

    @Delete(':id')
    @ApiIfMatch()
    @HttpCode(204)
    @Requires(permissions.delete)
    @ApiOperation({ operationId: `delete${name}`, summary: 'Delete a record; its history stays' })
    @ApiNoContentResponse()
    remove(
      @CurrentActor() actor: Actor,
      @Param('id', { schema: idSchema }) id: string,
      @IfMatch() version: number,
      @Query({ schema: reasonSchema }) query: ReasonQuery,
    ): Promise<void> {
      return this.service.remove(actor, id, version, query);
    }

    @Post(':id/restore')
    @HttpCode(200)
    @Idempotent()
    @Requires(permissions.delete)
    @ApiOperation({ operationId: `restore${name}`, summary: 'Take a deletion back' })
    @ApiOkResponse({ standardSchema: schemas.record, headers: ETAG_HEADER })
    async restore(
      @CurrentActor() actor: Actor,
      @Param('id', { schema: idSchema }) id: string,
      @Query({ schema: reasonSchema }) query: ReasonQuery,
      @Res({ passthrough: true }) response: Response,
    ): Promise<RecordOf<F>> {
      return versioned(response, await this.service.restore(actor, id, query));
    }
  }
  return Records;
}

/** Says the record's version in the answer's ETag. */
export function versioned<T extends { version: number }>(response: Response, record: T): T {
  sayVersion(response, record);
  return record;
}
