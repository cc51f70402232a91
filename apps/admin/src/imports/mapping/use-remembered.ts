import type { ImportMapping } from '@fieldlab/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../../providers/http';

interface RememberedMapping {
  id: string;
  version: number;
  title: string;
  mapping: ImportMapping;
}

interface Remembering {
  all: readonly RememberedMapping[];
  /** Keeps a mapping by a name; one of that name is replaced. */
  keep: (title: string, mapping: ImportMapping) => Promise<void>;
}

const KEY = ['import-mappings'];

/** Layouts that colleagues gave a name, by those names. */
export function useRemembered(): Remembering {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () =>
      request<{ data: RememberedMapping[] }>('GET', '/imports/mappings', {
        query: { perPage: 100, sort: 'title' },
      }),
    retry: false,
  });
  const all = data?.data ?? [];
  return {
    all,
    keep: async (title, mapping) => {
      const known = all.find((one) => one.title.toLowerCase() === title.toLowerCase());
      const body = { title, mapping };
      await (known
        ? request('PATCH', `/imports/mappings/${known.id}`, {
            body,
            headers: { 'If-Match': `"${known.version}"` },
          })
        : request('POST', '/imports/mappings', { body }));
      await client.invalidateQueries({ queryKey: KEY });
    },
  };
}
