import {
  breakdownName,
  cellsBy,
  cellLabel,
  changedCell,
  findIndicator,
  longDate,
  NETHERLANDS,
  spokenValue,
  toldValue,
  type Breakdown,
  type EditionCell,
  type EditionChange,
  type EditionDefinition,
  type EditionFigure,
  type FiguresAnswer,
  type FigureUnit,
  type Language,
  type SealedEdition,
} from '@fieldlab/domain';
import { WORDS, type Words } from './edition-words';

/** An edition in the words of its language, for paper and for sheets alike. */
export interface EditionView {
  language: Language;
  title: string;
  words: Words;
  /** Its number; null for what was never published. */
  edition: string | null;
  /** What it is about: programme, scope, dates. */
  facts: [string, string][];
  /** Markdown with the figures in it. */
  text: string;
  figures: { title: string; value: string; quality: string | null }[];
  tables: { title: string; columns: [string, string]; note: string | null; rows: TableRow[] }[];
  changes: { title: string; from: string; to: string; why: string }[];
  definitions: { title: string; reference: string; text: string }[];
  provenance: [string, string][];
}
interface TableRow {
  label: string;
  value: string;
  /** Its part of the largest of its table, 0 to 1; what is withheld has none. */
  part: number | null;
}

export function viewOf(edition: SealedEdition): EditionView {
  const { language } = edition;
  const words: Words = WORDS[language];
  const titleOf = (code: string) =>
    edition.definitions.find((one) => one.code === code)?.title[language] ?? code;
  return {
    ...{ language, words, title: edition.report.title, text: edition.readableText },
    edition: String(edition.edition),
    facts: factsOf(edition, words),
    figures: edition.figures.map((figure) => ({
      title: titleOf(figure.indicator),
      value: toldValue(figure, figure.unit, language),
      quality: qualityText(figure, words),
    })),
    tables: edition.figures.flatMap((figure) =>
      edition.by.flatMap((by) => {
        const cells = cellsBy(figure, by, edition.by);
        return cells.length === 0
          ? []
          : [tableOf({ ...edition, figure, by, cells, title: titleOf(figure.indicator) })];
      }),
    ),
    changes: (edition.changes ?? []).map((change) => changeView(change, edition, titleOf)),
    definitions: edition.definitions.map((definition) => definitionView(definition, language)),
    provenance: provenanceOf(edition, words),
  };
}

/** Figures as the calculator gives them, as a document of their own: without text, and sealed by nobody. */
export function viewOfFigures(
  answer: FiguresAnswer,
  by: Breakdown | undefined,
  language: Language,
): EditionView {
  const words: Words = WORDS[language];
  const { asOf, from, knownAt, scope, figures, sectorVersion } = answer;
  const indicators = figures.flatMap(
    ({ indicator, definitionVersion }) => findIndicator(`${indicator}@${definitionVersion}`) ?? [],
  );
  const titleOf = (code: string) => indicators.find((one) => one.code === code)?.title[language] ?? code;
  return {
    ...{ language, words, title: words.figures, edition: null, text: '', changes: [] },
    facts: [
      ...factsOf({ programme: null, scope, asOf, from, language }, words),
      ...(answer.countBy ? [[words.countedBy, words.group] as [string, string]] : []),
    ],
    figures: figures.map(({ indicator, value, unit }) => ({
      title: titleOf(indicator),
      value: toldValue({ value }, unit, language),
      quality: null,
    })),
    tables: figures.flatMap((figure) =>
      by !== undefined && figure.breakdown && figure.breakdown.length > 0
        ? [
            tableOf({
              ...{ figure, by, cells: figure.breakdown, title: titleOf(figure.indicator), language },
              sectorVersion,
            }),
          ]
        : [],
    ),
    definitions: indicators.map((indicator) => definitionView(indicator, language)),
    provenance: [
      [words.asOf, longDate(asOf, language)],
      [words.knownAt, instantText(knownAt, language)],
    ],
  };
}

interface Table {
  figure: Pick<EditionFigure, 'unit'>;
  by: Breakdown;
  cells: readonly EditionCell[];
  title: string;
  language: Language;
  sectorVersion?: string | undefined;
}

function tableOf({
  figure,
  by,
  cells,
  title,
  language,
  sectorVersion,
}: Table): EditionView['tables'][number] {
  const words: Words = WORDS[language];
  const largest = Math.max(...cells.map(({ value }) => Number(value ?? 0)));
  const way = breakdownName(by, language, sectorVersion);
  return {
    title: `${title}, ${language === 'nl' ? 'per' : 'by'} ${way}`,
    columns: [`${way.charAt(0).toUpperCase()}${way.slice(1)}`, words.value],
    note: cells.some(({ suppressed }) => suppressed) ? words.suppressedNote : null,
    rows: cells.map(({ key, label, value, suppressed }) => ({
      label: cellLabel(by, key, language, NETHERLANDS) ?? label,
      value: toldValue({ value, suppressed }, figure.unit, language),
      part: value === null || largest <= 0 ? null : Number(value) / largest,
    })),
  };
}

function definitionView(
  { code, version, title, definition }: EditionDefinition,
  language: Language,
): EditionView['definitions'][number] {
  return { title: title[language], reference: `${code}@${version}`, text: definition[language] };
}

function qualityText({ quality }: EditionFigure, words: Words): string | null {
  if (!quality) return null;
  const [low, high] = quality.between;
  const parts = [
    ...(low < high ? [words.between(low, high)] : []),
    ...(quality.withoutNumber > 0 ? [words.withoutNumber(quality.withoutNumber)] : []),
    ...(quality.withoutSizeClass > 0 ? [words.withoutSize(quality.withoutSizeClass)] : []),
    ...((quality.unconfirmed ?? 0) > 0 ? [words.unconfirmed(quality.unconfirmed ?? 0)] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : null;
}

function changeView(
  change: EditionChange,
  edition: SealedEdition,
  titleOf: (code: string) => string,
): EditionView['changes'][number] {
  const { indicator, from, to, reasons } = change;
  const { figures, language } = edition;
  const unit = figures.find((figure) => figure.indicator === indicator)?.unit ?? 'count';
  const cell = changedCell(change, edition, language);
  const why = reasons.map(({ label, change: added }) =>
    added === undefined
      ? label
      : `${Number(added) > 0 ? '+' : ''}${spokenValue(added, unit, language)} ${label}`,
  );
  return {
    title: `${titleOf(indicator)}${cell === undefined ? '' : `, ${cell}`}`,
    from: toldValue({ value: from }, unit, language),
    to: toldValue({ value: to }, unit, language),
    why: why.join('; '),
  };
}

type Facts = Pick<SealedEdition, 'programme' | 'scope' | 'asOf' | 'from' | 'language'>;

function factsOf({ programme, scope, asOf, from, language }: Facts, words: Words): [string, string][] {
  return [
    ...(programme === null ? [] : [[words.programme, programme] as [string, string]]),
    ...(scope === 'programme' ? [] : [[words.scope, scope.replace(/^\w+:/, '')] as [string, string]]),
    ...(from === null
      ? []
      : [[words.period, `${longDate(from, language)} – ${longDate(asOf, language)}`] as [string, string]]),
    [words.asOf, longDate(asOf, language)],
  ];
}

/** An instant in the time of the programme's country, to the minute. */
const instantText = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  }).format(new Date(instant));

export function provenanceOf(edition: SealedEdition, words: Words): [string, string][] {
  const { knownAt, publishedAt, reason, seal, asOf, language } = edition;
  return [
    [words.asOf, longDate(asOf, language)],
    [words.knownAt, instantText(knownAt, language)],
    [words.publishedAt, instantText(publishedAt, language)],
    [words.edition, String(edition.edition)],
    ...(reason === undefined ? [] : [[words.reason, reason] as [string, string]]),
    [words.seal, seal],
  ];
}
