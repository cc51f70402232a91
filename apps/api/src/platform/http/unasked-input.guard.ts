import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { fault, invalidInput } from '@fieldlab/domain';
import type { Request } from 'express';
import { oncePerRoute } from './once-per-route';
import { OPEN_QUERY } from './open-query.decorator';
import { faultsOf, partsOf, rememberParts, type Part } from './request-parts';

/**
 * A route that asks for no query refuses one: what is sent is never ignored. The last of the guards, it keeps what the
 * route takes of the request, for whoever tells all that is wrong with it.
 */
@Injectable()
export class UnaskedInputGuard implements CanActivate {
  private readonly routeOf = oncePerRoute((context) => {
    const parts = partsOf(context);
    const isOpen = Reflect.getMetadata(OPEN_QUERY, context.getHandler()) === true;
    return { parts, takesQuery: isOpen || parts.some(({ type }) => type === 'query') };
  });

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const { parts, takesQuery } = this.routeOf(context);
    const request = context.switchToHttp().getRequest<Request>();
    if (parts.length > 0) rememberParts(request, parts);
    if (takesQuery) return true;
    const names = Object.keys(request.query);
    return names.length === 0 || this.refused(request, names, parts);
  }

  private async refused(request: Request, names: readonly string[], parts: readonly Part[]): Promise<never> {
    const unasked = names.map((path) => fault(path, 'UNKNOWN_FIELD'));
    throw invalidInput([...(await faultsOf(request, parts)), ...unasked]);
  }
}
