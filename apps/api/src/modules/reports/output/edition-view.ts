import {
  changedCell,
  findIndicator,
  longDate,
  NETHERLANDS,
  spokenValue,
  toldValue,
  type Breakdown,
  type EditionChange,
  type EditionDefinition,
  type EditionFigure,
  type FiguresAnswer,
  type Language,
  type SealedEdition,
} from '@fieldlab/domain';
import type { Block } from '@fieldlab/report-text';
import { paperText } from './paper-text';
import { themesOf, type Theme } from './edition-themes';
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
  /** Its text, with the figures in it. */
  blocks: Block[];
  figures: { title: string; value: string; quality: string | null }[];
  /** Where it is broken down: a report, with a page for every theme. Empty in a letter. */
  themes: Theme[];
  changes: { title: string; from: string; to: string; why: string }[];
  definitions: { title: string; reference: string; text: string }[];
  provenance: [string, string][];
}
export function viewOf(edition: SealedEdition): EditionView {
  const { language } = edition;
  const words: Words = WORDS[language];
  const titleOf = (code: string) =>
    edition.definitions.find((one) => one.code === code)?.title[language] ?? code;
  return {
    ...{ language, words, title: edition.report.title, blocks: paperText(edition) },
    edition: String(edition.edition),
    facts: factsOf(edition, words),
    figures: edition.figures.map((figure) => ({
      title: titleOf(figure.indicator),
      value: toldValue(figure, figure.unit, language),
      quality: qualityText(figure, words),
    })),
    themes:
      edition.by.length === 0
        ? []
        : themesOf({
            ...edition,
            titleOf,
            changesOf: (code) => changeSentences(edition, code),
          }),
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
    ...{ language, words, title: words.figures, edition: null, blocks: [], changes: [] },
    facts: [
      ...factsOf({ programme: null, scope, asOf, from, language }, words),
      ...(answer.countBy ? [[words.countedBy, words.group] as [string, string]] : []),
    ],
    figures: figures.map(({ indicator, value, unit }) => ({
      title: titleOf(indicator),
      value: toldValue({ value }, unit, language),
      quality: null,
    })),
    themes:
      by === undefined
        ? []
        : themesOf({
            ...{ figures, by: [by], asOf, language, sectorVersion, titleOf },
            changesOf: () => [],
          }),
    definitions: indicators.map((indicator) => definitionView(indicator, language)),
    provenance: [
      [words.asOf, longDate(asOf, language)],
      [words.knownAt, instantText(knownAt, language)],
    ],
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

/** What the edition says of a figure as a whole that the one before said otherwise. */
function changeSentences(edition: SealedEdition, code: string): string[] {
  const { language, figures } = edition;
  const unit = figures.find(({ indicator }) => indicator === code)?.unit ?? 'count';
  return (edition.changes ?? [])
    .filter(({ indicator, by }) => indicator === code && by === undefined)
    .map(({ from, to, reasons }) =>
      WORDS[language].changed(
        edition.definitions.find((one) => one.code === code)?.title[language] ?? code,
        toldValue({ value: from }, unit, language),
        toldValue({ value: to }, unit, language),
        reasons.map(({ label }) => label).join(', '),
      ),
    );
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
    timeZone: NETHERLANDS.timeZone,
  }).format(new Date(instant));

function provenanceOf(edition: SealedEdition, words: Words): [string, string][] {
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
