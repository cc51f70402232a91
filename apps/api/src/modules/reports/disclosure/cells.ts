import {
  cellsBy,
  hundredthsOf,
  type Breakdown,
  type EditionDocument,
  type FigureUnit,
  type FigureValue,
} from '@fieldlab/domain';
import type { FirmsBehind } from '../../figures/frozen-figures.service';

/** One number of an edition that the public may or may not have. */
export interface Cell {
  id: string;
  indicator: string;
  unit: FigureUnit;
  by: Breakdown | undefined;
  key: string | undefined;
  /** In hundredths; of a ratio too. Nothing to divide is 0. */
  value: number;
  isRatio: boolean;
  /** Undefined where no firms stand behind it. */
  behind: FirmsBehind | undefined;
  suppressed: boolean;
  /** Everybody has it already, so that suppressing it hides nothing. */
  known: boolean;
}

/** The firms behind each cell, by its id. */
export type BehindCells = ReadonlyMap<string, FirmsBehind>;

export const cellId = (indicator: string, by?: Breakdown, key?: string): string =>
  by === undefined ? indicator : `${indicator}|${by}|${key ?? ''}`;

const amountOf = (value: FigureValue): number => Number(hundredthsOf(value) ?? 0n);

/** Every number of an edition. A zero stands there for what it is: nobody is behind it. */
export function cellsOfDocument({ figures, by: ways }: EditionDocument, behind: BehindCells): Cell[] {
  return figures.flatMap((figure) => {
    const { indicator, unit } = figure;
    const isRatio = unit === 'percent' || unit === 'ratio';
    const cell = (value: FigureValue, by?: Breakdown, key?: string): Cell => {
      const id = cellId(indicator, by, key);
      return {
        ...{ id, indicator, unit, by, key, isRatio },
        ...{ value: amountOf(value), behind: behind.get(id), suppressed: false, known: false },
      };
    };
    return [
      cell(figure.value),
      ...ways.flatMap((by) => cellsBy(figure, by, ways).map(({ key, value }) => cell(value, by, key))),
    ];
  });
}
