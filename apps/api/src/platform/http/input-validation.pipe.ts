import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { invalidInput, type InputFault } from '@fieldlab/domain';
import { faultsOfIssue } from './issue-faults';
import { unwelcomeIn } from './plain-input';
import { allFaultsWith } from './request-faults';

type Schema = NonNullable<ArgumentMetadata['schema']>;

/** Validates path, query and body by their zod schemas; every fault of a request is named at once. */
@Injectable()
export class InputValidationPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (!schema || type === 'custom') return value;
    const read = await validated(value, schema);
    if (!('faults' in read)) return read.value;
    throw invalidInput(await allFaultsWith(read.faults.map((fault) => placed(fault, data ?? '', type))));
  }
}

async function validated(
  value: unknown,
  schema: Schema,
): Promise<{ value: unknown } | { faults: InputFault[] }> {
  const unwelcome = unwelcomeIn(value);
  if (unwelcome.length > 0) return { faults: unwelcome };
  const result = await schema['~standard'].validate(value);
  return result.issues ? { faults: result.issues.flatMap(faultsOfIssue) } : { value: result.value };
}

/** What is wrong with a part of a request, which nobody is to read. */
export async function faultsIn(
  value: unknown,
  { schema, type, data }: { schema: Schema | undefined; type: string; data: string | undefined },
): Promise<InputFault[]> {
  const read = schema ? await validated(value, schema) : { value };
  return 'faults' in read ? read.faults.map((fault) => placed(fault, data ?? '', type)) : [];
}

/** A fault of a whole part is at the part itself: a body that is no object, an id in the path. */
const placed = (fault: InputFault, name: string, part: string): InputFault => ({
  ...fault,
  path: [name, fault.path].filter(Boolean).join('.') || part,
});
