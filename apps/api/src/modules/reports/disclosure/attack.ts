import solver, { type Model } from 'javascript-lp-solver';
import type { Cell } from './cells';
import type { Relation } from './facts';

/** Between which values everybody can tell that a suppressed number lies, in hundredths. */
export interface Reach {
  least: number;
  most: number;
}

/** A relation with what is known filled in: only suppressed numbers are left. */
export interface OpenRelation {
  kind: Relation['kind'];
  terms: readonly { id: string; factor: number }[];
  bound: number;
}

/** What is left to solve for whoever knows all published numbers. */
export function openRelations(cells: readonly Cell[], relations: readonly Relation[]): OpenRelation[] {
  const values = new Map(cells.map((cell) => [cell.id, cell]));
  return relations.flatMap(({ kind, terms, bound }) => {
    let rest = bound;
    const open: { id: string; factor: number }[] = [];
    for (const { id, factor } of terms) {
      const cell = values.get(id);
      if (!cell) continue; // a cell that is 0 is left out
      if (cell.suppressed && !cell.known) open.push({ id, factor });
      else rest -= factor * cell.value;
    }
    return open.length > 0 ? [{ kind, terms: open, bound: rest }] : [];
  });
}

/** A suppressed number is not 0: a count is at least one, a sum at least a cent. */
export const leastOf = ({ unit }: Cell): number => (unit === 'count' ? 100 : 1);

/** Suppressed numbers that hang together by some relation, with the relations. */
export interface Knot {
  cells: Cell[];
  relations: OpenRelation[];
}

export function knotsOf(cells: readonly Cell[], relations: readonly OpenRelation[]): Knot[] {
  const hidden = cells.filter(({ suppressed, known, isRatio }) => suppressed && !known && !isRatio);
  const leader = new Map(hidden.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    const next = leader.get(id) ?? id;
    if (next === id) return id;
    const root = find(next);
    leader.set(id, root);
    return root;
  };
  for (const { terms } of relations) {
    const [first, ...others] = terms;
    for (const { id } of others) if (first) leader.set(find(id), find(first.id));
  }
  const knots = new Map<string, Knot>();
  for (const cell of hidden) {
    const root = find(cell.id);
    const knot = knots.get(root) ?? { cells: [], relations: [] };
    knot.cells.push(cell);
    knots.set(root, knot);
  }
  for (const relation of relations) {
    const [first] = relation.terms;
    if (first) knots.get(find(first.id))?.relations.push(relation);
  }
  return [...knots.values()];
}

/**
 * The reach of one suppressed number by linear programming. In units of its least value, shifted so that every number
 * begins at 0, which is where the simplex method begins.
 */
export function reachOf(target: Cell, { cells, relations }: Knot): Reach {
  const least = new Map(cells.map((cell) => [cell.id, leastOf(cell)]));
  const bounds: Model['constraints'] = {};
  const variables: Record<string, Record<string, number>> = Object.fromEntries(
    cells.map(({ id }) => [id, {}]),
  );
  relations.forEach(({ kind, terms, bound }, index) => {
    const shifted = bound - terms.reduce((sum, { id, factor }) => sum + factor * (least.get(id) ?? 0), 0);
    const name = `r${index}`;
    bounds[name] = kind === 'equal' ? { equal: shifted / SCALE } : { max: shifted / SCALE };
    for (const { id, factor } of terms) {
      const variable = variables[id];
      if (variable) variable[name] = (variable[name] ?? 0) + factor;
    }
  });
  const solve = (opType: 'min' | 'max'): number | undefined => {
    const objective = { ...variables, [target.id]: { ...variables[target.id], target: 1 } };
    const model: Model = { optimize: 'target', opType, constraints: bounds, variables: objective };
    const solution = solver.Solve(model) as { feasible: boolean; bounded?: boolean; result: number };
    if (!solution.feasible) return undefined;
    return solution.bounded === false ? Infinity : solution.result * SCALE;
  };
  const start = leastOf(target);
  const [low, high] = [solve('min'), solve('max')];
  // Numbers that nobody can make agree tell nothing that could be relied upon; treat them as given away.
  if (low === undefined || high === undefined) return { least: target.value, most: target.value };
  return { least: low + start, most: high + start };
}

/** Hundredths of one: keeps the numbers of the method near those of people. */
const SCALE = 100;
