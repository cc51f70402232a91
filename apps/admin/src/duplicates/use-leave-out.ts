import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Duplicate } from '../providers/duplicates';
import { refusalOf, request } from '../providers/http';

/** A company that an import made, and how many of its rows hang from it. */
export interface LeftOut {
  companyId: string;
  name: string;
  records: Record<string, number>;
}

interface Leaving {
  /** One of the two that the import made: of both the one that would go. */
  leavable: LeftOut | undefined;
  leaveOut: (companyId: string) => Promise<LeftOut>;
}

const addressOf = (importId: string, companyId: string): string =>
  `/imports/${importId}/companies/${companyId}/left-out`;

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
      const gone = await request<LeftOut>('POST', addressOf(importId ?? '', companyId));
      await client.invalidateQueries();
      return gone;
    },
  };
}

/** Undefined of a company that was there before. */
async function previewOf(importId: string, companyId: string): Promise<LeftOut | undefined> {
  try {
    return await request<LeftOut>('GET', addressOf(importId, companyId), { isUntold: true });
  } catch (error) {
    if (refusalOf(error).status === 404) return undefined;
    throw error;
  }
}
