import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentIdentity } from '../../access/identity/identification';
import type { Identity } from '../../access/identity/identity';
import { SigningIn } from '../../access/limits/request-limits';
import { DuringEnrolment, Public, Requires } from '../../access/requires.decorator';
import { SessionService } from './session.service';
import {
  credentialsSchema,
  secondStepSchema,
  sessionUserSchema,
  type CredentialsDto,
  type SecondStepDto,
  type SessionUserDto,
} from './sessions.dto';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(@Inject(SessionService) private readonly sessions: SessionService) {}

  @Post()
  @SigningIn()
  @Public()
  @ApiOperation({ operationId: 'signIn', summary: 'Sign in; the session comes as a cookie' })
  @ApiCreatedResponse({ standardSchema: sessionUserSchema })
  signIn(
    @Body({ schema: credentialsSchema }) credentials: CredentialsDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionUserDto> {
    return this.sessions.open(request, response, credentials);
  }

  @Post('second-factor')
  @SigningIn()
  @Public()
  @ApiOperation({ operationId: 'signInWithCode', summary: 'The code that is due after signing in elsewhere' })
  @ApiCreatedResponse({ standardSchema: sessionUserSchema })
  signInWithCode(
    @Body({ schema: secondStepSchema }) { code }: SecondStepDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionUserDto> {
    return this.sessions.openWithCode(request, response, code);
  }

  @Get()
  @Requires('own-identity:read')
  @DuringEnrolment()
  @ApiOperation({ operationId: 'getSession', summary: 'Who is signed in' })
  @ApiOkResponse({ standardSchema: sessionUserSchema })
  current(@CurrentIdentity() identity: Identity): SessionUserDto {
    return this.sessions.current(identity);
  }

  @Delete()
  @Public()
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: 'Sign out; done already is fine' })
  @ApiNoContentResponse()
  signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    return this.sessions.close(request, response);
  }
}
