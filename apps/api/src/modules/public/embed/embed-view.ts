import {
  breakdownName,
  cellLabel,
  cellsBy,
  findIndicator,
  longDate,
  NETHERLANDS,
  PERIOD_BREAKDOWNS,
  shortValue,
  toldValue,
  type Breakdown,
  type EditionCell,
  type EditionFigure,
  type FigureUnit,
  type Language,
  type SealedEdition,
} from '@fieldlab/domain';
import { EMBED_WORDS } from './embed-words';

/** A figure of a public edition as it stands on somebody else's page. */
export interface EmbedView {
  language: Language;
  title: string;
  /** The figure as a whole. */
  value: string;
  /** The day or period that it is about. */
  when: string;
  /** Which edition says so, of which programme. */
  source: string;
  seal: string;
  /** Where the edition is read. */
  address: string;
  /** Its cells; undefined where the figure is asked as a whole. */
  chart?: EmbedChart;
}

export interface EmbedChart {
  shape: 'columns' | 'bars';
  /** What the cells are, such as `Provincie`. */
  head: string;
  cells: { label: string; value: string; short: string; /** Of the largest, 0 to 1. */ part: number }[];
  /** What is to be known beside it, such as why something is withheld. */
  notes: string[];
}

/** More cells than this are no picture; the edition has them all. */
const MOST_CELLS = 60;

/** What is asked to be shown of an edition. */
export interface EmbedQuestion {
  indicator: string;
  by?: Breakdown | undefined;
  language?: Language | undefined;
}

/** What an edition says of a figure, as it says it; undefined where it says nothing of it. */
export function embedViewOf(
  edition: SealedEdition,
  { indicator, by, language = edition.language }: EmbedQuestion,
  address: string,
): EmbedView | undefined {
  const figure = edition.figures.find((one) => one.indicator === indicator);
  const cells = figure && by !== undefined ? cellsBy(figure, by, edition.by) : [];
  if (!figure || (by !== undefined && cells.length === 0)) return undefined;
  const words = EMBED_WORDS[language];
  const name = edition.definitions.find(({ code }) => code === indicator)?.title[language] ?? indicator;
  const way = by === undefined ? undefined : breakdownName(by, language, edition.sectorVersion);
  const { programme, report, seal } = edition;
  return {
    ...{ language, address, seal },
    title: way === undefined ? name : words.by(name, way),
    value: toldValue(figure, figure.unit, language),
    when: whenOf(figure, edition, language),
    source: [...(programme === null ? [] : [programme]), words.edition(edition.edition, report.title)].join(
      ' · ',
    ),
    ...(by === undefined || way === undefined
      ? {}
      : { chart: { ...chartOf(cells, { by, unit: figure.unit, language }), head: capitalised(way) } }),
  };
}

function whenOf({ indicator }: EditionFigure, { asOf, from }: SealedEdition, language: Language): string {
  const words = EMBED_WORDS[language];
  const isOfADay = findIndicator(indicator)?.kind === 'stock' || from === null;
  return isOfADay
    ? `${words.asOf} ${longDate(asOf, language)}`
    : words.period(longDate(from, language), longDate(asOf, language));
}

function chartOf(
  cells: readonly EditionCell[],
  { by, unit, language }: { by: Breakdown; unit: FigureUnit; language: Language },
): Omit<EmbedChart, 'head'> {
  const words = EMBED_WORDS[language];
  const largest = Math.max(...cells.map(({ value }) => Number(value ?? 0)));
  return {
    shape: PERIOD_BREAKDOWNS.includes(by) ? 'columns' : 'bars',
    cells: cells.slice(0, MOST_CELLS).map((cell) => ({
      label: cellLabel(by, cell.key, language, NETHERLANDS) ?? cell.label,
      value: toldValue(cell, unit, language),
      short: shortValue(cell, unit, language),
      part: largest > 0 ? Math.max(0, Number(cell.value ?? 0)) / largest : 0,
    })),
    notes: [
      ...(cells.length > MOST_CELLS ? [words.more(cells.length - MOST_CELLS)] : []),
      ...(cells.some(({ suppressed }) => suppressed) ? [words.withheld] : []),
    ],
  };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
