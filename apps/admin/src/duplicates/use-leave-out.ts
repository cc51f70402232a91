import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Duplicate } from '../providers/duplicates';
import { bringBack, leaveOut, previewOf, type LeftOut } from './left-out';

interface Leaving {
  /** One of the two that the import made: of both the one that would go. */
  leavable: LeftOut | undefined;
  leaveOut: (companyId: string) => Promise<LeftOut>;
  bringBack: (companyId: string) => Promise<LeftOut>;
}

/** Which of two companies an import made, and so can be left out of it after all. */
export function useLeaveOut(
  importId: string | undefined,
  { id, left, right }: Duplicate,
  goesId: string,
): Leaving {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['left-out', importId, id],
    queryFn: async () => {
      const found = await Promise.all([right, left].map((company) => previewOf(importId ?? '', company.id)));
      return found.filter((one) => one !== undefined);
    },
    enabled: importId !== undefined,
    retry: false,
  });
  return {
    leavable: data?.find(({ companyId }) => companyId === goesId) ?? data?.[0],
    leaveOut: async (companyId) => {
      const gone = await leaveOut(importId ?? '', companyId);
      await client.invalidateQueries();
      return gone;
    },
    bringBack: (companyId) => bringBack(importId ?? '', companyId),
  };
}
