import { CENTRE_BREAKDOWNS, UNKNOWN_CELL, type Breakdown, type CentreBreakdown } from '@fieldlab/domain';
import type { CentreAt } from './engine-context';

type CellsOf = (centre: CentreAt) => string[];

/** The cells in which a centre lies along a dimension that is read off centres. */
const CELLS: Record<CentreBreakdown, CellsOf> = {
  centre: (centre) => [centre.code],
  kind: (centre) => [centre.kind],
  hub: (centre) => [centre.kind === 'HUB' ? centre.code : (centre.hubCode ?? UNKNOWN_CELL)],
  technology: (centre) =>
    centre.technologies.length > 0 ? [...new Set(centre.technologies)] : [UNKNOWN_CELL],
  province: (centre) => [centre.province ?? UNKNOWN_CELL],
  municipality: (centre) => [centre.municipality ?? UNKNOWN_CELL],
};

/** How `by` places centres in cells; undefined when it is not read off centres. */
export function centreCellsBy(by: Breakdown | undefined): CellsOf | undefined {
  const own = CENTRE_BREAKDOWNS.find((one) => one === by);
  return own && CELLS[own];
}
