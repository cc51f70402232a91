import { VIEWED_RESOURCES, type ViewedResource, type ViewState } from '@fieldlab/domain';
import { useEffect, useEffectEvent } from 'react';
import { useLocation } from 'react-router-dom';
import { useOpenedView } from '../../providers/opened-view';
import { SavedViews } from '../views/SavedViews';
import { useView } from './use-view';
import { useChosenColumns, type ListColumns } from './visible-columns';

interface ListViewsProps {
  resource: string;
  columns: ListColumns;
}

/** The views of a list: its filters, order and columns. */
export function ListViews({ resource, columns }: ListViewsProps) {
  const { filters, sort } = useView();
  const [shown, show] = useChosenColumns(resource, columns);
  useColumnsOfView(show);
  if (!isViewed(resource)) return null;
  const state = (): ViewState => ({ filter: asked(filters), sort, columns: [...shown] });
  return <SavedViews resource={resource} state={state} />;
}

const isViewed = (resource: string): resource is ViewedResource => Object.hasOwn(VIEWED_RESOURCES, resource);

/** The address says the rest of a view that is opened. */
function useColumnsOfView(show: (columns: readonly string[]) => void): void {
  const { key } = useLocation();
  const opened = useOpenedView();
  const showThem = useEffectEvent(() => {
    if (opened?.state.columns) show(opened.state.columns);
  });
  useEffect(() => showThem(), [key, opened?.id]);
}

/** What says something; a field that was emptied asks for nothing. */
const asked = (filters: Readonly<Record<string, unknown>>): ViewState['filter'] =>
  Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as ViewState['filter'];
