import { localStorageStore, type Store } from 'react-admin';

/** What this browser remembers: language, appearance, columns, saved views. */
export const store = localStorageStore('1', 'fieldlab.');

export const localeOf = (from: Store): unknown => from.getItem<unknown>('locale');
