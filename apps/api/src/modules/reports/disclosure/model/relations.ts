import type { Deadline } from '../deadline';
import type { Window } from '../published-cells';
import { differenceOf, sumOf } from './amounts';
import type { PlaceCells } from './place-cells';
import { PlaceFamilies, type Family } from './place-families';
import { CountRelations } from './count-relations';
import { once, type ProblemBuilder, type Terms } from './problem-builder';
import type { RegionParts } from './region-parts';
import type { Register } from './register';

/** What everybody knows of how the numbers of different places hang together. */
export class PlaceRelations {
  private readonly rests = new Map<string, number>();
  private readonly families: PlaceFamilies;
  private readonly counts: CountRelations;

  constructor(
    private readonly places: ReadonlyMap<string, PlaceCells>,
    parts: RegionParts,
    private readonly registers: readonly Register[],
    private readonly problem: ProblemBuilder,
  ) {
    this.families = new PlaceFamilies(places, parts);
    this.counts = new CountRelations(places, this.families, problem);
  }

  /** @throws OutOfTime */
  addAll(deadline: Deadline): void {
    for (const whole of this.places.values()) {
      this.registers.forEach((register, state) => {
        const families = this.families
          .of(whole.numbers.place, register)
          .filter(({ parts }) => parts.some(({ key }) => this.places.has(key)));
        for (const window of whole.numbers.windows()) {
          deadline.check();
          const terms = whole.terms(window, state);
          if (!terms || whole.isCorrectedTotal(window, state)) continue;
          for (const family of families) this.relate({ whole, terms, window, state }, family);
          this.counts.relate({ whole, terms, window, state }, register);
        }
      });
    }
  }

  private relate(
    of: { whole: PlaceCells; terms: Terms; window: Window; state: number },
    { shape, parts }: Family,
  ): void {
    const told = parts.flatMap((part) => {
      const cells = this.places.get(part.key);
      const terms = cells?.terms(of.window, of.state);
      return cells && terms ? [{ cells, terms }] : [];
    });
    if (told.length === 0 || shape === 'none' || shape === 'last') return;
    const all = told.flatMap(({ terms }) => terms);
    const isComplete = told.length === parts.length;
    if (shape === 'sum') this.relateSum(of, told, isComplete);
    if (shape === 'overlap') for (const { terms } of told) this.problem.atMost(terms, of.terms);
    if (shape !== 'sum' && isComplete) this.problem.atMost(of.terms, all);
  }

  private relateSum(
    { whole, terms, window, state }: { whole: PlaceCells; terms: Terms; window: Window; state: number },
    told: readonly { cells: PlaceCells; terms: Terms }[],
    isComplete: boolean,
  ): void {
    const { indicator } = whole.numbers.place;
    const parts = told.flatMap((one) => one.terms);
    const known = sumOf(told.map(({ cells }) => cells.numbers.amounts(window, state)));
    const rest = differenceOf(whole.numbers.amounts(window, state), known);
    if (isComplete && rest.size === 0) {
      this.problem.equal(terms, parts);
      return;
    }
    if (!this.problem.isSensitive(indicator, rest)) {
      this.problem.atMost(parts, terms);
      return;
    }
    // What nobody publishes, but everybody can subtract.
    const key = [...terms, { cell: -1 }, ...parts].map(({ cell }) => cell).join(' ');
    const cell =
      this.rests.get(key) ?? this.problem.add(indicator, rest, { status: 'hidden', least: 0, cost: 1 });
    this.rests.set(key, cell);
    this.problem.equal(terms, [...parts, once(cell)]);
  }
}
