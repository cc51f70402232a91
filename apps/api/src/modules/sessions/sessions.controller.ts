import { Controller, Delete, Get, HttpCode, Inject, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { DuringEnrolment, Requires } from '../../access/requires.decorator';
import { SessionService } from './session.service';
import { sessionIdSchema, sessionListSchema, type SessionDto } from './sessions.dto';

@ApiTags('sessions')
@Controller('sessions')
@Requires('own-account:write')
@DuringEnrolment()
export class SessionsController {
  constructor(@Inject(SessionService) private readonly sessions: SessionService) {}

  @Get()
  @ApiOperation({ operationId: 'listSessions', summary: 'The browsers in which you are signed in' })
  @ApiOkResponse({ standardSchema: sessionListSchema })
  list(@CurrentActor() actor: Actor): Promise<{ data: SessionDto[]; total: number }> {
    return this.sessions.list(actor);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ operationId: 'endOtherSessions', summary: 'Sign out everywhere but here' })
  @ApiNoContentResponse()
  endOthers(@CurrentActor() actor: Actor): Promise<void> {
    return this.sessions.endOthers(actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSession', summary: 'Sign one browser out' })
  @ApiNoContentResponse()
  end(@CurrentActor() actor: Actor, @Param('id', { schema: sessionIdSchema }) id: string): Promise<void> {
    return this.sessions.end(actor, id);
  }
}
