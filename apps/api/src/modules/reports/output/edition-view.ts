import {
  cellsBy,
  cellLabel,
  longDate,
  NETHERLANDS,
  spokenValue,
  type Breakdown,
  type EditionChange,
  type EditionFigure,
  type FigureUnit,
  type FigureValue,
  type Language,
  type SealedEdition,
} from '@fieldlab/domain';

/** An edition in the words of its language, for paper and for sheets alike. */
export interface EditionView {
  language: Language;
  title: string;
  words: Words;
  /** What it is about: programme, scope, dates, edition. */
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

const WORDS = {
  nl: {
    edition: 'Editie',
    figures: 'Kerncijfers',
    indicator: 'Cijfer',
    value: 'Waarde',
    tables: 'Uitsplitsingen',
    changes: 'Wat er veranderde sinds de vorige editie',
    from: 'Was',
    to: 'Is',
    why: 'Waarom',
    definitions: 'Definities',
    provenance: 'Herkomst',
    contents: 'Inhoud',
    programme: 'Programma',
    scope: 'Bereik',
    period: 'Periode',
    asOf: 'Peildatum',
    knownAt: 'Zoals bekend op',
    publishedAt: 'Gepubliceerd op',
    reason: 'Reden van deze editie',
    seal: 'Zegel (SHA-256)',
    suppressed: 'afgeschermd',
    empty: 'leeg',
    suppressedNote: 'Afgeschermd: achter zo weinig bedrijven zou één bedrijf herkenbaar zijn.',
    rows: 'rijen',
    between: (low: number, high: number) =>
      `tussen ${low} en ${high} als mogelijke dubbelen één bedrijf blijken`,
    withoutNumber: (count: number) => `${count} zonder KvK-nummer`,
    withoutSize: (count: number) => `${count} zonder bekende grootte`,
    unconfirmed: (count: number) => `${count} niet bevestigd in de laatste vier rondes`,
  },
  en: {
    edition: 'Edition',
    figures: 'Key figures',
    indicator: 'Figure',
    value: 'Value',
    tables: 'Breakdowns',
    changes: 'What changed since the edition before',
    from: 'Was',
    to: 'Is',
    why: 'Why',
    definitions: 'Definitions',
    provenance: 'Provenance',
    contents: 'Contents',
    programme: 'Programme',
    scope: 'Scope',
    period: 'Period',
    asOf: 'As of',
    knownAt: 'As known at',
    publishedAt: 'Published on',
    reason: 'Reason for this edition',
    seal: 'Seal (SHA-256)',
    suppressed: 'withheld',
    empty: 'empty',
    suppressedNote: 'Withheld: behind so few companies a single one could be recognised.',
    rows: 'rows',
    between: (low: number, high: number) =>
      `between ${low} and ${high} if possible duplicates are one company`,
    withoutNumber: (count: number) => `${count} without a registration number`,
    withoutSize: (count: number) => `${count} of unknown size`,
    unconfirmed: (count: number) => `${count} not confirmed in the last four rounds`,
  },
} as const;
export type Words = (typeof WORDS)[Language];

const BREAKDOWN_WORDS: Record<Language, Record<Breakdown, string>> = {
  nl: {
    centre: 'praktijkomgeving',
    kind: 'soort',
    hub: 'hub',
    year: 'jaar',
    quarter: 'kwartaal',
    technology: 'technologie',
    province: 'provincie',
    sizeClass: 'grootte',
    level: 'niveau',
    source: 'bron',
    form: 'vorm',
    funder: 'financier',
    claimLevel: 'onderbouwing',
  },
  en: {
    centre: 'centre',
    kind: 'kind',
    hub: 'hub',
    year: 'year',
    quarter: 'quarter',
    technology: 'technology',
    province: 'province',
    sizeClass: 'size',
    level: 'level',
    source: 'source',
    form: 'form',
    funder: 'funder',
    claimLevel: 'claim level',
  },
};

export const breakdownWord = (by: Breakdown, language: Language): string => BREAKDOWN_WORDS[language][by];

export function viewOf(edition: SealedEdition): EditionView {
  const { language } = edition;
  const words: Words = WORDS[language];
  const titleOf = (code: string) =>
    edition.definitions.find((one) => one.code === code)?.title[language] ?? code;
  return {
    ...{ language, words, title: edition.report.title, text: edition.readableText },
    facts: factsOf(edition, words),
    figures: edition.figures.map((figure) => ({
      title: titleOf(figure.indicator),
      value: shown(figure, figure.unit, language),
      quality: qualityText(figure, words),
    })),
    tables: edition.figures.flatMap((figure) =>
      edition.by.flatMap((by) => {
        const cells = cellsBy(figure, by, edition.by);
        if (cells.length === 0) return [];
        const largest = Math.max(...cells.map(({ value }) => Number(value ?? 0)));
        const rows = cells.map(({ key, label, value, suppressed }): TableRow => ({
          label: cellLabel(by, key, language, NETHERLANDS) ?? label,
          value: shown({ value, suppressed }, figure.unit, language),
          part: value === null || largest <= 0 ? null : Number(value) / largest,
        }));
        const hides = cells.some(({ suppressed }) => suppressed);
        const way = breakdownWord(by, language);
        return [
          {
            title: `${titleOf(figure.indicator)}, ${language === 'nl' ? 'per' : 'by'} ${way}`,
            columns: [way, words.value] as [string, string],
            note: hides ? words.suppressedNote : null,
            rows,
          },
        ];
      }),
    ),
    changes: (edition.changes ?? []).map((change) => changeView(change, edition, titleOf)),
    definitions: edition.definitions.map(({ code, version, title, definition }) => ({
      title: title[language],
      reference: `${code}@${version}`,
      text: definition[language],
    })),
    provenance: provenanceOf(edition, words),
  };
}

function shown(
  { value, suppressed }: { value: FigureValue; suppressed?: boolean | undefined },
  unit: FigureUnit,
  language: Language,
): string {
  if (suppressed) return WORDS[language].suppressed;
  return value === null ? WORDS[language].empty : spokenValue(value, unit, language);
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
  { indicator, by, key, from, to, reasons }: EditionChange,
  { figures, language }: SealedEdition,
  titleOf: (code: string) => string,
): EditionView['changes'][number] {
  const unit = figures.find((figure) => figure.indicator === indicator)?.unit ?? 'count';
  const cell =
    by === undefined || key === undefined ? '' : `, ${cellLabel(by, key, language, NETHERLANDS) ?? key}`;
  const why = reasons.map(({ label, change }) =>
    change === undefined
      ? label
      : `${Number(change) > 0 ? '+' : ''}${spokenValue(change, unit, language)} ${label}`,
  );
  return {
    title: `${titleOf(indicator)}${cell}`,
    from: shown({ value: from }, unit, language),
    to: shown({ value: to }, unit, language),
    why: why.join('; '),
  };
}

function factsOf(
  { programme, scope, asOf, from, edition, language }: SealedEdition,
  words: Words,
): [string, string][] {
  return [
    ...(programme === null ? [] : [[words.programme, programme] as [string, string]]),
    ...(scope === 'programme' ? [] : [[words.scope, scope.replace(/^\w+:/, '')] as [string, string]]),
    ...(from === null
      ? []
      : [[words.period, `${longDate(from, language)} – ${longDate(asOf, language)}`] as [string, string]]),
    [words.asOf, longDate(asOf, language)],
    [words.edition, String(edition)],
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
