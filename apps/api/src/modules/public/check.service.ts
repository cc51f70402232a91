import { Inject, Injectable } from '@nestjs/common';
import {
  cellsBy,
  howEqual,
  numbersIn,
  type Breakdown,
  type EditionDocument,
  type EditionFigure,
  type FigureValue,
  type Language,
} from '@fieldlab/domain';
import type { PublicEdition } from '../reports/editions.service';
import type { CheckedNumbers, Match } from './public.dto';
import { PublicReportsService } from './public-reports.service';

/** More answers to one number than this help nobody. */
const MOST_MATCHES = 12;

interface Told {
  figure: EditionFigure;
  cell: Match['cell'];
  value: number;
  shown: FigureValue;
}

/** "Where does this number come from?": every number in a text with the published figures that it equals. */
@Injectable()
export class CheckService {
  constructor(@Inject(PublicReportsService) private readonly reports: PublicReportsService) {}

  async check(text: string, language: Language): Promise<CheckedNumbers> {
    const written = numbersIn(text);
    const editions = written.length > 0 ? await this.reports.all() : [];
    const newest = new Map(editions.map((edition) => [edition.reportId, edition]));
    const told = editions.map((edition) => ({ edition, numbers: numbersOf(edition.document) }));
    return {
      numbers: written.map((number) => {
        const matches = told.flatMap(({ edition, numbers }) =>
          numbers.flatMap((one) => {
            const how = howEqual(number, one.value, one.figure.unit);
            return how ? [{ how, ...this.describe(edition, one, newest, language) }] : [];
          }),
        );
        const { text: said, start, end, value } = number;
        return { text: said, start, end, value, matches: matches.sort(byCloseness).slice(0, MOST_MATCHES) };
      }),
    };
  }

  private describe(
    { reportId, number, document }: PublicEdition,
    { figure, cell, shown }: Told,
    newest: ReadonlyMap<string, PublicEdition>,
    language: Language,
  ): Omit<Match, 'how'> {
    const { indicator, definitionVersion, unit } = figure;
    const definition = document.definitions.find(({ code }) => code === indicator);
    const { asOf, from, knownAt, scope, report } = document;
    const last = newest.get(reportId);
    const now = last && last.number !== number ? valueIn(last.document, indicator, cell) : undefined;
    return {
      ...{ indicator, definitionVersion, unit, cell, asOf, from, knownAt, scope, report, edition: number },
      title: definition?.title[language] ?? indicator,
      definition: definition?.definition[language] ?? '',
      value: shown,
      url: this.reports.addressOf(reportId, number),
      ...(now === undefined || now === shown ? {} : { restatedTo: now }),
    };
  }
}

/** Exact before rounded, totals before cells, the newest edition first. */
const byCloseness = (a: Match, b: Match): number =>
  a.how.localeCompare(b.how) ||
  Number(a.cell !== null) - Number(b.cell !== null) ||
  b.knownAt.localeCompare(a.knownAt);

/** Every number that an edition tells; what is suppressed is none, and neither is nothing. */
function numbersOf(document: EditionDocument): Told[] {
  return document.figures.flatMap((figure) => {
    const told = (shown: FigureValue, cell: Match['cell']): Told[] =>
      shown === null || Number(shown) === 0 ? [] : [{ figure, cell, value: Number(shown), shown }];
    return [
      ...told(figure.value, null),
      ...document.by.flatMap((by) =>
        cellsBy(figure, by, document.by).flatMap(({ key, label, value }) => told(value, { by, key, label })),
      ),
    ];
  });
}

function valueIn(document: EditionDocument, indicator: string, cell: Match['cell']): FigureValue | undefined {
  const figure = document.figures.find((one) => one.indicator === indicator);
  if (!figure || !cell) return figure?.value;
  return cellsBy(figure, cell.by as Breakdown, document.by).find(({ key }) => key === cell.key)?.value;
}
