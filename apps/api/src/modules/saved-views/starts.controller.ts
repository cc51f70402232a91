import { Body, Controller, Get, Inject, Param, Patch, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import type { Role } from '@fieldlab/domain';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { ApiIfMatch, ETAG_HEADER, IfMatch } from '../../platform/http/etag';
import { noQuerySchema, versioned } from '../../resource/record.controller';
import {
  ownStartPatchSchema,
  ownStartSchema,
  roleSchema,
  roleStartPatchSchema,
  roleStartSchema,
  roleStartsSchema,
  type OwnStart,
  type OwnStartChange,
  type RoleStart,
} from './saved-view.dto';
import { StartsService } from './starts.service';

@ApiTags('saved-views')
@Controller()
export class StartsController {
  constructor(@Inject(StartsService) private readonly starts: StartsService) {}

  @Get('role-starts')
  @Requires('role-start:read')
  @ApiOperation({ operationId: 'listRoleStarts', summary: 'Where people of each role come in' })
  @ApiOkResponse({ standardSchema: roleStartsSchema })
  ofRoles(
    @CurrentActor() actor: Actor,
    @Query({ schema: noQuerySchema }) _: object,
  ): Promise<{ data: RoleStart[] }> {
    return this.starts.ofRoles(actor);
  }

  @Patch('role-starts/:role')
  @ApiIfMatch()
  @Requires('role-start:write')
  @ApiOperation({ operationId: 'updateRoleStart', summary: 'Have people of a role come in at a shared view' })
  @ApiOkResponse({ standardSchema: roleStartSchema, headers: ETAG_HEADER })
  async setOfRole(
    @CurrentActor() actor: Actor,
    @Param('role', { schema: roleSchema }) role: Role,
    @IfMatch() version: number,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: roleStartPatchSchema }) { viewId }: z.output<typeof roleStartPatchSchema>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RoleStart> {
    return versioned(response, await this.starts.setOfRole(actor, role, version, viewId));
  }

  @Get('account/start')
  @Requires('own-account:write')
  @ApiOperation({ operationId: 'getOwnStart', summary: 'Where you come in after signing in' })
  @ApiOkResponse({ standardSchema: ownStartSchema })
  own(@CurrentActor() actor: Actor, @Query({ schema: noQuerySchema }) _: object): Promise<OwnStart> {
    return this.starts.own(actor);
  }

  @Patch('account/start')
  @Requires('own-account:write')
  @ApiOperation({ operationId: 'updateOwnStart', summary: 'Choose that place' })
  @ApiOkResponse({ standardSchema: ownStartSchema })
  setOwn(
    @CurrentActor() actor: Actor,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: ownStartPatchSchema }) input: OwnStartChange,
  ): Promise<OwnStart> {
    return this.starts.setOwn(actor, input);
  }
}
