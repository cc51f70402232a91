import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { invalidInput, type InputFault, fault } from '@fieldlab/domain';
import type { ArgumentMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { faultsIn } from './input-validation.pipe';
import { OPEN_QUERY } from './open-query.decorator';

/** A parameter of a handler, as its decorator left it. */
type Argument = Pick<ArgumentMetadata, 'schema'> & { kind: number; data?: string };

/** A route that asks for no query refuses one: what is sent is never ignored. */
@Injectable()
export class UnaskedInputInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const names = Object.keys(request.query);
    if (names.length === 0) return next.handle();
    const asked = argumentsOf(context);
    const isOpen = Reflect.getMetadata(OPEN_QUERY, context.getHandler()) === true;
    if (isOpen || asked.some(({ kind }) => kind === QUERY)) return next.handle();
    const unasked = names.map((path) => fault(path, 'UNKNOWN_FIELD'));
    throw invalidInput([...(await otherFaults(request, asked)), ...unasked]);
  }
}

const QUERY: number = RouteParamtypes.QUERY;
const BODY: number = RouteParamtypes.BODY;
const PARAM: number = RouteParamtypes.PARAM;

function argumentsOf(context: ExecutionContext): Argument[] {
  const parameters = (Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    context.getClass(),
    context.getHandler().name,
  ) ?? {}) as Record<string, Omit<Argument, 'kind'>>;
  return Object.entries(parameters).map(([key, argument]) => ({
    ...argument,
    kind: Number(key.split(':')[0]),
  }));
}

/** What else is wrong with the request, so that people mend everything in one go. */
async function otherFaults(request: Request, asked: readonly Argument[]): Promise<InputFault[]> {
  const faults: InputFault[] = [];
  for (const { kind, schema, data } of asked) {
    if (kind === BODY) faults.push(...(await faultsIn(request.body, { schema, data, type: 'body' })));
    if (kind === PARAM && data !== undefined)
      faults.push(...(await faultsIn(request.params[data], { schema, data, type: 'param' })));
  }
  return faults;
}
