const MOST_REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 100;

/** A piece cut out of a longer text keeps all of that text in memory; a copy keeps only itself. */
const ownCopy = (text: string): string => [...text].join('');

/** The same function with a memory: the cells of a column hold few different words, many times over. */
export function remembered<Owner extends object, T>(
  find: (owner: Owner, text: string) => T,
): (owner: Owner, text: string) => T {
  const memories = new WeakMap<Owner, Map<string, T>>();
  return (owner, text) => {
    let memory = memories.get(owner);
    if (!memory) memories.set(owner, (memory = new Map<string, T>()));
    const known = memory.get(text);
    if (known !== undefined || memory.has(text)) return known as T;
    const found = find(owner, text);
    if (memory.size < MOST_REMEMBERED && text.length <= LONGEST_REMEMBERED) memory.set(ownCopy(text), found);
    return found;
  };
}
