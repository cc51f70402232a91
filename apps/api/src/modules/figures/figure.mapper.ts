import {
  cellLabel,
  NETHERLANDS,
  sectionLabel,
  type Breakdown,
  type Figure,
  type FigureCell,
  type FigureValue,
  type Indicator,
  type Language,
} from '@fieldlab/domain';
import { TOTAL, type CellValues, type EngineContext, type Slice } from './engine/engine-context';

/** The cells of one indicator as measured, and its periods, which are all there even when they are 0. */
export interface MeasuredCells {
  by: Breakdown;
  slices: readonly Slice[];
  values: CellValues | undefined;
}

/** Where a figure is shown: what the names of cells are read off, and the reader's language. */
export interface Showing extends Pick<EngineContext, 'centres' | 'sectorScheme'> {
  language: Language;
  /** Of an indicator that demands evidence. */
  withoutEvidence?: number | undefined;
}

export function toFigure(
  indicator: Indicator,
  total: CellValues | undefined,
  cells: MeasuredCells | undefined,
  showing: Showing,
): Figure {
  const figure: Figure = {
    indicator: indicator.code,
    definitionVersion: indicator.version,
    unit: indicator.unit,
    value: toValue(indicator, total?.get(TOTAL)),
    ...(showing.withoutEvidence !== undefined && { withoutEvidence: showing.withoutEvidence }),
  };
  return cells ? { ...figure, breakdown: toBreakdown(indicator, cells, showing) } : figure;
}

/** Counts and FTE are numbers; euros have two decimals, percentages one, ratios two; nothing to divide is null. */
export function toValue({ unit }: Pick<Indicator, 'unit'>, measured: string | undefined): FigureValue {
  switch (unit) {
    case 'count':
    case 'FTE':
      return Number(measured ?? 0);
    case 'EUR':
      return measured ?? '0.00';
    case 'percent':
    case 'ratio':
      return measured ?? null;
  }
}

const isNothing = (value: FigureValue): boolean => value === null || Number(value) === 0;

/** The cells as they are shown: by key, those that are nothing left out except of periods. */
export function toBreakdown(
  indicator: Indicator,
  { by, slices, values }: MeasuredCells,
  { centres, sectorScheme, language }: Showing,
): FigureCell[] {
  const names = new Map(centres.map((centre) => [centre.code, centre.name]));
  const nameOf = (key: string): string | undefined =>
    by === 'sector' ? sectorScheme && sectionLabel(sectorScheme, key, language) : names.get(key);
  const cell = (key: string): FigureCell => ({
    key,
    label: cellLabel(by, key, language, NETHERLANDS) ?? nameOf(key) ?? key,
    value: toValue(indicator, values?.get(key)),
  });
  if (by === 'year' || by === 'quarter') {
    return slices.map((slice) => cell(slice.key));
  }
  return [...(values?.keys() ?? [])]
    .map(cell)
    .filter(({ value }) => !isNothing(value))
    .sort((a, b) => a.key.localeCompare(b.key));
}
