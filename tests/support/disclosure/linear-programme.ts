import loadHighs from 'highs';

type Highs = Awaited<ReturnType<typeof loadHighs>>;
type Model = ReturnType<Highs['createModel']>;
type Terms = readonly [factor: number, name: string][];

interface Row {
  factors: ReadonlyMap<string, number>;
  kind: '=' | '<=' | '>=';
  bound: number;
}

/** A linear programme by the names of its unknowns, each of which is nothing or more. */
export class LinearProgramme {
  private readonly rows: Row[] = [];
  private readonly columns = new Map<string, number>();
  private solving: { highs: Highs; model: Model; columns: number } | undefined;

  row(terms: Terms, kind: Row['kind'], bound: number): void {
    if (terms.length === 0) return;
    const factors = this.factorsOf(terms);
    if (factors.size > 0) this.rows.push({ factors, kind, bound });
    this.dispose();
  }

  /** In the format of CPLEX, which every solver reads. */
  text(terms: Terms, sense: 'min' | 'max'): string {
    const objective = this.expression(this.factorsOf(terms));
    return [
      sense === 'min' ? 'Minimize' : 'Maximize',
      ` obj: ${objective}`,
      'Subject To',
      ...this.rows.map(
        ({ factors, kind, bound }, index) => ` r${index}: ${this.expression(factors)} ${kind} ${bound}`,
      ),
      'End',
      '',
    ].join('\n');
  }

  /** Between which values the sum lies, as far as all this tells. */
  async bounds(terms: Terms): Promise<[number, number]> {
    const factors = this.factorsOf(terms);
    // An unknown that no row says anything of can be anything.
    if ([...factors.keys()].some((name) => this.columnOf(name) >= (this.solving?.columns ?? Infinity)))
      this.dispose();
    const { highs, model } = (this.solving ??= await this.built());
    const solve = (sign: 1 | -1): number => {
      const costs = new Float64Array(this.columns.size);
      for (const [name, factor] of factors) costs[this.columnOf(name)] = sign * factor;
      model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
      model.run();
      // Where the solution before is no good place to begin, it begins anew.
      if (model.getModelStatus() === highs.constants.modelStatus.unknown) {
        model.clearSolver();
        model.run();
      }
      const status = model.getModelStatus();
      const { optimal, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
      if (status === unbounded || status === unboundedOrInfeasible) return -sign * Infinity;
      if (status !== optimal) throw new Error(`What is public contradicts itself: ${status}`);
      const { colValue } = model.getSolution();
      return [...factors].reduce(
        (sum, [name, factor]) => sum + factor * (colValue[this.columnOf(name)] ?? 0),
        0,
      );
    };
    return [solve(1), solve(-1)];
  }

  dispose(): void {
    this.solving?.model.dispose();
    this.solving = undefined;
  }

  private async built(): Promise<{ highs: Highs; model: Model; columns: number }> {
    const highs = await loadHighs();
    const count = this.columns.size;
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const { factors } of this.rows) {
      for (const [name, factor] of factors) {
        indices.push(this.columnOf(name));
        values.push(factor);
      }
      starts.push(indices.length);
    }
    const model = highs.createModel({
      numCols: count,
      numRows: this.rows.length,
      colCost: new Float64Array(count),
      colLower: new Float64Array(count),
      colUpper: new Float64Array(count).fill(highs.infinity),
      rowLower: this.rows.map(({ kind, bound }) => (kind === '<=' ? -highs.infinity : bound)),
      rowUpper: this.rows.map(({ kind, bound }) => (kind === '>=' ? highs.infinity : bound)),
      matrix: {
        ...{ format: 'csr', numCols: count, numRows: this.rows.length },
        ...{ starts: new Int32Array(starts), indices: new Int32Array(indices) },
        values: new Float64Array(values),
      },
    });
    model.options.set({ output_flag: false });
    return { highs, model, columns: count };
  }

  private factorsOf(terms: Terms): Map<string, number> {
    const factors = new Map<string, number>();
    for (const [factor, name] of terms) {
      factors.set(name, (factors.get(name) ?? 0) + factor);
      this.columnOf(name);
    }
    return new Map([...factors].filter(([, factor]) => factor !== 0));
  }

  private columnOf(name: string): number {
    const known = this.columns.get(name) ?? this.columns.size;
    this.columns.set(name, known);
    return known;
  }

  private expression(factors: ReadonlyMap<string, number>): string {
    const parts = [...factors].map(
      ([name, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${this.columnOf(name)}`,
    );
    return parts.length > 0 ? parts.join('\n  ') : '0 x0';
  }
}
