import { slackOf, type Combination, type Deviation, type DeviationModel, type Search } from './deviations';
import type { LinearRelation, ProtectionProblem } from './problem';

/** So many cells around a target are looked at first. */
const MOST_CELLS = 600;
/** Problems of more cells than this are looked at in neighbourhoods first. */
const WHOLE_UP_TO = 2500;

interface Neighbourhood {
  key: string;
  names: readonly number[];
  model: DeviationModel;
  /** The target, as the model names its cells. */
  target: Combination;
}

/**
 * Looks for tables in the neighbourhood of a target, where only the cells near it differ: such a table agrees with all
 * that is published as well as any other, and is found in a fraction of the time that a large problem takes as a whole.
 */
export class Neighbourhoods {
  private readonly relationsOf = new Map<number, LinearRelation[]>();
  readonly isLarge: boolean;
  /** Around the last target, which is looked at several times. */
  private last: Neighbourhood | undefined;

  constructor(
    private readonly problem: ProtectionProblem,
    private readonly model: DeviationModel,
    wholeUpTo = WHOLE_UP_TO,
  ) {
    this.isLarge = problem.cells.length > wholeUpTo;
    if (!this.isLarge) return;
    for (const relation of problem.relations) {
      for (const { cell } of relation.terms) {
        const known = this.relationsOf.get(cell);
        if (known) known.push(relation);
        else this.relationsOf.set(cell, [relation]);
      }
    }
  }

  furthest(target: Combination, direction: 1 | -1, limit: number, search: Search): Deviation | undefined {
    return this.near(target, (model, own, local) => model.furthest(own, direction, limit, local), search);
  }

  cheapest(target: Combination, distance: number, search: Search): Deviation | undefined {
    return this.near(target, (model, own, local) => model.cheapest(own, distance, local), search);
  }

  private near(
    target: Combination,
    solve: (model: DeviationModel, target: Combination, search: Search) => Deviation | undefined,
    { isFree, costOf }: Search,
  ): Deviation | undefined {
    const { names, model, target: own } = this.around(target);
    const nameOf = (cell: number): number => names[cell] ?? -1;
    const found = solve(model, own, {
      isFree: (cell) => isFree(nameOf(cell)),
      ...(costOf ? { costOf: (cell, direction) => costOf(nameOf(cell), direction) } : {}),
    });
    if (!found) return undefined;
    const table = new Float64Array(this.problem.cells.length);
    found.forEach((amount, cell) => {
      table[nameOf(cell)] = amount;
    });
    return table;
  }

  dispose(): void {
    this.last?.model.dispose();
    this.last = undefined;
  }

  private around(target: Combination): Neighbourhood {
    const key = target.map(({ cell, factor }) => `${factor}*${cell}`).join(' ');
    if (this.last?.key === key) return this.last;
    this.dispose();
    const { names, problem } = this.partAround(target);
    const local = new Map(names.map((name, cell) => [name, cell]));
    const own = target.map(({ cell, factor }) => ({ cell: local.get(cell) ?? 0, factor }));
    return (this.last = { key, names, model: this.model.part(problem), target: own });
  }

  /** The cells that hang together with the target most closely, and all that is known of them while the rest stays. */
  private partAround(target: Combination): { names: number[]; problem: ProtectionProblem } {
    const names = [...new Set(target.map(({ cell }) => cell))];
    const inside = new Set(names);
    for (let next = 0; next < names.length && names.length < MOST_CELLS; next += 1) {
      for (const { terms } of this.relationsOf.get(names[next] ?? -1) ?? []) {
        if (names.length + terms.length > 2 * MOST_CELLS) continue;
        for (const { cell } of terms) {
          if (inside.has(cell)) continue;
          inside.add(cell);
          names.push(cell);
        }
      }
    }
    const relations = new Set(names.flatMap((name) => this.relationsOf.get(name) ?? []));
    const local = new Map(names.map((name, cell) => [name, cell]));
    const { cells } = this.problem;
    return {
      names,
      problem: {
        cells: names.flatMap((name) => cells[name] ?? []),
        relations: [...relations].map((relation) => ({
          kind: relation.kind,
          slack: slackOf(relation, cells),
          terms: relation.terms.flatMap(({ cell, factor }) => {
            const own = local.get(cell);
            return own === undefined ? [] : [{ cell: own, factor }];
          }),
        })),
      },
    };
  }
}
