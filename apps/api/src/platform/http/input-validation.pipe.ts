import { Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { invalidInput } from '@fieldlab/domain';

/** Validates path, query and body by their zod schema; every fault of a part is named at once. */
@Injectable()
export class InputValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({
      exceptionFactory: (issues) =>
        invalidInput(
          issues.map(({ path, message }) => ({
            path: (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
            message,
          })),
        ),
    });
  }
}
