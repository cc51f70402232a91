export const STORE_NAME = 'fieldlab.';

/** What the store keeps in this browser, read before the store itself is there; undefined where it keeps nothing. */
export function keptItem(name: string): unknown {
  const text = localStorage.getItem(`RaStore${STORE_NAME}.${name}`);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // by another version, in another way
  }
}
