import type { ArgumentMetadata, ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { invalidInput, type InputFault } from '@fieldlab/domain';
import type { Request } from 'express';
import { faultsOfIssue } from './issue-faults';
import { unwelcomeIn } from './plain-input';

type Schema = NonNullable<ArgumentMetadata['schema']>;
type PartName = 'body' | 'query' | 'param';

/** A part of a request that a handler takes: as a whole, or one value of it by its name. */
export interface Part {
  type: PartName;
  name: string | undefined;
  schema: Schema | undefined;
}

/** What a part holds. */
const READ: Record<PartName, (request: Request) => unknown> = {
  body: (request) => request.body as unknown,
  query: (request) => request.query,
  param: (request) => request.params,
};
const TYPE_BY_KIND: Partial<Record<number, PartName>> = {
  [RouteParamtypes.BODY]: 'body',
  [RouteParamtypes.QUERY]: 'query',
  [RouteParamtypes.PARAM]: 'param',
};

/** What the handler of a route takes of its request, as its decorators left it. */
export function partsOf(context: ExecutionContext): readonly Part[] {
  const parameters = (Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    context.getClass(),
    context.getHandler().name,
  ) ?? {}) as Record<string, { data?: string; schema?: Schema }>;
  return Object.entries(parameters).flatMap(([key, { data, schema }]) => {
    const type = TYPE_BY_KIND[Number(key.split(':')[0])];
    return type ? [{ type, name: data, schema }] : [];
  });
}

const takenParts = new WeakMap<Request, readonly Part[]>();

/** Keeps what is taken of a request for whoever has to tell all that is wrong with it. */
export const rememberParts = (request: Request, parts: readonly Part[]): void =>
  void takenParts.set(request, parts);

/** The framework validates the parts of a request side by side, and ends with the first that does not fit. */
export class UnfitPart extends Error {
  readonly faults: readonly InputFault[];

  constructor({ type, data }: Pick<ArgumentMetadata, 'type' | 'data'>, faults: readonly InputFault[]) {
    super(`The ${type} does not fit.`);
    this.faults = faults.map((fault) => placed(fault, data, type));
  }
}

/** For a part that does not fit everything that is wrong with its request, so that people mend it in one go; else the error. */
export async function whollyTold(error: unknown, request: Request): Promise<unknown> {
  if (!(error instanceof UnfitPart)) return error;
  const all = await faultsOf(request, takenParts.get(request) ?? []);
  return invalidInput(all.length > 0 ? all : error.faults);
}

/** What is wrong with some parts of a request. */
export async function faultsOf(request: Request, parts: readonly Part[]): Promise<InputFault[]> {
  const faults: InputFault[] = [];
  for (const { type, name, schema } of parts) {
    if (!schema) continue;
    const whole = READ[type](request);
    const read = await validated(
      name === undefined ? whole : (whole as Record<string, unknown>)[name],
      schema,
    );
    if ('faults' in read) faults.push(...read.faults.map((fault) => placed(fault, name, type)));
  }
  return faults;
}

export async function validated(
  value: unknown,
  schema: Schema,
): Promise<{ value: unknown } | { faults: InputFault[] }> {
  const unwelcome = unwelcomeIn(value);
  if (unwelcome.length > 0) return { faults: unwelcome };
  const result = await schema['~standard'].validate(value);
  return result.issues ? { faults: result.issues.flatMap(faultsOfIssue) } : { value: result.value };
}

/** A fault of a whole part is at the part itself: a body that is no object, an id in the path. */
const placed = (fault: InputFault, name: string | undefined, part: string): InputFault => ({
  ...fault,
  path: [name, fault.path].filter(Boolean).join('.') || part,
});
