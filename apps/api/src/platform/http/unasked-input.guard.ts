import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { invalidInput, type InputFault, fault } from '@fieldlab/domain';
import type { ArgumentMetadata } from '@nestjs/common';
import type { Request } from 'express';
import { faultsIn } from './input-validation.pipe';
import { oncePerRoute } from './once-per-route';
import { OPEN_QUERY } from './open-query.decorator';

/** A parameter of a handler, as its decorator left it. */
type Argument = Pick<ArgumentMetadata, 'schema'> & { kind: number; data?: string };

/** A route that asks for no query refuses one: what is sent is never ignored. The last of the guards. */
@Injectable()
export class UnaskedInputGuard implements CanActivate {
  private readonly takesQuery = oncePerRoute(
    (context) =>
      Reflect.getMetadata(OPEN_QUERY, context.getHandler()) === true ||
      argumentsOf(context).some(({ kind }) => kind === QUERY),
  );

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (this.takesQuery(context)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const names = Object.keys(request.query);
    return names.length === 0 || this.refused(request, names, argumentsOf(context));
  }

  private async refused(
    request: Request,
    names: readonly string[],
    asked: readonly Argument[],
  ): Promise<never> {
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
