import loadHighs from 'highs';
import type { Deadline } from '../deadline';
import type { LinearRelation, ProtectionCell, ProtectionProblem } from './problem';

type Highs = Awaited<ReturnType<typeof loadHighs>>;
type Model = ReturnType<Highs['createModel']>;

let loading: Promise<Highs> | undefined;
const loadSolver = (): Promise<Highs> => (loading ??= loadHighs());

/** How much every cell differs in another table that agrees with all that is published. */
export type Deviation = Float64Array;

/** A sum of cells whose bounds are asked for. */
export type Combination = readonly { cell: number; factor: number }[];

export interface Search {
  /** Cells that may differ for nothing. */
  isFree: (cell: number) => boolean;
  /** What it costs to let another cell be 1 more or less; infinite where it may not. Only free cells differ when absent. */
  costOf?: ((cell: number, direction: 1 | -1) => number) | undefined;
  /** As if what is to be published were not: its own cells differ for nothing, down to nothing. */
  isBefore?: boolean;
}

/**
 * The attacker's linear programme, in deviations from the true table: `up` and `down` of every cell, so that zero is
 * always feasible and the simplex method starts from the solution before.
 */
export class DeviationModel {
  private readonly model: Model;
  private readonly count: number;
  private readonly infinity: number;
  private readonly bounds: { lower: Float64Array; upper: Float64Array };

  private constructor(
    private readonly highs: Highs,
    private readonly problem: ProtectionProblem,
    private readonly deadline: Deadline,
  ) {
    const { cells, relations } = problem;
    this.count = cells.length;
    this.infinity = highs.infinity;
    const columns = 2 * this.count;
    this.bounds = { lower: new Float64Array(columns), upper: new Float64Array(columns) };
    this.model = highs.createModel({
      numCols: columns,
      numRows: relations.length,
      colCost: new Float64Array(columns),
      colLower: new Float64Array(columns),
      colUpper: new Float64Array(columns),
      rowLower: relations.map(({ kind }) => (kind === 'equal' ? 0 : -highs.infinity)),
      rowUpper: relations.map((relation) => slackOf(relation, cells)),
      matrix: matrixOf(relations, this.count),
    });
    this.model.options.set({ output_flag: false });
  }

  static async of(problem: ProtectionProblem, deadline: Deadline): Promise<DeviationModel> {
    return new DeviationModel(await loadSolver(), problem, deadline);
  }

  /** A model of a part of the same problem, with the same solver. */
  part(problem: ProtectionProblem): DeviationModel {
    return new DeviationModel(this.highs, problem, this.deadline);
  }

  dispose(): void {
    this.model.dispose();
  }

  /** The table in which the combination differs most, but no more than `limit` either way; none in time. */
  furthest(target: Combination, direction: 1 | -1, limit: number, search: Search): Deviation | undefined {
    const costs = new Float64Array(2 * this.count);
    for (const { cell, factor } of target) {
      costs[cell] = -direction * factor;
      costs[this.count + cell] = direction * factor;
    }
    return this.solve(search, costs, { target, lower: -limit, upper: limit });
  }

  /** The cheapest table in which the combination differs by at least `distance` (its sign says which way). */
  cheapest(target: Combination, distance: number, search: Search): Deviation | undefined {
    const costs = new Float64Array(2 * this.count);
    for (let cell = 0; cell < this.count; cell += 1) {
      if (search.isFree(cell)) continue;
      for (const direction of [1, -1] as const) {
        const cost = search.costOf?.(cell, direction) ?? Infinity;
        if (Number.isFinite(cost)) costs[direction > 0 ? cell : this.count + cell] = cost;
      }
    }
    const row =
      distance > 0 ? { lower: distance, upper: this.infinity } : { lower: -this.infinity, upper: distance };
    return this.solve(search, costs, { target, ...row });
  }

  /**
   * The table in which as many cells as possible differ at once, each by up to its width: what one table proves of many
   * need not be looked for one by one; none in time.
   * @param widths of the cells that are to differ, less than nothing where downwards
   */
  spread(widths: ReadonlyMap<number, number>, search: Search): Deviation | undefined {
    const costs = new Float64Array(2 * this.count);
    for (const [cell, width] of widths) {
      costs[cell] = -1 / width;
      costs[this.count + cell] = 1 / width;
    }
    return this.solve(search, costs, undefined, widths);
  }

  private solve(
    search: Search,
    costs: Float64Array,
    row?: { target: Combination; lower: number; upper: number },
    widths: ReadonlyMap<number, number> = NONE,
  ): Deviation | undefined {
    if (this.deadline.isPast) return undefined;
    this.setBounds(search);
    for (const [cell, width] of widths) {
      const column = width > 0 ? cell : this.count + cell;
      this.bounds.upper[column] = Math.min(this.bounds.upper[column] ?? 0, Math.abs(width));
      // It would cost nothing to differ the other way, and prove nothing.
      this.bounds.upper[width > 0 ? this.count + cell : cell] = 0;
    }
    const all = { kind: 'range', from: 0, to: 2 * this.count - 1 } as const;
    this.model.changeColsBounds(all, this.bounds.lower, this.bounds.upper);
    this.model.changeColsCost(all, costs);
    const rows = this.problem.relations.length;
    if (row)
      this.model.addRow(row.lower, row.upper, {
        indices: row.target.flatMap(({ cell }) => [cell, this.count + cell]),
        values: row.target.flatMap(({ factor }) => [factor, -factor]),
      });
    this.model.zeroAllClocks();
    this.model.options.set('time_limit', this.deadline.secondsLeft());
    this.model.run();
    const isOptimal = this.model.getModelStatus() === this.highs.constants.modelStatus.optimal;
    const solution = isOptimal ? this.deviation() : undefined;
    if (row) this.model.deleteRows({ kind: 'range', from: rows, to: rows });
    return solution;
  }

  private setBounds({ isFree, costOf, isBefore = false }: Search): void {
    const { upper } = this.bounds;
    this.problem.cells.forEach((one, cell) => {
      const isUnknown = isBefore && one.isNew === true;
      const least = isUnknown && one.least !== null ? Math.min(0, one.least) : one.least;
      const mayDiffer =
        isFree(cell) || isUnknown || (costOf !== undefined && Number.isFinite(costOf(cell, 1)));
      upper[cell] = mayDiffer ? this.infinity : 0;
      upper[this.count + cell] = !mayDiffer
        ? 0
        : least === null
          ? this.infinity
          : Math.max(0, one.value - least);
    });
  }

  private deviation(): Deviation {
    const { colValue } = this.model.getSolution();
    const deviation = new Float64Array(this.count);
    for (let cell = 0; cell < this.count; cell += 1) {
      deviation[cell] = (colValue[cell] ?? 0) - (colValue[this.count + cell] ?? 0);
    }
    return deviation;
  }
}

const NONE: ReadonlyMap<number, number> = new Map();

/** How far an inequality is from binding in the true table; an equality binds. */
export function slackOf({ kind, terms, slack }: LinearRelation, cells: readonly ProtectionCell[]): number {
  if (kind === 'equal') return 0;
  if (slack !== undefined) return slack;
  return Math.max(0, -terms.reduce((sum, { cell, factor }) => sum + factor * (cells[cell]?.value ?? 0), 0));
}

function matrixOf(relations: readonly LinearRelation[], count: number) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of relations) {
    const factors = new Map<number, number>();
    for (const { cell, factor } of terms) factors.set(cell, (factors.get(cell) ?? 0) + factor);
    for (const [cell, factor] of factors) {
      if (factor === 0) continue;
      indices.push(cell, count + cell);
      values.push(factor, -factor);
    }
    starts.push(indices.length);
  }
  return {
    format: 'csr',
    numCols: 2 * count,
    numRows: relations.length,
    starts: new Int32Array(starts),
    indices: new Int32Array(indices),
    values: new Float64Array(values),
  } as const;
}
