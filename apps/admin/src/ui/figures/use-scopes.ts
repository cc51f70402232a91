import { useGetList } from 'react-admin';
import type { Centre } from '../../providers/records';

export interface ScopeOption {
  /** As the API names it: `hub:CODE` or `centre:CODE`. */
  scope: string;
  name: string;
  kind: Centre['kind'];
}

/** Every hub and fieldlab as the scope of a figure; the whole programme is not among them. */
export function useScopes(): ScopeOption[] {
  const { data = [] } = useGetList<Centre>(
    'centres',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'kind', order: 'DESC' } },
    { retry: false },
  );
  return data.map(({ kind, code, name }) => ({
    scope: `${kind === 'HUB' ? 'hub' : 'centre'}:${code}`,
    name,
    kind,
  }));
}
