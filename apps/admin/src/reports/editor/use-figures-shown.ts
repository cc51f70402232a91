import {
  cellsBy,
  currentIndicators,
  findIndicator,
  textPieces,
  type Breakdown,
  type EditionFigure,
  type Language,
  type TextFigure,
} from '@fieldlab/domain';
import { useMemo } from 'react';
import { useFormat } from '../../i18n/format';
import { useLanguage, useT } from '../../i18n/use-t';
import { useFigures } from '../../providers/figures';
import { useFiguresBy } from '../../providers/figures-by-way';
import type { ReportDraft, ReportWithFigures } from '../../providers/reports';
import { toldFigure, type ToldFigure } from '../../ui/report/told-figure';
import type { LookUp, ShownFigure } from './chips';
import type { Pick } from './picks';
import { namedIn } from './schema';
import type { LastEdition } from './use-last-edition';

/** Some figures, with the ways in which they are broken down. */
interface Known {
  figures: readonly EditionFigure[];
  ways: readonly Breakdown[];
}

/** What the figures of a report are now: those in its text, and all that can be put in it. */
export function useFiguresShown(
  report: ReportWithFigures,
  draft: ReportDraft,
  last: LastEdition | undefined,
): { look: LookUp; picks: Pick[] } {
  const known = useKnown(report, draft);
  const tell = useTelling();
  return useMemo(() => {
    const find = (named: TextFigure): ToldFigure | undefined => foundIn(known, named);
    const former = (named: TextFigure): ToldFigure | undefined =>
      last && toldFigure(named, last.figures, last.by);
    const look: LookUp = (source) => {
      const named = namedIn(source);
      return named ? tell(named, find(named), former(named)) : { name: source, value: '', about: '' };
    };
    return { look, picks: picksOf(known, look) };
  }, [known, tell, last]);
}

/** What the report itself has comes first: it is what will be read. The rest is asked of the register. */
function useKnown(report: ReportWithFigures, draft: ReportDraft): readonly Known[] {
  const { asOf, from, scope, text } = draft;
  const isAsSaved = asOf === report.asOf && from === report.from && scope === report.scope;
  const asked = { asOf, from: from ?? undefined, scope, knownAt: report.knownAt ?? undefined };
  const { data } = useFigures(asked);
  const named = textPieces(text).flatMap((piece) =>
    typeof piece === 'object' && piece.by ? [piece.by] : [],
  );
  const ways = [...new Set(named)].filter((by) => !isAsSaved || !report.by.includes(by)).sort();
  const broken = useFiguresBy(asked, ways);
  return useMemo(
    () => [
      ...(isAsSaved ? [{ figures: report.figures, ways: report.by }] : []),
      ...broken.map(({ by, figures }) => ({ figures, ways: [by] })),
      ...(data ? [{ figures: data.figures, ways: [] }] : []),
    ],
    [isAsSaved, report.figures, report.by, broken, data],
  );
}

/** Where a cell is meant, what has no such breakdown knows nothing of it. */
function foundIn(known: readonly Known[], named: TextFigure): ToldFigure | undefined {
  for (const { figures, ways } of known) {
    if (named.by !== undefined && !ways.includes(named.by)) continue;
    const told = toldFigure(named, figures, ways);
    if (told) return told;
  }
  return undefined;
}

type Tell = (named: TextFigure, now: ToldFigure | undefined, former: ToldFigure | undefined) => ShownFigure;

function useTelling(): Tell {
  const suppressed = useT()('reports.suppressed');
  const language = useLanguage();
  const { figure: write } = useFormat();
  return useMemo(() => {
    const value = (named: TextFigure, told: ToldFigure | undefined): string | undefined => {
      if (!told) return undefined;
      const { figure, cell } = told;
      const shown = named.by === undefined ? figure : cell;
      if (shown?.suppressed) return suppressed;
      // A cell in which there is nothing is not among the cells.
      return write(shown ? shown.value : 0, figure.unit);
    };
    return (named, now, former) => {
      const [is, was] = [value(named, now) ?? '…', value(named, former)];
      const differs = now !== undefined && was !== undefined && was !== is;
      const label = now?.cell?.label ?? former?.cell?.label;
      return { ...wordsFor(named, label, language), value: is, ...(differs && { former: was }) };
    };
  }, [suppressed, language, write]);
}

function wordsFor(
  { indicator: reference, by, key = '' }: TextFigure,
  label: string | undefined,
  language: Language,
) {
  const indicator = findIndicator(reference);
  const title = indicator?.title[language] ?? reference;
  const name = by === undefined ? title : `${title}, ${label ?? key}`;
  return { name, about: indicator?.definition[language] ?? '' };
}

function picksOf(known: readonly Known[], look: LookUp): Pick[] {
  return currentIndicators.flatMap(({ code }): Pick[] => {
    const source = `{{${code}}}`;
    const whole = look(source);
    const parts = known.flatMap(({ figures, ways }) => {
      const figure = figures.find(({ indicator }) => indicator === code);
      return figure ? ways.flatMap((by) => partsOf(figure, by, ways)) : [];
    });
    return [
      { source, title: whole.name, value: whole.value },
      ...parts.map(({ source: cell, label }) => ({
        source: cell,
        title: whole.name,
        part: label,
        value: look(cell).value,
      })),
    ];
  });
}

const partsOf = (figure: EditionFigure, by: Breakdown, ways: readonly Breakdown[]) =>
  cellsBy(figure, by, ways).map(({ key, label }) => ({
    source: `{{${figure.indicator}:${by}=${key}}}`,
    label,
  }));
