import { localStorageStore, type Store } from 'react-admin';
import { STORE_NAME } from './kept-item';

const kept = localStorageStore('1', STORE_NAME);

/** Where somebody was in a list, and which rows were chosen: nothing for who signs in next. */
const PASSING = /(listParams|selectedIds)$/;

/** What this browser remembers: language, appearance, columns, saved views. They stay when somebody signs out. */
export const store: Store = {
  ...kept,
  reset: () => {
    for (const key of Object.keys(kept.listItems?.() ?? {})) if (PASSING.test(key)) kept.removeItem(key);
  },
};

export const localeOf = (from: Store): unknown => from.getItem<unknown>('locale');
