import type { Figure, FiguresAnswer, Language } from '@fieldlab/domain';
import { formatDate, formatValue, titleOf } from './figure-format';

const WORDS = {
  en: {
    asOf: 'As of',
    from: 'From',
    knownAt: 'As known at',
    scope: 'Scope',
    start: 'the beginning',
    countBy: 'Counted by',
    group: 'group',
  },
  nl: {
    asOf: 'Peildatum',
    from: 'Vanaf',
    knownAt: 'Zoals bekend op',
    scope: 'Bereik',
    start: 'het begin',
    countBy: 'Geteld per',
    group: 'concern',
  },
} as const;

/** The figures as a person likes to read them in a terminal: words left, numbers right, cells under their figure. */
export function figureTable(answer: FiguresAnswer, language: Language): string {
  const rows = answer.figures.flatMap((figure) => rowsOf(figure, language));
  const [left, right] = [widest(rows.map(([words]) => words)), widest(rows.map(([, number]) => number))];
  const lines = rows.map(([words, number]) => `  ${words.padEnd(left)}  ${number.padStart(right)}`.trimEnd());
  return [heading(answer, language), '', ...lines, ''].join('\n');
}

function heading({ asOf, from, knownAt, scope, countBy }: FiguresAnswer, language: Language): string {
  const words = WORDS[language];
  const facts = [
    [words.asOf, formatDate(asOf, language)],
    [words.from, from === null ? words.start : formatDate(from, language)],
    [words.knownAt, knownAt],
    [words.scope, scope],
    ...(countBy ? [[words.countBy, words.group] as const] : []),
  ] as const;
  const width = widest(facts.map(([name]) => name));
  return facts.map(([name, fact]) => `${name.padEnd(width)}  ${fact}`).join('\n');
}

function rowsOf(figure: Figure, language: Language): [string, string][] {
  const total: [string, string] = [
    titleOf(figure, language),
    formatValue(figure.value, figure.unit, language),
  ];
  const cells = (figure.breakdown ?? []).map(({ label, value }): [string, string] => [
    `  ${label}`,
    formatValue(value, figure.unit, language),
  ]);
  return cells.length > 0 ? [total, ...cells, ['', '']] : [total];
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
