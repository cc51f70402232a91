import {
  BREAKDOWNS,
  breakdownSource,
  findIndicator,
  type Additivity,
  type Breakdown,
} from '@fieldlab/domain';
import { isPeriod, type Window } from '../published-cells';
import { differenceOf, sumOf } from './amounts';
import type { PlaceCells } from './place-cells';
import { placeOf, regionOfCentres, within, type Place } from './places';
import { once, type ProblemBuilder, type Terms } from './problem-builder';
import type { Register } from './register';

/** Places that together make up another, and how. */
interface Family {
  shape: Additivity;
  parts: Place[];
}

/** What everybody knows of how the numbers of different places hang together. */
export class PlaceRelations {
  private readonly rests = new Map<string, number>();

  constructor(
    private readonly places: ReadonlyMap<string, PlaceCells>,
    private readonly registers: readonly Register[],
    private readonly problem: ProblemBuilder,
  ) {}

  addAll(): void {
    for (const whole of this.places.values()) {
      this.registers.forEach((register, state) => {
        const families = this.familiesOf(whole.numbers.place, register).filter(({ parts }) =>
          parts.some(({ key }) => this.places.has(key)),
        );
        for (const window of whole.numbers.windows()) {
          const terms = whole.terms(window, state);
          if (!terms || whole.isCorrectedTotal(window, state)) continue;
          for (const family of families) this.relate({ whole, terms, window, state }, family);
          this.relateIndicators(whole.numbers.place, terms, window, state);
        }
      });
    }
  }

  private familiesOf(place: Place, register: Register): Family[] {
    return [
      ...this.regionFamilies(place, register),
      ...this.attributeFamilies(place),
      ...this.partFamilies(place),
    ];
  }

  /** A region is made of its centres, and of its parts along every breakdown that is read off centres. */
  private regionFamilies({ indicator, region, attributes }: Place, register: Register): Family[] {
    const { centres } = region;
    if (centres !== 'all' && centres.size < 2) return [];
    const ways = BREAKDOWNS.filter(
      (by) => !isPeriod(by) && by in indicator.addsUp && breakdownSource(by, indicator) === 'centre',
    );
    return ways.map((by) => ({
      shape: indicator.addsUp[by] ?? 'none',
      parts: distinct(
        register.cellsIn(region, by).map((key) => {
          const inside = by === 'centre' ? this.centreOf(register, key) : within(region, by, key, register);
          return placeOf(indicator, inside, attributes);
        }),
      ),
    }));
  }

  private centreOf(register: Register, code: string) {
    return regionOfCentres(register.centres('centre', code));
  }

  /** A number is made of its cells along every breakdown that is read off records or companies. */
  private attributeFamilies(place: Place): Family[] {
    const { indicator, region, attributes } = place;
    const ways = BREAKDOWNS.filter((by) => attributes.every((one) => one.by !== by));
    return ways.flatMap((by) => {
      const shape = indicator.addsUp[by];
      if (shape === undefined || isPeriod(by) || breakdownSource(by, indicator) === 'centre') return [];
      const below = [...this.places.values()]
        .map(({ numbers }) => numbers.place)
        .filter(
          (other) =>
            other.indicator === indicator &&
            other.region.key === region.key &&
            other.attributes.length === attributes.length + 1 &&
            other.attributes.some((one) => one.by === by) &&
            attributes.every((one) => placeHas(other, one)),
        );
      const keysOf = (one: Place): readonly string[] =>
        one.attributes.find((own) => own.by === by)?.keys ?? [];
      const single = below.filter((one) => keysOf(one).length === 1);
      const several = below.filter((one) => keysOf(one).length > 1);
      const mixed = several.map((one) => ({
        shape,
        parts: [one, ...single.filter((other) => !keysOf(one).includes(keysOf(other)[0] ?? ''))],
      }));
      return single.length > 0 ? [{ shape, parts: single }, ...mixed] : mixed;
    });
  }

  /** Several cells together. */
  private partFamilies({ indicator, region, attributes }: Place): Family[] {
    return attributes
      .filter(({ keys }) => keys.length > 1)
      .map((attribute) => ({
        shape: indicator.addsUp[attribute.by] ?? 'none',
        parts: attribute.keys.map((key) =>
          placeOf(
            indicator,
            region,
            attributes.map((one) => (one === attribute ? { by: one.by, keys: [key] } : one)),
          ),
        ),
      }));
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

  /** A figure is never more than another that it lies within. */
  private relateIndicators(
    { indicator, region, attributes }: Place,
    terms: Terms,
    window: Window,
    state: number,
  ): void {
    for (const code of indicator.within ?? []) {
      const outer = findIndicator(code);
      const most = outer && this.places.get(placeOf(outer, region, attributes).key)?.terms(window, state);
      if (most) this.problem.atMost(terms, most);
    }
  }
}

const placeHas = (place: Place, { by, keys }: { by: Breakdown; keys: readonly string[] }): boolean =>
  place.attributes.some((own) => own.by === by && own.keys.join() === keys.join());

const distinct = (places: readonly Place[]): Place[] => [
  ...new Map(places.map((place) => [place.key, place])).values(),
];
