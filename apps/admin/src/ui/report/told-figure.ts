import {
  cellsBy,
  findIndicator,
  type Breakdown,
  type EditionCell,
  type EditionFigure,
  type TextFigure,
} from '@fieldlab/domain';

/** A figure that a text names, in what a report or edition has: itself, and the cell of it that is meant. */
export interface ToldFigure {
  figure: EditionFigure;
  cell: EditionCell | undefined;
}

/** Undefined where there is no such figure at all. */
export function toldFigure(
  named: TextFigure,
  figures: readonly EditionFigure[],
  ways: readonly Breakdown[],
): ToldFigure | undefined {
  const code = findIndicator(named.indicator)?.code;
  const figure = figures.find(({ indicator }) => indicator === code);
  if (!figure) return undefined;
  const cells = named.by === undefined ? [] : cellsBy(figure, named.by, ways);
  return { figure, cell: cells.find(({ key }) => key === named.key) };
}
