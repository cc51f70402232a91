import {
  BREAKDOWNS,
  breakdownSource,
  outerBreakdown,
  type Additivity,
  type Breakdown,
} from '@fieldlab/domain';
import { isPeriod } from '../published-cells';
import type { PlaceCells } from './place-cells';
import type { Place } from './place';
import { placeOf, regionOfCentres, within } from './places';
import type { Attribute } from './region';
import type { RegionParts } from './region-parts';
import type { Register } from './register';

/** Places that together make up another, and how. */
export interface Family {
  shape: Additivity;
  parts: Place[];
}

/** Of which other places a place is made, as everybody knows. */
export class PlaceFamilies {
  constructor(
    private readonly places: ReadonlyMap<string, PlaceCells>,
    private readonly parts: RegionParts,
  ) {}

  of(place: Place, register: Register): Family[] {
    const parts = this.parts.of(place);
    return [
      ...(parts.length > 0 ? [{ shape: 'sum' as const, parts }] : []),
      ...this.regionFamilies(place, register),
      ...this.attributeFamilies(place),
      ...this.innerFamilies(place),
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
    const { indicator, attributes } = place;
    const ways = BREAKDOWNS.filter((by) => attributes.every((one) => one.by !== by));
    return ways.flatMap((by) => {
      const shape = indicator.addsUp[by];
      if (shape === undefined || isPeriod(by) || breakdownSource(by, indicator) === 'centre') return [];
      const below = this.restricted(place, attributes, ({ by: own }) => own === by);
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

  /** A cell is made of the cells of another breakdown that lie in it: a province of its municipalities. */
  private innerFamilies(place: Place): Family[] {
    const { indicator, attributes } = place;
    return attributes.flatMap((attribute) => {
      const others = attributes.filter((one) => one !== attribute);
      return BREAKDOWNS.flatMap((by) => {
        const outer = outerBreakdown(by);
        const shape = indicator.addsUp[by];
        if (outer?.by !== attribute.by || shape === undefined || attribute.keys.length !== 1) return [];
        const isInside = (key: string): boolean => outer.cellOf(key) === attribute.keys[0];
        const parts = this.restricted(place, others, (own) => own.by === by && own.keys.every(isInside));
        return parts.length > 0 ? [{ shape, parts }] : [];
      });
    });
  }

  /** The places of the same numbers in the same region with these attributes and one more. */
  private restricted(
    { indicator, region }: Place,
    attributes: Place['attributes'],
    isTheOther: (attribute: Attribute) => boolean,
  ): Place[] {
    return [...this.places.values()]
      .map(({ numbers }) => numbers.place)
      .filter(
        (other) =>
          other.indicator === indicator &&
          other.region.key === region.key &&
          other.attributes.length === attributes.length + 1 &&
          other.attributes.some(isTheOther) &&
          attributes.every((one) => placeHas(other, one)),
      );
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
}

const placeHas = (place: Place, { by, keys }: { by: Breakdown; keys: readonly string[] }): boolean =>
  place.attributes.some((own) => own.by === by && own.keys.join() === keys.join());

const distinct = (places: readonly Place[]): Place[] => [
  ...new Map(places.map((place) => [place.key, place])).values(),
];
