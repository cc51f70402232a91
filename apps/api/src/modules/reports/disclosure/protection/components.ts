import type { LinearRelation, ProtectionProblem } from './problem';

/** A part of a problem that hangs together by itself, with what its cells are called in the whole. */
export interface Component {
  problem: ProtectionProblem;
  names: readonly number[];
}

/** Splits a problem into parts that say nothing of each other. */
export function componentsOf({ cells, relations }: ProtectionProblem): Component[] {
  const leader = cells.map((_, cell) => cell);
  const find = (cell: number): number => {
    let root = cell;
    while (leader[root] !== root) root = leader[root] ?? root;
    leader[cell] = root;
    return root;
  };
  for (const { terms } of relations) {
    const [first, ...others] = terms.map(({ cell }) => find(cell));
    for (const other of others) if (first !== undefined) leader[find(other)] = find(first);
  }
  const parts = new Map<number, { names: number[]; relations: LinearRelation[] }>();
  const partOf = (cell: number) => {
    const root = find(cell);
    const part = parts.get(root) ?? { names: [], relations: [] };
    parts.set(root, part);
    return part;
  };
  cells.forEach((_, cell) => partOf(cell).names.push(cell));
  for (const relation of relations) {
    const [first] = relation.terms;
    if (first) partOf(first.cell).relations.push(relation);
  }
  return [...parts.values()].map(({ names, relations: own }) => {
    const local = new Map(names.map((name, cell) => [name, cell]));
    return {
      names,
      problem: {
        cells: names.flatMap((name) => cells[name] ?? []),
        relations: own.map(({ kind, terms }) => ({
          kind,
          terms: terms.map(({ cell, factor }) => ({ cell: local.get(cell) ?? 0, factor })),
        })),
      },
    };
  });
}
