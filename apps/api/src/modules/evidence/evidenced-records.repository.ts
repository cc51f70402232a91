import type { EvidencedResource } from '@fieldlab/domain';
import type { Reader } from '../../platform/database/database';
import { delegateOf, type RecordModel } from '../../resource/record-models';

const MODELS: Record<EvidencedResource, { model: RecordModel; within: 'centreId' | 'centreIds' }> = {
  participations: { model: 'participation', within: 'centreId' },
  investments: { model: 'investment', within: 'centreId' },
  'spin-offs': { model: 'spinOff', within: 'centreIds' },
  outcomes: { model: 'outcome', within: 'centreIds' },
};

export const modelOf = (resource: EvidencedResource): RecordModel => MODELS[resource].model;

/** The centres of a live record that these centres bound; undefined where the reader sees no such record. */
export async function centresOf(
  { prisma }: Reader,
  { resource, recordId }: { resource: EvidencedResource; recordId: string },
  bound: readonly string[] | undefined,
): Promise<string[] | undefined> {
  const { model, within } = MODELS[resource];
  const scope = bound ? { [within]: within === 'centreId' ? { in: bound } : { hasSome: bound } } : {};
  const found = await delegateOf(prisma, model).findFirst({
    where: { id: recordId, deletedAt: null, ...scope },
    select: { [within]: true },
  });
  return found ? [found[within]].flat().map(String) : undefined;
}
