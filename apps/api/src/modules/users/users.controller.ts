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
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires, RequiresFreshProof } from '../../access/requires.decorator';
import { IfMatch } from '../../platform/http/etag';
import { claimOf, Idempotent } from '../../resource/idempotency.interceptor';
import { idSchema, reasonSchema, versioned, type ReasonQuery } from '../../resource/record.controller';
import {
  userCreateSchema,
  userPageSchema,
  userPatchSchema,
  userSchema,
  usersQuerySchema,
  type UserCreateDto,
  type UserDto,
  type UserPatchDto,
  type UsersQuery,
} from './users.dto';
import { UsersService } from './users.service';

@ApiTags('users')
@Controller('users')
@Requires('user:write')
export class UsersController {
  constructor(@Inject(UsersService) private readonly users: UsersService) {}

  @Get()
  @Requires('user:read')
  @ApiOperation({ operationId: 'listUsers', summary: 'A page of users, filtered, sorted and searched' })
  @ApiOkResponse({ standardSchema: userPageSchema })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: usersQuerySchema }) query: UsersQuery,
  ): Promise<{ data: UserDto[]; total: number }> {
    return this.users.list(actor, query);
  }

  @Get(':id')
  @Requires('user:read')
  @ApiOperation({ operationId: 'getUser', summary: 'One user' })
  @ApiOkResponse({ standardSchema: userSchema })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserDto> {
    return versioned(response, await this.users.get(actor, id));
  }

  @Post()
  @Idempotent()
  @ApiOperation({
    operationId: 'createUser',
    summary: 'Make a user; without a password they are invited by mail',
  })
  @ApiCreatedResponse({ standardSchema: userSchema })
  async create(
    @CurrentActor() actor: Actor,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
    @Body({ schema: userCreateSchema }) input: UserCreateDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserDto> {
    return versioned(response, await this.users.create(actor, input, { reason, claim: claimOf(request) }));
  }

  @Patch(':id')
  @RequiresFreshProof('email')
  @ApiOperation({ operationId: 'updateUser', summary: 'Change the fields that are sent' })
  @ApiOkResponse({ standardSchema: userSchema })
  async patch(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: number,
    @Query({ schema: reasonSchema }) query: ReasonQuery,
    @Body({ schema: userPatchSchema }) input: UserPatchDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserDto> {
    return versioned(response, await this.users.patch(actor, id, version, input, query));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteUser',
    summary: 'Delete a user: signed out everywhere, tokens revoked',
  })
  @ApiNoContentResponse()
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: number,
    @Query({ schema: reasonSchema }) query: ReasonQuery,
  ): Promise<void> {
    return this.users.remove(actor, id, version, query);
  }

  @Post(':id/invitations')
  @HttpCode(202)
  @Idempotent()
  @ApiOperation({ operationId: 'inviteUser', summary: 'Mail the invitation again' })
  @ApiAcceptedResponse({ description: 'The mail is on its way.' })
  invite(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string): Promise<void> {
    return this.users.invite(actor, id);
  }

  @Delete(':id/second-factor')
  @RequiresFreshProof()
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeUserSecondFactor', summary: 'For who lost phone and recovery codes' })
  @ApiNoContentResponse()
  removeSecondFactor(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<void> {
    return this.users.removeSecondFactor(actor, id);
  }
}
