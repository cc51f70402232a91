import { Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { invalidInput, type InputFault } from '@fieldlab/domain';

type Issue = Parameters<
  NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory'] & {}
>[0][number];

/** Validates path, query and body by their zod schema; every fault of a part is named at once. */
@Injectable()
export class InputValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => invalidInput(issues.flatMap(toFaults)) });
  }
}

/** One fault an issue, at the field it is about; zod names unknown keys together, people want each. */
function toFaults(issue: Issue): InputFault[] {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  const unknown = 'keys' in issue && Array.isArray(issue.keys) ? (issue.keys as string[]) : [];
  if (unknown.length === 0) return [{ path: path.join('.'), message: issue.message }];
  return unknown.map((key) => ({
    path: [...path, key].join('.'),
    message: 'There is no such field or parameter.',
  }));
}
