import { UNKNOWN_CELL, type Breakdown } from '@fieldlab/domain';
import type { CentreAt } from './engine-context';

/** The cells in which a centre lies along a dimension that is read off centres. */
const CELLS: Partial<Record<Breakdown, (centre: CentreAt) => string[]>> = {
  centre: (centre) => [centre.code],
  kind: (centre) => [centre.kind],
  hub: (centre) => [centre.kind === 'HUB' ? centre.code : (centre.hubCode ?? UNKNOWN_CELL)],
  technology: (centre) =>
    centre.technologies.length > 0 ? [...new Set(centre.technologies)] : [UNKNOWN_CELL],
  province: (centre) => [centre.province ?? UNKNOWN_CELL],
};

/** How `by` places centres in cells; undefined when it is not read off centres. */
export function centreCellsBy(by: Breakdown | undefined): ((centre: CentreAt) => string[]) | undefined {
  return by === undefined ? undefined : CELLS[by];
}
