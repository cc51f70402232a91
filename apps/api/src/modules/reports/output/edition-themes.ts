import {
  breakdownName,
  cellLabel,
  cellsBy,
  INDICATOR_GROUPS,
  NETHERLANDS,
  PERIOD_BREAKDOWNS,
  toldValue,
  type Breakdown,
  type EditionFigure,
  type Language,
} from '@fieldlab/domain';
import { courseOf, type Course } from './course';
import { provinceMap } from './province-map';
import { WORDS } from './edition-words';

/** Figures that are read together, on a page of their own. */
export interface Theme {
  title: string;
  lead: FigureCard;
  others: FigureCard[];
  /** Where the lead is, as a picture. */
  map: string | null;
  mapNote: string;
  tables: ThemeTable[];
  /** What changed of these figures since the edition before, a sentence each. */
  changes: string[];
}

interface FigureCard {
  title: string;
  value: string;
  course: Course | null;
}

/** The figures of a theme beside each other, along one way of breaking them down. */
interface ThemeTable {
  title: string;
  /** What its rows are, and the figures. */
  columns: string[];
  rows: string[][];
  note: string | null;
}

/** As many figures as fit beside each other on paper, and rows that stand on one page under a heading. */
const MOST_COLUMNS = 4;
const MOST_ROWS = 34;

/** What the themes are made from, of an edition or of figures alike. */
export interface ThemeSource {
  figures: readonly EditionFigure[];
  by: readonly Breakdown[];
  asOf: string;
  language: Language;
  sectorVersion?: string | undefined;
  titleOf: (code: string) => string;
  /** Of a figure as a whole. */
  changesOf: (code: string) => string[];
}

/** The figures by theme, in the order in which people read them; what belongs to none comes last. */
export function themesOf(source: ThemeSource): Theme[] {
  const words = WORDS[source.language];
  const grouped = new Set(INDICATOR_GROUPS.flatMap(({ codes }): string[] => [...codes]));
  const groups = [
    ...INDICATOR_GROUPS.map(({ name, codes }) => ({
      title: words.themes[name],
      figures: codes.flatMap((code) => source.figures.find(({ indicator }) => indicator === code) ?? []),
    })),
    {
      title: words.themes.others,
      figures: source.figures.filter(({ indicator }) => !grouped.has(indicator)),
    },
  ];
  return groups.flatMap(({ title, figures }) => {
    const [lead, ...others] = figures;
    return lead ? [themeOf(title, lead, others, source)] : [];
  });
}

function themeOf(
  title: string,
  lead: EditionFigure,
  others: readonly EditionFigure[],
  source: ThemeSource,
): Theme {
  const figures = [lead, ...others];
  const words = WORDS[source.language];
  const provinces = cellsBy(lead, 'province', source.by);
  const mapOf = words.mapOf(source.titleOf(lead.indicator));
  return {
    title,
    lead: cardOf(lead, source),
    others: others.map((figure) => cardOf(figure, source)),
    map: provinceMap(provinces) ?? null,
    mapNote: provinces.some(({ suppressed }) => suppressed) ? `${mapOf} ${words.mapWithheld}` : mapOf,
    tables: source.by.flatMap((by) => tablesOf(figures, by, source)),
    changes: figures.flatMap(({ indicator }) => source.changesOf(indicator)),
  };
}

function cardOf(figure: EditionFigure, source: ThemeSource): FigureCard {
  const { asOf, language, by, titleOf } = source;
  return {
    title: titleOf(figure.indicator),
    value: toldValue(figure, figure.unit, language),
    course: courseOf(figure, cellsBy(figure, 'year', by), asOf, language),
  };
}

function tablesOf(figures: readonly EditionFigure[], by: Breakdown, source: ThemeSource): ThemeTable[] {
  const broken = figures.filter((figure) => cellsBy(figure, by, source.by).length > 0);
  return inParts(broken, MOST_COLUMNS).flatMap((some) => tablesOfFigures(some, by, source));
}

function tablesOfFigures(
  figures: readonly EditionFigure[],
  by: Breakdown,
  { by: ways, language, sectorVersion, titleOf }: ThemeSource,
): ThemeTable[] {
  const words = WORDS[language];
  const cells = figures.map((figure) => new Map(cellsBy(figure, by, ways).map((cell) => [cell.key, cell])));
  const labels = new Map(
    cells.flatMap((some) => [...some.values()].map(({ key, label }) => [key, label] as const)),
  );
  const keys = PERIOD_BREAKDOWNS.includes(by) ? [...labels.keys()].sort() : [...labels.keys()];
  const rows = keys.map((key) => [
    cellLabel(by, key, language, NETHERLANDS) ?? labels.get(key) ?? key,
    ...figures.map(({ unit }, index) => {
      const cell = cells[index]?.get(key);
      return cell ? toldValue(cell, unit, language) : '–';
    }),
  ]);
  const isWithheld = cells.some((some) => [...some.values()].some(({ suppressed }) => suppressed));
  const way = breakdownName(by, language, sectorVersion);
  const parts = inParts(rows, MOST_ROWS);
  return parts.map((part, index) => ({
    title: `${words.per} ${way}${index > 0 ? ` (${words.continued})` : ''}`,
    columns: [capitalised(way), ...figures.map(({ indicator }) => titleOf(indicator))],
    rows: part,
    note: isWithheld && index === parts.length - 1 ? words.suppressedNote : null,
  }));
}

/** In as few parts as there must be, each about as long as the others. */
function inParts<T>(all: readonly T[], most: number): T[][] {
  const count = Math.ceil(all.length / most);
  const size = Math.ceil(all.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
