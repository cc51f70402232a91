/** What somebody is typing, kept in this browser until it is saved or left on purpose. */
const PREFIX = 'fieldlab.draft.';
const OWNER = 'fieldlab.drafts.of';
/** The database of this browser in which files are kept, and its only store. */
const FILES = 'fieldlab.files';
/** Half-finished work that nobody came back to is forgotten. */
const KEPT_MS = 14 * 24 * 60 * 60_000;

interface Kept {
  at: number;
  value: unknown;
}

/** What was kept at a place; nothing where it is too old, or not ours. */
export function readDraft<T extends object>(place: string): Partial<T> | undefined {
  const kept = parsed(localStorage.getItem(PREFIX + place));
  return kept && Date.now() - kept.at < KEPT_MS ? (kept.value as Partial<T>) : undefined;
}

export function keepDraft(place: string, value: object): void {
  try {
    localStorage.setItem(PREFIX + place, JSON.stringify({ at: Date.now(), value } satisfies Kept));
  } catch {
    // A browser that is full, or keeps nothing, goes on without.
  }
}

export const dropDraft = (place: string): void => localStorage.removeItem(PREFIX + place);

/** Who signs in on a shared computer does not find what another was typing. */
export function claimDrafts(userId: string): void {
  if (localStorage.getItem(OWNER) === userId) return;
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  void openFiles('readwrite', (files) => files.clear());
  localStorage.setItem(OWNER, userId);
}

/** Does one thing with the files that are kept. @returns nothing where the browser keeps none */
export function openFiles<T>(
  mode: IDBTransactionMode,
  act: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    const nothing = (): void => resolve(undefined);
    const opening = indexedDB.open(FILES, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(FILES);
    opening.onerror = nothing;
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(FILES, mode);
      const request = act(transaction.objectStore(FILES));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = nothing;
      database.close();
    };
  });
}

function parsed(text: string | null): Kept | undefined {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Kept> | null;
    return typeof kept?.at === 'number' && typeof kept.value === 'object' ? (kept as Kept) : undefined;
  } catch {
    return undefined;
  }
}
