import { REGISTER, type EvidencedResource } from '@fieldlab/domain';
import type { Reader } from '../../platform/database/database';
import { delegateOf, modelOf } from '../../resource/record-models';

/** The centres of a live record that these centres bound; undefined where the reader sees no such record. */
export async function centresOf(
  { prisma }: Reader,
  { resource, recordId }: { resource: EvidencedResource; recordId: string },
  bound: readonly string[] | undefined,
): Promise<string[] | undefined> {
  const { within } = REGISTER[resource];
  const scope = bound ? { [within]: within === 'centreId' ? { in: bound } : { hasSome: bound } } : {};
  const found = await delegateOf(prisma, modelOf(resource)).findFirst({
    where: { id: recordId, deletedAt: null, ...scope },
    select: { [within]: true },
  });
  return found ? [found[within]].flat().map(String) : undefined;
}
