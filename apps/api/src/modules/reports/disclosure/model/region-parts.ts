import type { Window } from '../published-cells';
import type { PlacedCell } from './place-numbers';
import type { Place } from './place';
import { EVERYWHERE, placeOf, regionOfCentres } from './places';
import type { Register } from './register';
import { windowKey } from './windows';

interface Numbers {
  place: Place;
  cells: PlacedCell[];
}

/**
 * What regions are made of that overlap each other, where a figure adds up over centres: the sets of centres that no
 * region tells apart. Nobody publishes their numbers, but everybody knows that each region is the sum of its own, in
 * every time in which one of them is public: hubs, provinces and technologies together may tell what one centre has.
 */
export class RegionParts {
  /** By the key of a place. */
  private readonly parts = new Map<string, Place[]>();

  /** @param places gets the parts as well, in all times in which a region is public that holds them */
  constructor(places: Map<string, Numbers>, registers: readonly Register[]) {
    const all = [...new Set(registers.flatMap((register) => register.centres()))];
    const groups = new Map<string, Numbers[]>();
    for (const numbers of places.values()) {
      const { indicator, attributes } = numbers.place;
      if (indicator.addsUp.centre !== 'sum') continue;
      const { key } = placeOf(indicator, EVERYWHERE, attributes);
      groups.set(key, [...(groups.get(key) ?? []), numbers]);
    }
    for (const group of groups.values()) this.divide(group, all, places);
  }

  of({ key }: Place): Place[] {
    return this.parts.get(key) ?? [];
  }

  private divide(group: readonly Numbers[], all: readonly string[], places: Map<string, Numbers>): void {
    for (const centres of undivided(group, all)) {
      const [centre = ''] = centres;
      const holding = group.filter(
        ({ place: { region } }) => region.centres === 'all' || region.centres.has(centre),
      );
      const [first] = holding;
      // What one region alone is made of is that region.
      if (!first || (holding.length === 1 && group.length === 1)) continue;
      const { indicator, attributes } = first.place;
      const part = placeOf(indicator, regionOfCentres(centres), attributes);
      const larger = holding.filter(({ place }) => !isRegion(place, centres, all));
      if (larger.length === 0) continue;
      for (const { place } of larger) this.parts.set(place.key, [...this.of(place), part]);
      const known = places.get(part.key) ?? { place: part, cells: [] };
      places.set(part.key, known);
      const times = new Set(known.cells.map(timeOf));
      for (const { window, state } of larger.flatMap(({ cells }) => cells)) {
        const time = timeOf({ window, state });
        if (times.has(time)) continue;
        times.add(time);
        known.cells.push({ window, state, status: 'implied', isNew: false, names: [], isHeadline: false });
      }
    }
  }
}

const timeOf = ({ window, state }: { window: Window; state: number }): string =>
  `${windowKey(window)} ${state}`;

const isRegion = ({ region }: Place, centres: readonly string[], all: readonly string[]): boolean =>
  (region.centres === 'all' ? all.length : region.centres.size) === centres.length;

/** The sets of centres that the same regions hold. */
function undivided(group: readonly Numbers[], all: readonly string[]): string[][] {
  const sets = new Map<string, string[]>();
  for (const centre of all) {
    const holders = group.flatMap(({ place: { region } }, index) =>
      region.centres === 'all' || region.centres.has(centre) ? [index] : [],
    );
    if (holders.length === 0) continue;
    const signature = holders.join(' ');
    sets.set(signature, [...(sets.get(signature) ?? []), centre]);
  }
  return [...sets.values()];
}
