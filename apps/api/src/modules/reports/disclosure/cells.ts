import {
  cellsBy,
  hundredthsOf,
  type Breakdown,
  type EditionCell,
  type EditionDocument,
  type EditionFigure,
  type FigureUnit,
  type FigureValue,
} from '@fieldlab/domain';
import type { FirmsBehind } from '../../figures/frozen-figures.service';
import { numberOf, windowOf, type NumberOf } from './numbers';

/** One number that the public may or may not have, in whichever document it stands. */
export interface Cell extends NumberOf {
  unit: FigureUnit;
  /** In hundredths; of a ratio too. Nothing to divide is 0. */
  value: number;
  isRatio: boolean;
  /** What its document is about, and not a part of it. */
  isHeadline: boolean;
  /** Undefined where no firms stand behind it. */
  behind: FirmsBehind | undefined;
  suppressed: boolean;
  /** Everybody has it already, so that suppressing it hides nothing. */
  known: boolean;
}

/** What a document calls a number of its own. */
export const cellName = (indicator: string, by?: Breakdown, key?: string): string =>
  by === undefined ? indicator : `${indicator}|${by}|${key ?? ''}`;

/** The firms behind each number of a document, by its name there. */
export type BehindCells = ReadonlyMap<string, FirmsBehind>;

/** A number where a document tells it. */
export interface Told {
  indicator: string;
  by: Breakdown | undefined;
  key: string | undefined;
  cell: Cell;
}

/** The numbers of one document by the names they have there; two names may be one number. */
export interface Table extends Pick<EditionDocument, 'scope' | 'from' | 'asOf' | 'knownAt'> {
  ways: readonly Breakdown[];
  numbers: ReadonlyMap<string, Told>;
}

const amountOf = (value: FigureValue): number => Number(hundredthsOf(value) ?? 0n);

/** Every number of an edition. A zero stands there for what it is: nobody is behind it. */
export function tableOf(document: EditionDocument, behind: BehindCells = NOBODY): Table {
  const { figures, by: ways, scope, from, asOf, knownAt } = document;
  const cells = new Map<string, Cell>();
  const numbers = new Map<string, Told>();
  const put = (figure: EditionFigure, told: Shown, by?: Breakdown, key?: string): void => {
    const { indicator } = figure;
    const name = cellName(indicator, by, key);
    const fresh = cellOf(figure, told, numberOf(indicator, { scope, by, key }, windowOf(document, by, key)));
    const cell = cells.get(fresh.id) ?? { ...fresh, isHeadline: by === undefined, behind: behind.get(name) };
    if (fresh.suppressed) cell.suppressed = true;
    cells.set(cell.id, cell);
    numbers.set(name, { indicator, by, key, cell });
  };
  for (const figure of figures) {
    put(figure, figure);
    for (const by of ways) {
      for (const cell of cellsBy(figure, by, ways)) put(figure, cell, by, cell.key);
    }
  }
  return { ...{ scope, from, asOf, knownAt, ways }, numbers };
}

type Shown = Pick<EditionCell, 'value' | 'suppressed'>;

const cellOf = ({ unit }: EditionFigure, { value, suppressed }: Shown, number: NumberOf): Cell => ({
  ...number,
  unit,
  value: amountOf(value),
  isRatio: unit === 'percent' || unit === 'ratio',
  isHeadline: false,
  behind: undefined,
  suppressed: suppressed === true,
  known: false,
});

/** Documents about the same scope and days as one: a hub of the one is made of the centres of the other. */
export function joined(tables: readonly Table[]): Table[] {
  const together = new Map<string, Table>();
  for (const table of tables) {
    const key = [table.scope, table.from ?? '', table.asOf].join(' ');
    const other = together.get(key);
    const numbers = new Map([...(other?.numbers ?? []), ...table.numbers]);
    const ways = [...new Set([...(other?.ways ?? []), ...table.ways])];
    together.set(key, { ...table, ways, numbers });
  }
  return [...together.values()];
}

/** Every number of the tables once. */
export const cellsIn = (tables: readonly Table[]): Cell[] => [
  ...new Set(tables.flatMap(({ numbers }) => [...numbers.values()].map(({ cell }) => cell))),
];

const NOBODY: BehindCells = new Map<string, FirmsBehind>();
