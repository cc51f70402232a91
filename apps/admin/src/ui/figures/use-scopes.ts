import { useQuery } from '@tanstack/react-query';
import { useDataProvider, type DataProvider } from 'react-admin';
import type { Centre } from '../../providers/records';

export interface ScopeOption {
  /** As the API names it: `hub:CODE` or `centre:CODE`. */
  scope: string;
  id: string;
  name: string;
  kind: Centre['kind'];
}

const FIVE_MINUTES = 300_000;
const MOST_A_PAGE = 100;

/** Every hub and fieldlab as the scope of a figure; the whole programme is not among them. */
export function useScopes(): ScopeOption[] {
  const provider = useDataProvider();
  const { data = [] } = useQuery({
    queryKey: ['centres', 'scopes'],
    queryFn: () => allCentres(provider),
    staleTime: FIVE_MINUTES,
    retry: false,
  });
  return data.map(({ id, kind, code, name }) => ({
    id,
    scope: scopeOf({ kind, code }),
    name,
    kind,
  }));
}

export const scopeOf = ({ kind, code }: Pick<Centre, 'kind' | 'code'>): string =>
  `${kind === 'HUB' ? 'hub' : 'centre'}:${code}`;

async function allCentres(provider: DataProvider): Promise<Centre[]> {
  const pageOf = (page: number) =>
    provider.getList<Centre>('centres', {
      pagination: { page, perPage: MOST_A_PAGE },
      sort: { field: 'kind', order: 'DESC' },
      filter: {},
    });
  const first = await pageOf(1);
  const pages = Math.ceil((first.total ?? 0) / MOST_A_PAGE);
  const rest = await Promise.all(
    Array.from({ length: Math.max(0, pages - 1) }, (_, index) => pageOf(index + 2)),
  );
  return [first, ...rest].flatMap(({ data }) => data);
}
