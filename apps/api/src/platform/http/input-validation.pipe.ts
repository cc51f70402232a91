import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { invalidInput, type InputFault } from '@fieldlab/domain';
import { unwelcomeIn } from './plain-input';
import { allFaultsWith } from './request-faults';

type Schema = NonNullable<ArgumentMetadata['schema']>;
type Issue = NonNullable<Awaited<ReturnType<Schema['~standard']['validate']>>['issues']>[number];

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
  return result.issues ? { faults: result.issues.flatMap(toFaults) } : { value: result.value };
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
const placed = ({ path, message }: InputFault, name: string, part: string): InputFault => ({
  path: [name, path].filter(Boolean).join('.') || part,
  message,
});

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
