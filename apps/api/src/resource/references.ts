import { fault, isRegisterResource, kindOf, type InputFault } from '@fieldlab/domain';
import type { Reader } from '../platform/database/database';
import { rowsOf, sql } from '../platform/database/sql';
import { delegateOf, modelOf } from './record-models';
import type { RecordSpec } from './record-spec';

type Row = Record<string, unknown>;
type Bound = readonly string[] | undefined;

/** A fault for every id that does not exist, is deleted, or may not be read: the three look alike on purpose. */
export async function referenceFaults(
  reader: Reader,
  spec: RecordSpec,
  values: Row,
  bound: Bound,
): Promise<InputFault[]> {
  const faults: InputFault[] = [];
  for (const [name, { references }] of Object.entries(spec.fields)) {
    const value = values[name];
    if (references === undefined || value === undefined || value === null) continue;
    const ids = Array.isArray(value) ? (value as string[]) : [value as string];
    const known = await knownIds(reader, references, ids, bound);
    for (const id of ids.filter((one) => !known.has(one))) {
      faults.push(fault(name, 'NO_SUCH_RECORD', { id, resource: references }));
    }
    if (new Set(ids).size < ids.length) faults.push(fault(name, 'TWICE'));
  }
  return faults;
}

async function knownIds({ prisma }: Reader, resource: string, ids: string[], bound: Bound) {
  if (!isRegisterResource(resource)) throw new Error(`Nothing refers to ${resource}`);
  const { within } = kindOf(resource);
  const scope = bound && within !== undefined ? { [within]: { in: bound } } : {};
  const rows = await delegateOf(prisma, modelOf(resource)).findMany({
    where: { id: { in: ids }, deletedAt: null, ...scope },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id as string));
}

/**
 * The same values, with every company that was merged away replaced by the firm it is now. A company that the record
 * points at already stays: records keep pointing where they did.
 */
export async function withSurvivors(
  { client }: Reader,
  spec: RecordSpec,
  values: Row,
  current: Row = {},
): Promise<Row> {
  const resolved: Row = { ...values };
  for (const [name, { references }] of Object.entries(spec.fields)) {
    const id = values[name];
    if (references !== 'companies' || typeof id !== 'string' || id === current[name]) continue;
    const [root] = await rowsOf<{ id: string | null }>(client, sql`select company_root(${id}::uuid) as id`);
    if (root?.id) resolved[name] = root.id;
  }
  return resolved;
}
