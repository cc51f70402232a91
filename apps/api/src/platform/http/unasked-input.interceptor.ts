import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { invalidInput } from '@fieldlab/domain';
import type { Request } from 'express';
import type { Observable } from 'rxjs';

/** A route that asks for no query refuses one: what is sent is never ignored. A route that reads the request itself is left alone. */
@Injectable()
export class UnaskedInputInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query } = context.switchToHttp().getRequest<Request>();
    const names = Object.keys(query);
    if (names.length > 0 && !asksForQuery(context)) {
      throw invalidInput(names.map((path) => ({ path, message: 'There is no such field or parameter.' })));
    }
    return next.handle();
  }
}

function asksForQuery(context: ExecutionContext): boolean {
  const parameters = (Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    context.getClass(),
    context.getHandler().name,
  ) ?? {}) as Record<string, unknown>;
  const kinds = Object.keys(parameters).map((key) => Number(key.split(':')[0]));
  return kinds.includes(RouteParamtypes.QUERY) || kinds.includes(RouteParamtypes.REQUEST);
}
