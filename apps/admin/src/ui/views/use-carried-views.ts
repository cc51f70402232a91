import type { ViewedResource, ViewState } from '@fieldlab/domain';
import { LONGEST_VIEW_NAME } from '@fieldlab/domain';
import { useStoreContext } from 'react-admin';
import { useEffect, useEffectEvent } from 'react';
import { useViewActions } from '../../providers/saved-views';
import type { SavedView } from '../../providers/view-path';

/** A view as browsers kept it before the server did. */
interface BrowserView {
  name: string;
  filter: ViewState['filter'];
  sort: NonNullable<ViewState['sort']>;
  columns?: string[];
}

/** Views that only this browser knew become their reader's own, wherever they sign in; each is carried over once. */
export function useCarriedViews(resource: ViewedResource, known: readonly SavedView[] | undefined): void {
  const store = useStoreContext();
  const { keep } = useViewActions();
  const carry = useEffectEvent(async () => {
    const names = new Set(known?.map(({ name }) => name.toLowerCase()));
    const key = `${resource}.views`;
    const found = store.getItem<unknown>(key);
    if (!Array.isArray(found)) return;
    // Taken away first, so that another page does not carry them too; what the server does not take stays here.
    store.removeItem(key);
    const left: BrowserView[] = [];
    for (const view of found as BrowserView[]) {
      const name = view.name.trim().slice(0, LONGEST_VIEW_NAME);
      if (names.has(name.toLowerCase())) continue;
      const state = { filter: view.filter, sort: view.sort, columns: view.columns ?? null };
      await keep({ resource, name, state, isShared: false }).catch(() => left.push(view));
    }
    if (left.length > 0) store.setItem(key, left);
  });
  const isKnown = known !== undefined;
  useEffect(() => {
    if (isKnown) void carry();
  }, [isKnown]);
}
