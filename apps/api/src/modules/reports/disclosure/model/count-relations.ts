import { addDays, findIndicator, type Indicator } from '@fieldlab/domain';
import type { Window } from '../published-cells';
import type { PlaceCells } from './place-cells';
import type { PlaceFamilies } from './place-families';
import type { Place } from './place';
import { addsUpOverTime, placeOf, regionOfCentres } from './places';
import type { ProblemBuilder, Terms } from './problem-builder';
import type { Region } from './region';
import type { Register } from './register';
import { contains, windowKey } from './windows';

/** A number of a place. */
export interface NumberOfPlace {
  whole: PlaceCells;
  terms: Terms;
  window: Window;
  state: number;
}

/**
 * What everybody knows of numbers that do not add up, because what they count lies in several places or times: that they
 * are no more than what holds them, and than what they are made of.
 */
export class CountRelations {
  constructor(
    private readonly places: ReadonlyMap<string, PlaceCells>,
    private readonly families: PlaceFamilies,
    private readonly problem: ProblemBuilder,
  ) {}

  relate(of: NumberOfPlace, register: Register): void {
    const { indicator } = of.whole.numbers.place;
    for (const code of indicator.within ?? []) {
      const outer = findIndicator(code);
      if (outer) this.isWithin(of, outer, register);
    }
    if (isRunning(of.whole.numbers.place)) {
      this.isWithinLonger(of, register);
      this.isCoveredInTime(of);
    }
    const alongCentres = indicator.addsUp.centre;
    if (alongCentres === 'overlap' || alongCentres === 'covered') this.isCoveredInPlace(of, register);
  }

  /** It is no more than another figure, of its place and a time that holds its own, as a whole or by its parts. */
  private isWithin(
    { whole, terms, window, state }: NumberOfPlace,
    outer: Indicator,
    register: Register,
  ): void {
    const { indicator, region, attributes } = whole.numbers.place;
    const place = placeOf(outer, region, attributes);
    const covers = this.families
      .of(place, register)
      .filter(({ shape }) => shape !== 'none' && shape !== 'last');
    const inner = indicator.kind === 'stock' ? { from: window.to, to: window.to } : window;
    for (const parts of [[place], ...covers.map((cover) => cover.parts)]) {
      const cells = parts.map(({ key }) => this.places.get(key));
      for (const longer of cells[0]?.numbers.windows() ?? []) {
        if (!contains(longer, inner)) continue;
        const most = cells.map((one) =>
          one?.isCorrectedTotal(longer, state) === false ? one.terms(longer, state) : undefined,
        );
        if (most.every((one) => one !== undefined)) this.problem.atMost(terms, most.flat());
      }
    }
  }

  /** It is no more than a larger region has in a longer time, also where neither is told for the other's. */
  private isWithinLonger({ whole, terms, window, state }: NumberOfPlace, register: Register): void {
    const { place } = whole.numbers;
    if (place.indicator.addsUp.centre === 'covered') return;
    const centres = centresOf(place.region, register);
    for (const outer of this.places.values()) {
      const { place: other } = outer.numbers;
      const isSame = placeOf(other.indicator, place.region, other.attributes).key === place.key;
      if (!isSame || other.key === place.key || outer.terms(window, state)) continue;
      const all = new Set(centresOf(other.region, register));
      if (!centres.every((centre) => all.has(centre))) continue;
      for (const longer of outer.numbers.windows()) {
        const most = contains(longer, window) && !outer.isCorrectedTotal(longer, state);
        const told = most ? outer.terms(longer, state) : undefined;
        if (told) this.problem.atMost(terms, told);
      }
    }
  }

  /** What runs in a time runs in one of the times that it is made of. */
  private isCoveredInTime({ whole, terms, window, state }: NumberOfPlace): void {
    const inside = whole.numbers
      .windows()
      .filter((one) => contains(window, one) && windowKey(one) !== windowKey(window));
    for (const first of inside) {
      if (first.from !== window.from) continue;
      const next = addDays(first.to, 1);
      for (const last of inside) {
        if (last.to !== window.to || last.from === null || last.from > next) continue;
        this.isCovered(
          terms,
          [first, last].map((part) => whole.terms(part, state)),
        );
      }
    }
    for (const periods of whole.numbers.periods(state)) {
      const own = periods.filter((one) => contains(window, one));
      const days = own.toSorted((a, b) => (a.to < b.to ? -1 : 1));
      const isFilled =
        days[0]?.from === window.from &&
        days.at(-1)?.to === window.to &&
        days.every((day, index) => index === 0 || day.from === addDays(days[index - 1]?.to ?? '', 1));
      if (isFilled)
        this.isCovered(
          terms,
          days.map((part) => whole.terms(part, state)),
        );
    }
  }

  /** Regions that together hold all its centres count as much; what is in what they have in common, they count twice. */
  private isCoveredInPlace(of: NumberOfPlace, register: Register): void {
    const { place } = of.whole.numbers;
    const all = centresOf(place.region, register);
    const at = (centres: readonly string[]): Terms | undefined => {
      const { key } = placeOf(place.indicator, regionOfCentres(centres), place.attributes);
      return this.places.get(key)?.terms(of.window, of.state);
    };
    const inside = this.within(of, all, register);
    for (const part of inside) {
      const rest = all.filter((centre) => !part.centres.includes(centre));
      this.isCovered(of.terms, [part.terms, ...rest.map((centre) => at([centre]))]);
      for (const other of inside) {
        if (!rest.every((centre) => other.centres.includes(centre))) continue;
        const both = part.centres.filter((centre) => other.centres.includes(centre));
        const common = place.indicator.addsUp.centre === 'overlap' && both.length > 0 ? at(both) : undefined;
        this.isCovered([...of.terms, ...(common ?? [])], [part.terms, other.terms]);
      }
    }
  }

  /** Regions of several centres within the own one, of the same indicator and cell. */
  private within({ whole, window, state }: NumberOfPlace, all: readonly string[], register: Register) {
    const { place } = whole.numbers;
    return [...this.places.values()].flatMap((cells) => {
      const other = cells.numbers.place;
      const isSame = placeOf(other.indicator, place.region, other.attributes).key === place.key;
      if (!isSame || other.key === place.key) return [];
      const centres = centresOf(other.region, register);
      const terms = cells.terms(window, state);
      const isInside = centres.length > 1 && centres.every((centre) => all.includes(centre));
      return isInside && terms ? [{ centres, terms }] : [];
    });
  }

  private isCovered(terms: Terms, parts: readonly (Terms | undefined)[]): void {
    if (parts.every((part) => part !== undefined)) this.problem.atMost(terms, parts.flat());
  }
}

const centresOf = ({ centres }: Region, register: Register): string[] =>
  centres === 'all' ? register.centres() : [...centres];

const isRunning = (place: Place): boolean =>
  place.indicator.addsUp.year === 'overlap' && !addsUpOverTime(place);
