import { useListContext, type RaRecord } from 'react-admin';
import { useView } from './use-view';

/** The chosen rows that another page or filter hides: how many, and what one can do about them. */
export function useUnseenRows() {
  const { data = [], isPlaceholderData, selectedIds, onSelect } = useListContext<RaRecord<string>>();
  const { setFilters } = useView();
  const seen = new Set<unknown>(data.map(({ id }) => id));
  const visible = selectedIds.filter((id) => seen.has(id));
  return {
    // Rows of the former filters say nothing about these.
    count: isPlaceholderData ? 0 : selectedIds.length - visible.length,
    show: () => setFilters({ id: selectedIds }),
    drop: () => onSelect(visible),
  };
}
