import type { INestApplication } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { FRESH_PROOF, IS_PUBLIC, REQUIRED_PERMISSION } from '../access/requires.decorator';

/** Who may call a route, as its decorators say. */
export interface RouteAccess {
  isPublic: boolean;
  permission: string | undefined;
  /** Undefined where no proof is asked for; empty where each request needs one, else what has to be in its body. */
  freshProof: readonly string[] | undefined;
}

/** Every route's access, by the operationId under which the document describes it. */
export function accessByOperation(app: INestApplication): Map<string, RouteAccess> {
  const found = new Map<string, RouteAccess>();
  const scanner = new MetadataScanner();
  for (const { controllers } of app.get(ModulesContainer).values()) {
    for (const { metatype } of controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, unknown>;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        const operation = operationOf(handler);
        if (operation) found.set(operation, accessOf(handler as object, metatype));
      }
    }
  }
  return found;
}

function operationOf(handler: unknown): string | undefined {
  if (typeof handler !== 'function') return undefined;
  const described = Reflect.getMetadata('swagger/apiOperation', handler) as
    { operationId?: string } | undefined;
  return described?.operationId;
}

function accessOf(handler: object, controller: object): RouteAccess {
  const marked = (key: string): unknown =>
    Reflect.getMetadata(key, handler) ?? (Reflect.getMetadata(key, controller) as unknown);
  const permission = marked(REQUIRED_PERMISSION);
  return {
    isPublic: marked(IS_PUBLIC) === true,
    permission: typeof permission === 'string' ? permission : undefined,
    freshProof: marked(FRESH_PROOF) as readonly string[] | undefined,
  };
}
