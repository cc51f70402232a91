import { Controller, Delete, Get, HttpCode, Inject } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Requires } from '../../access/requires.decorator';
import { DemonstrationAccountsService } from './demonstration-accounts.service';
import { userPageSchema, type UserDto } from './users.dto';

@ApiTags('users')
@Controller('users/demonstration-accounts')
@Requires('user:write')
export class DemonstrationAccountsController {
  constructor(
    @Inject(DemonstrationAccountsService) private readonly accounts: DemonstrationAccountsService,
  ) {}

  @Get()
  @Requires('user:read')
  @ApiOperation({
    operationId: 'listDemonstrationAccounts',
    summary: 'The accounts that came with the demonstration programme, all of them',
  })
  @ApiOkResponse({ standardSchema: userPageSchema })
  list(@CurrentActor() actor: Actor): Promise<{ data: UserDto[]; total: number }> {
    return this.accounts.list(actor);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'endDemonstrationAccounts',
    summary: 'Delete them all: signed out everywhere, tokens revoked',
  })
  @ApiNoContentResponse()
  end(@CurrentActor() actor: Actor): Promise<void> {
    return this.accounts.end(actor);
  }
}
