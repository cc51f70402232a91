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
  commentCreateSchema,
  commentHistorySchema,
  commentListSchema,
  commentPageSchema,
  commentPatchSchema,
  commentReadersPageSchema,
  commentReadersSchema,
  commentSchema,
  type Comment,
  type CommentChange,
  type CommentHistory,
  type CommentInput,
  type CommentList,
  type CommentPage,
  type CommentPerson,
  type CommentReadersQuery,
} from './comment.dto';
import { CommentsService } from './comments.service';

@ApiTags('comments')
@Controller()
export class CommentsController {
  constructor(@Inject(CommentsService) private readonly comments: CommentsService) {}

  @Get('comments')
  @Requires('comment:read')
  @ApiOperation({ operationId: 'listComments', summary: 'What was said about a record, by who may see it' })
  @ApiOkResponse({ standardSchema: commentPageSchema })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: commentListSchema }) query: CommentList,
  ): Promise<CommentPage> {
    return this.comments.list(actor, query);
  }

  @Get('comment-readers')
  @Requires('comment-reader:read')
  @ApiOperation({
    operationId: 'listCommentReaders',
    summary: 'Who may see a record, and so be named about it',
  })
  @ApiOkResponse({ standardSchema: commentReadersPageSchema })
  readers(
    @CurrentActor() actor: Actor,
    @Query({ schema: commentReadersSchema }) query: CommentReadersQuery,
  ): Promise<{ data: CommentPerson[] }> {
    return this.comments.readers(actor, query);
  }

  @Get('comments/:id/history')
  @Requires('comment:read')
  @ApiOperation({ operationId: 'getCommentHistory', summary: 'Every text that a comment had' })
  @ApiOkResponse({ standardSchema: commentHistorySchema })
  history(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: noQuerySchema }) _: object,
  ): Promise<CommentHistory> {
    return this.comments.history(actor, id);
  }

  @Post('comments')
  @Idempotent()
  @Requires('comment:write')
  @ApiOperation({ operationId: 'createComment', summary: 'Say something about a record' })
  @ApiCreatedResponse({ standardSchema: commentSchema, headers: ETAG_HEADER })
  async create(
    @CurrentActor() actor: Actor,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: commentCreateSchema }) input: CommentInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Comment> {
    return versioned(response, await this.comments.create(actor, input, claimOf(request)));
  }

  @Patch('comments/:id')
  @ApiIfMatch()
  @Requires('comment:write')
  @ApiOperation({ operationId: 'updateComment', summary: 'Put your own comment in other words' })
  @ApiOkResponse({ standardSchema: commentSchema, headers: ETAG_HEADER })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: number,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: commentPatchSchema }) input: CommentChange,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Comment> {
    return versioned(response, await this.comments.change(actor, id, version, input));
  }

  @Delete('comments/:id')
  @HttpCode(204)
  @ApiIfMatch()
  @Requires('comment:write')
  @ApiOperation({ operationId: 'withdrawComment', summary: 'Withdraw your own comment; administrators, any' })
  @ApiNoContentResponse()
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: number,
    @Query({ schema: noQuerySchema }) _: object,
  ): Promise<void> {
    return this.comments.withdraw(actor, id, version);
  }
}
