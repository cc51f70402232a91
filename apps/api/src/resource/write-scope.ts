import type { Reader } from '../platform/database/database';
import { delegateOf } from './record-models';
import type { RecordSpec } from './record-spec';

type Row = Record<string, unknown>;
type Bound = readonly string[] | undefined;

/** Answers whether every centre that a record lies in is one of the writer's. */
export function isWritable({ within }: RecordSpec, record: object, bound: Bound): boolean {
  if (!bound || within === undefined) return true;
  const centres = [(record as Row)[within]].flat();
  return centres.every((id) => typeof id === 'string' && bound.includes(id));
}

/** Answers whether a record with these values would lie in the writer's scope. */
export async function wouldBeWritable(
  { prisma }: Reader,
  spec: RecordSpec,
  values: Row,
  bound: Bound,
): Promise<boolean> {
  const [relation, column] = spec.derived?.[spec.within ?? '']?.from ?? [];
  if (!bound || relation === undefined || column === undefined) return isWritable(spec, values, bound);
  // What it hangs from decides, and that may be what changes.
  const { model, by } = spec.relations?.[relation] ?? {};
  if (!model || by === undefined) throw new Error(`${spec.resource} has no relation ${relation}`);
  const found = await delegateOf(prisma, model).findFirst({
    where: { id: values[by] },
    select: { [column]: true },
  });
  return isWritable(spec, { [spec.within ?? '']: found?.[column] }, bound);
}
