import type { Breakdown, EditionFigure } from '@fieldlab/domain';
import { useEdition, useEditions } from '../../providers/reports';
import { useMay } from '../../ui/use-may';

/** What the last edition that was published says. */
export interface LastEdition {
  edition: number;
  text: string;
  figures: EditionFigure[];
  by: Breakdown[];
}

/** Undefined while there is none, or it is on its way. */
export function useLastEdition(reportId: string): LastEdition | undefined {
  const { data: editions } = useEditions(reportId);
  const seesMembers = useMay()('edition-members', 'read');
  const last = editions?.[0];
  const isWhole = seesMembers || (last?.membersDigest ?? null) !== null;
  const { data } = useEdition(reportId, last?.edition ?? 0, { isWhole, isOn: last !== undefined });
  return data;
}
