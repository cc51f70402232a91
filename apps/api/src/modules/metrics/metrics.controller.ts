import { Controller, Get, Inject, Req, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { DomainError, isAllowed } from '@fieldlab/domain';
import { SkipThrottle } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { Authenticator } from '../../access/identity/authenticator';
import { Public } from '../../access/requires.decorator';
import { MetricsService } from './metrics.service';

const LOOPBACK = /^(::ffff:)?127\.|^::1$/;

@ApiTags('health')
@Controller({ path: 'metrics', version: VERSION_NEUTRAL })
@SkipThrottle({ anonymous: true, failedToken: true, signedIn: true })
export class MetricsController {
  constructor(
    @Inject(MetricsService) private readonly metrics: MetricsService,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
  ) {}

  @Get()
  @Public() // to programs on this machine; to others with an administrator's token
  @ApiOperation({
    operationId: 'getMetrics',
    summary: "For Prometheus; from this machine, or with an administrator's token",
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  async read(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!isFromHere(request)) await this.assertAdministrator(request);
    response.type(this.metrics.contentType).send(await this.metrics.read());
  }

  private async assertAdministrator(request: Request): Promise<void> {
    const identity = await this.authenticator.identify(request);
    if (!identity) throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
    if (!isAllowed(identity.role, 'audit:read')) {
      throw new DomainError('FORBIDDEN', 'Metrics are for administrators.');
    }
  }
}

/** What a proxy on this machine passes on comes from elsewhere. */
function isFromHere(request: Request): boolean {
  const forwarded = request.get('X-Forwarded-For') ?? request.get('Forwarded');
  return forwarded === undefined && LOOPBACK.test(request.socket.remoteAddress ?? '');
}
