import { useListContext } from 'react-admin';

type Filters = Record<string, unknown>;

interface View {
  filters: Filters;
  setFilters: (filters: Filters) => void;
  sort: { field: string; order: 'ASC' | 'DESC' };
  setSort: (sort: { field: string; order: 'ASC' | 'DESC' }) => void;
  total: number | undefined;
}

/** The list around this: what it was asked for, and how to ask otherwise. */
export function useView(): View {
  const context = useListContext() as unknown as Omit<View, 'filters' | 'setFilters'> & {
    filterValues: Filters;
    setFilters: (filters: Filters, displayed?: unknown, debounce?: boolean) => void;
  };
  const { filterValues, setFilters, sort, setSort, total } = context;
  return {
    filters: filterValues,
    setFilters: (filters) => setFilters(filters, undefined, false),
    sort,
    setSort,
    total,
  };
}
