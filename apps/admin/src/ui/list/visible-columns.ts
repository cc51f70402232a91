import { useStore } from 'react-admin';
import { Children, isValidElement } from 'react';
import type { RegisterListProps } from './register-list-props';

/** The columns that a list can show, in the order in which it declares them. */
export interface ListColumns {
  sources: readonly string[];
  hidden: readonly string[];
  exportAs: Readonly<Record<string, readonly string[]>>;
}

type Declared = Pick<RegisterListProps<unknown>, 'children' | 'hiddenColumns' | 'exportAs'>;

export function columnsOf({ children, hiddenColumns = [], exportAs = {} }: Declared): ListColumns {
  const sources = Children.toArray(children).flatMap((column) =>
    isValidElement<{ source?: string }>(column) && column.props.source !== undefined
      ? [column.props.source]
      : [],
  );
  return { sources, hidden: hiddenColumns, exportAs };
}

/** What of it the reader chose to see and in which order: how many columns, and what a file of them asks for. */
export function useVisibleColumns(
  resource: string,
  columns: ListColumns,
): { shown: number; names: string[] } {
  const { exportAs } = columns;
  const [visible] = useChosenColumns(resource, columns);
  return { shown: visible.length, names: visible.flatMap((source) => exportAs[source] ?? [source]) };
}

/** The columns that show, in their order, and how to show others. */
export function useChosenColumns(
  resource: string,
  { sources, hidden }: ListColumns,
): [readonly string[], (chosen: readonly string[]) => void] {
  // Where the table and its column chooser keep them.
  const [hiddenNow, setHidden] = useStore<readonly string[]>(`${resource}.datatable`, hidden);
  const [ranks, setRanks] = useStore<readonly number[]>(`${resource}.datatable_columnRanks`, []);
  const ranked = [...ranks, ...sources.map((_, index) => index).slice(ranks.length)];
  const visible = ranked
    .map((rank) => sources[rank])
    .filter((source) => source !== undefined && !hiddenNow.includes(source)) as string[];
  const show = (chosen: readonly string[]): void => {
    const known = chosen.filter((source) => sources.includes(source));
    if (known.length === 0) return;
    const others = sources.filter((source) => !known.includes(source));
    setHidden(others);
    setRanks([...known, ...others].map((source) => sources.indexOf(source)));
  };
  return [visible, show];
}
