/** How well pairs that were found agree with what is true of a list. */
export interface Quality {
  /** Of the pairs that were found, those that are one company. */
  precision: number;
  /** Of the pairs that are one company, those that were found. */
  recall: number;
  f1: number;
  /** Over rows instead of pairs, once what was found is joined into companies (Bagga and Baldwin, 1998). */
  bCubed: number;
}

type Pair = readonly [number, number];

/** @param truth pairs of rows that are one company, joined into companies where they hang together */
export function qualityOf(rows: number, truth: readonly Pair[], found: readonly Pair[]): Quality {
  const [real, guessed] = [joined(rows, truth), joined(rows, found)];
  const all = pairsOf(real);
  const right = found.filter(([one, other]) => real[one] === real[other]).length;
  const precision = found.length === 0 ? 1 : right / found.length;
  const recall = all === 0 ? 1 : right / all;
  return { precision, recall, f1: harmonic(precision, recall), bCubed: bCubed(real, guessed) };
}

const harmonic = (one: number, other: number): number =>
  one + other === 0 ? 0 : (2 * one * other) / (one + other);

/** The group of each row: rows that pairs lead to are one. */
function joined(rows: number, pairs: readonly Pair[]): number[] {
  const group = Array.from({ length: rows }, (_, row) => row);
  const rootOf = (row: number): number => {
    let root = row;
    while (group[root] !== root) root = group[root] ?? root;
    group[row] = root;
    return root;
  };
  for (const [one, other] of pairs) group[rootOf(one)] = rootOf(other);
  return group.map((_, row) => rootOf(row));
}

const sizes = <Key>(keys: readonly Key[]): Map<Key, number> => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

const pairsOf = (groups: readonly number[]): number =>
  [...sizes(groups).values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);

function bCubed(real: readonly number[], guessed: readonly number[]): number {
  const [ofReal, ofGuessed] = [sizes(real), sizes(guessed)];
  const both = real.map((group, row) => `${group} ${guessed[row]}`);
  const ofBoth = sizes(both);
  let [precision, recall] = [0, 0];
  real.forEach((group, row) => {
    const shared = ofBoth.get(both[row] ?? '') ?? 0;
    precision += shared / (ofGuessed.get(guessed[row] ?? -1) ?? 1);
    recall += shared / (ofReal.get(group) ?? 1);
  });
  return harmonic(precision / real.length, recall / real.length);
}
