import { AsyncLocalStorage } from 'node:async_hooks';
import type { InputFault } from '@fieldlab/domain';
import type { NextFunction, Request, Response } from 'express';

const faultsOfRequest = new AsyncLocalStorage<InputFault[]>();

/** Gives every request a list for the faults found in its path, query and body. */
export function collectFaults(_request: Request, _response: Response, next: NextFunction): void {
  faultsOfRequest.run([], next);
}

/**
 * Adds to the faults of the request under way, and answers them all once its other parts were looked at too:
 * the framework validates the parts side by side, and answers the first that fails.
 */
export async function allFaultsWith(faults: readonly InputFault[]): Promise<readonly InputFault[]> {
  const all = faultsOfRequest.getStore() ?? [];
  all.push(...faults);
  await new Promise((resolve) => setImmediate(resolve));
  return all;
}
