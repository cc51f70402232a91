import type { Indicator } from '@fieldlab/domain';
import type { DisclosureRules } from '../input';
import type { LinearRelation, ProtectionCell, RelationTerm } from '../protection/problem';
import { isSensitive, sumOf, totalOf, type Amounts } from './amounts';

/** A cell of the problem, with the companies behind it. */
export interface ModelCell extends ProtectionCell {
  amounts: Amounts;
  indicator: Indicator;
}

export type Terms = readonly RelationTerm[];

/** Collects the cells and relations of a problem, each relation once. */
export class ProblemBuilder {
  readonly cells: ModelCell[] = [];
  readonly relations: LinearRelation[] = [];
  private readonly seen = new Set<string>();

  constructor(readonly rules: DisclosureRules) {}

  add(
    indicator: Indicator,
    amounts: Amounts,
    cell: Pick<ProtectionCell, 'status' | 'least' | 'cost' | 'isNew'>,
  ): number {
    const isProtected = cell.status !== 'hidden' || this.isSensitive(indicator, amounts);
    const width = isProtected ? this.widthOf(indicator, amounts) : 0;
    this.cells.push({ ...cell, indicator, amounts, value: totalOf(amounts), width });
    return this.cells.length - 1;
  }

  isSensitive(indicator: Indicator, amounts: Amounts): boolean {
    if (indicator.sensitivity === 'never') return false;
    return isSensitive(amounts, this.rules, indicator.sensitivity === 'dominance');
  }

  /** How far apart the bounds of a number must be that is not published: a count may be anything below the threshold. */
  widthOf({ sensitivity, unit }: Indicator, amounts: Amounts): number {
    if (sensitivity === 'threshold') return Math.max(1, this.rules.threshold - 2);
    return Math.max(this.rules.interval * Math.abs(totalOf(amounts)), 2 * smallest(unit));
  }

  /** Of unpublished numbers whose sum everybody can compute. */
  unionWidth(cells: readonly number[]): number {
    const all = cells.flatMap((cell) => this.cells[cell] ?? []);
    const [first] = all;
    if (!first) return 0;
    const together = sumOf(all.map(({ amounts }) => amounts));
    return this.isSensitive(first.indicator, together) ? this.widthOf(first.indicator, together) : 0;
  }

  /** The whole is the sum of its parts. */
  equal(whole: Terms, parts: Terms): void {
    this.relate('equal', [...parts, ...minus(whole)]);
  }

  /** The one is never more than the other. */
  atMost(inner: Terms, outer: Terms): void {
    this.relate('atMost', [...inner, ...minus(outer)]);
  }

  private relate(kind: LinearRelation['kind'], all: Terms): void {
    const factors = new Map<number, number>();
    for (const { cell, factor } of all) factors.set(cell, (factors.get(cell) ?? 0) + factor);
    const terms = [...factors].flatMap(([cell, factor]) => (factor === 0 ? [] : [{ cell, factor }]));
    const value = terms.reduce((sum, { cell, factor }) => sum + factor * (this.cells[cell]?.value ?? 0), 0);
    // What does not hold of the true numbers is no knowledge: an attacker who believed it would be wrong.
    const holds = kind === 'equal' ? Math.abs(value) < TOLERANCE : value < TOLERANCE;
    const isTrivial = terms.length === 0 || (kind === 'atMost' && terms.every(({ factor }) => factor < 0));
    const key = `${kind} ${terms
      .map(({ cell, factor }) => `${factor}*${cell}`)
      .sort()
      .join(' ')}`;
    if (!holds || isTrivial || this.seen.has(key)) return;
    this.seen.add(key);
    this.relations.push({ kind, terms });
  }
}

const TOLERANCE = 0.02;
const minus = (terms: Terms): RelationTerm[] => terms.map(({ cell, factor }) => ({ cell, factor: -factor }));
export const once = (cell: number): RelationTerm => ({ cell, factor: 1 });

/** The smallest amount that is not nothing. */
export const smallest = (unit: Indicator['unit']): number => (unit === 'count' ? 1 : 0.01);
