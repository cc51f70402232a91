import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { ApiIfMatch, ETAG_HEADER, IfMatch } from '../../platform/http/etag';
import { claimOf, Idempotent } from '../../resource/idempotency.interceptor';
import { idSchema, noQuerySchema, versioned } from '../../resource/record.controller';
import {
  savedViewCreateSchema,
  savedViewListSchema,
  savedViewPageSchema,
  savedViewPatchSchema,
  savedViewSchema,
  type SavedView,
  type SavedViewChange,
  type SavedViewInput,
  type SavedViewList,
  type SavedViewPage,
} from './saved-view.dto';
import { SavedViewsService } from './saved-views.service';

@ApiTags('saved-views')
@Controller('saved-views')
export class SavedViewsController {
  constructor(@Inject(SavedViewsService) private readonly views: SavedViewsService) {}

  @Get()
  @Requires('saved-view:read')
  @ApiOperation({ operationId: 'listSavedViews', summary: 'Your views, and what colleagues share with you' })
  @ApiOkResponse({ standardSchema: savedViewPageSchema })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: savedViewListSchema }) query: SavedViewList,
  ): Promise<SavedViewPage> {
    return this.views.list(actor, query);
  }

  @Get(':id')
  @Requires('saved-view:read')
  @ApiOperation({ operationId: 'getSavedView', summary: 'One view' })
  @ApiOkResponse({ standardSchema: savedViewSchema, headers: ETAG_HEADER })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SavedView> {
    return versioned(response, await this.views.get(actor, id));
  }

  @Post()
  @Idempotent()
  @Requires('saved-view:write')
  @ApiOperation({ operationId: 'createSavedView', summary: 'Keep how you look at a list or the overview' })
  @ApiCreatedResponse({ standardSchema: savedViewSchema, headers: ETAG_HEADER })
  async create(
    @CurrentActor() actor: Actor,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: savedViewCreateSchema }) input: SavedViewInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SavedView> {
    return versioned(response, await this.views.create(actor, input, claimOf(request)));
  }

  @Patch(':id')
  @ApiIfMatch()
  @Requires('saved-view:write')
  @ApiOperation({ operationId: 'updateSavedView', summary: 'Rename, update or share your view' })
  @ApiOkResponse({ standardSchema: savedViewSchema, headers: ETAG_HEADER })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: number,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: savedViewPatchSchema }) input: SavedViewChange,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SavedView> {
    return versioned(response, await this.views.change(actor, id, version, input));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiIfMatch()
  @Requires('saved-view:write')
  @ApiOperation({
    operationId: 'deleteSavedView',
    summary: 'Delete your view; administrators, any that is shared',
  })
  @ApiNoContentResponse()
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: number,
    @Query({ schema: noQuerySchema }) _: object,
  ): Promise<void> {
    return this.views.remove(actor, id, version);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Idempotent()
  @Requires('saved-view:write')
  @ApiOperation({ operationId: 'restoreSavedView', summary: 'Take a deletion back' })
  @ApiOkResponse({ standardSchema: savedViewSchema, headers: ETAG_HEADER })
  async restore(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SavedView> {
    return versioned(response, await this.views.restore(actor, id, claimOf(request)));
  }
}
