import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import type { Request } from 'express';
import { ACCESS_OPTIONS, type AccessOptions } from '../access-options';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Keeps other sites from writing with a visitor's cookie. Browsers say where a write comes from; programs need not. */
@Injectable()
export class OriginCheck {
  private readonly ownOrigin: string;

  constructor(@Inject(ACCESS_OPTIONS) { publicUrl }: AccessOptions) {
    this.ownOrigin = new URL(publicUrl).origin;
  }

  /** @throws DomainError FORBIDDEN for a write that another site's page sent. */
  assertOwn(request: Request): void {
    if (SAFE_METHODS.has(request.method)) return;
    const origin = request.get('Origin');
    const crossSite = request.get('Sec-Fetch-Site') === 'cross-site';
    if (!crossSite && (origin === undefined || this.isOwn(origin, request))) return;
    throw new DomainError('FORBIDDEN', 'Another site sent this request. Nothing was changed.');
  }

  /** Ours by configuration, or by the address that the very request was sent to. */
  private isOwn(origin: string, request: Request): boolean {
    return origin === this.ownOrigin || origin === `${request.protocol}://${request.get('Host') ?? ''}`;
  }
}
