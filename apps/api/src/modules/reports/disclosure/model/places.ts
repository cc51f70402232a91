import {
  breakdownSource,
  findIndicator,
  type Breakdown,
  type EditionDocument,
  type Indicator,
} from '@fieldlab/domain';
import { isPeriod } from '../published-cells';
import type { Attribute, Region } from './region';
import type { Place } from './place';
import type { Register } from './register';

export const EVERYWHERE: Region = { key: '*', centres: 'all' };

export function regionOfCentres(ids: readonly string[]): Region {
  const centres = new Set(ids);
  return { key: [...centres].sort().join(','), centres };
}

export function regionOfScope(scope: EditionDocument['scope'], register: Register): Region {
  const [kind = '', code = ''] = scope.split(/:(.*)/s);
  return kind === 'programme' ? EVERYWHERE : regionOfCentres(register.centres(kind as Breakdown, code));
}

/** The part of a region that lies in a cell of a breakdown that is read off centres. */
export function within(region: Region, by: Breakdown, key: string, register: Register): Region {
  const { centres } = region;
  return regionOfCentres(register.centres(by, key).filter((id) => centres === 'all' || centres.has(id)));
}

/** An indicator that is certain cells of another is those cells: the same numbers under another name. */
export function placeOf(indicator: Indicator, region: Region, attributes: readonly Attribute[] = []): Place {
  const { partOf } = indicator;
  const whole = partOf?.by === undefined ? undefined : findIndicator(partOf.indicator);
  if (partOf?.by !== undefined && whole) {
    return placeOf(whole, region, restricted(attributes, { by: partOf.by, keys: partOf.keys ?? [] }));
  }
  const named = attributes.map(({ by, keys }) => `${by}=${[...keys].sort().join('+')}`).sort();
  return { key: [indicator.code, region.key, ...named].join('|'), indicator, region, attributes };
}

/** In these cells alone, also where it is restricted along that breakdown already. */
function restricted(attributes: readonly Attribute[], { by, keys }: Attribute): Attribute[] {
  const before = attributes.find((one) => one.by === by);
  const both = before ? keys.filter((key) => before.keys.includes(key)) : keys;
  return [...attributes.filter((one) => one !== before), { by, keys: both }];
}

/** Where a cell of a document is. */
export function placeOfCell(
  indicator: Indicator,
  scope: Region,
  { by, key = '' }: { by: Breakdown | undefined; key: string | undefined },
  register: Register,
): Place {
  if (by === undefined || isPeriod(by)) return placeOf(indicator, scope);
  if (breakdownSource(by, indicator) === 'centre')
    return placeOf(indicator, within(scope, by, key, register));
  return placeOf(indicator, scope, [{ by, keys: [key] }]);
}

/** Answers whether its numbers add up over time: what it counts has one day, and its cell does not depend on another. */
export const addsUpOverTime = ({ indicator, attributes }: Place): boolean =>
  indicator.addsUp.year === 'sum' &&
  attributes.every(({ by }) => breakdownSource(by, indicator) !== 'company');
