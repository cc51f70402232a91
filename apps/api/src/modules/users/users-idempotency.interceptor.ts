import { Injectable, type CallHandler, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { IdempotencyInterceptor } from '../../records/idempotency.interceptor';

/** A body with a password is not remembered, not even as a hash: that would be one that is quickly guessed. */
@Injectable()
export class UsersIdempotencyInterceptor extends IdempotencyInterceptor {
  override intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const body: unknown = context.switchToHttp().getRequest<Request>().body;
    const hasPassword = typeof body === 'object' && body !== null && 'password' in body;
    return hasPassword ? Promise.resolve(next.handle()) : super.intercept(context, next);
  }
}
