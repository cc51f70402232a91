import {
  breakdownSource,
  findIndicator,
  type Breakdown,
  type EditionDocument,
  type Indicator,
} from '@fieldlab/domain';
import type { Grain } from '../../../figures/register-shares.service';
import { isPeriod, publishedCells } from '../published-cells';

/**
 * What numbers of documents tell apart: whether centres, and along which breakdowns. What none of them tells apart is
 * never computed by itself, so what companies add is measured without it: of a hundred thousand companies that is the
 * difference between some megabytes and some gigabytes.
 */
export function grainOf(documents: readonly EditionDocument[]): Grain {
  const told = new Map<Indicator, Set<Breakdown | undefined>>();
  const tell = (indicator: Indicator, by: Breakdown | undefined): void => {
    const ways = told.get(indicator) ?? new Set();
    told.set(indicator, ways);
    if (isPeriod(by) || ways.has(by)) return;
    ways.add(by);
    // A ratio tells its parts, and what is certain cells of another tells those of it.
    for (const part of [...(indicator.madeOf ?? []), ...(indicator.partOf ? [indicator.partOf] : [])]) {
      const other = findIndicator(part.indicator);
      if (other) for (const way of [part.by, by]) tell(other, way);
    }
  };
  for (const document of documents) {
    // A cell that is left out is 0, which tells as much.
    for (const { indicator } of publishedCells(document)) {
      for (const by of [undefined, ...document.by]) tell(indicator, by);
    }
  }
  const all = [...told].flatMap(([indicator, ways]) =>
    [...ways].flatMap((by) => (by === undefined ? [] : [{ indicator, by }])),
  );
  const isOfCentres = all.some(({ indicator, by }) => breakdownSource(by, indicator) === 'centre');
  const countsPairs = [...told.keys()].some(({ counts }) => counts === 'pair');
  return {
    isByCentre: isOfCentres || countsPairs || documents.some(({ scope }) => scope !== 'programme'),
    breakdowns: [...new Set(all.map(({ by }) => by))],
  };
}
