import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { UnfitPart, validated } from './request-parts';

/** Validates path, query and body by their zod schemas. @throws UnfitPart */
@Injectable()
export class InputValidationPipe implements PipeTransform {
  async transform(value: unknown, part: ArgumentMetadata): Promise<unknown> {
    if (!part.schema || part.type === 'custom') return value;
    const read = await validated(value, part.schema);
    if ('faults' in read) throw new UnfitPart(part, read.faults);
    return read.value;
  }
}
