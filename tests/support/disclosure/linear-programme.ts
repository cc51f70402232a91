import loadHighs from 'highs';

/** A linear programme by the names of its unknowns, as an attacker would write it down: in text. */
export class LinearProgramme {
  private readonly rows: string[] = [];
  private readonly least = new Map<string, number>();
  private readonly columns = new Map<string, string>();

  /** An unknown that is at least this. */
  unknown(name: string, least = 0): void {
    this.least.set(name, Math.max(least, this.least.get(name) ?? -Infinity));
  }

  row(terms: readonly [factor: number, name: string][], kind: '=' | '<=' | '>=', bound: number): void {
    if (terms.length === 0) return;
    this.rows.push(
      `${expression(terms.map(([factor, name]) => [factor, this.column(name)]))} ${kind} ${bound}`,
    );
  }

  /** In the format of CPLEX, which every solver reads. */
  text(terms: readonly [number, string][], sense: 'min' | 'max'): string {
    const objective = expression(terms.map(([factor, name]) => [factor, this.column(name)]));
    const bounds = [...this.least].map(([name, least]) => ` ${this.column(name)} >= ${least}`);
    return [
      sense === 'min' ? 'Minimize' : 'Maximize',
      ` obj: ${objective}`,
      'Subject To',
      ...this.rows.map((row, index) => ` r${index}: ${row}`),
      ` r_all: ${expression([...this.columns.values()].map((name) => [1, name]))} >= -1e30`,
      'Bounds',
      ...bounds,
      'End',
      '',
    ].join('\n');
  }

  /** Between which values the sum lies, as far as all this tells. */
  async bounds(terms: readonly [number, string][]): Promise<[number, number]> {
    const highs = await loadHighs();
    const solve = (sense: 'min' | 'max'): number => {
      const solution = highs.solve(this.text(terms, sense), { output_flag: false });
      if (solution.Status === 'Unbounded' || solution.Status === 'Primal infeasible or unbounded')
        return sense === 'min' ? -Infinity : Infinity;
      if (solution.Status !== 'Optimal')
        throw new Error(`What is public contradicts itself: ${solution.Status}`);
      return solution.ObjectiveValue;
    };
    return [solve('min'), solve('max')];
  }

  private column(name: string): string {
    const known = this.columns.get(name) ?? `x${this.columns.size}`;
    this.columns.set(name, known);
    if (!this.least.has(name)) this.least.set(name, 0);
    return known;
  }
}

function expression(terms: readonly [number, string][]): string {
  const factors = new Map<string, number>();
  for (const [factor, name] of terms) factors.set(name, (factors.get(name) ?? 0) + factor);
  const parts = [...factors].map(([name, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`);
  return parts.length > 0 ? parts.join('\n  ') : '0 x0';
}
