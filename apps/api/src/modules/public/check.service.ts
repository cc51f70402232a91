import { Inject, Injectable } from '@nestjs/common';
import {
  findIndicator,
  indicatorsNamed,
  likeliest,
  MOST_MATCHES,
  numbersIn,
  type FigureValue,
  type Language,
  type Likely,
} from '@fieldlab/domain';
import type { CheckedNumbers, Match } from './public.dto';
import { PublicReportsService } from './public-reports.service';
import { PublishedNumbersRepository, type ToldNumber } from './published-numbers.repository';

/** In bytes; with the numbers themselves and their definitions an answer stays under 200 kB, whatever it tells of. */
const MOST_OF_MATCHES = 110_000;

/** "Where does this number come from?": every number in a text with the published figures that it equals. */
@Injectable()
export class CheckService {
  constructor(
    @Inject(PublicReportsService) private readonly reports: PublicReportsService,
    @Inject(PublishedNumbersRepository) private readonly published: PublishedNumbersRepository,
  ) {}

  async check(text: string, language: Language): Promise<CheckedNumbers> {
    const numbers = numbersIn(text);
    const candidates = await this.published.candidates(
      numbers.map((written) => ({ written, named: [...indicatorsNamed(written.surroundings).keys()] })),
    );
    const found = numbers.map((written, place) => likeliest(written, candidates[place] ?? []));
    const matches = withinBounds(await this.described(found, language));
    return {
      numbers: numbers.map(({ text: said, start, end, value }, place) => ({
        ...{ text: said, start, end, value, matches: matches[place] ?? [] },
      })),
      definitions: definitionsOf(matches.flat(), language),
    };
  }

  private async described(
    found: readonly (readonly Likely<ToldNumber>[])[],
    language: Language,
  ): Promise<Match[][]> {
    const restated = await this.published.restated(found.flat().map(({ published }) => published));
    let place = 0;
    return found.map((likely) =>
      likely.map((one) => {
        const now = restated[place];
        place += 1;
        return this.describe(one, now, language);
      }),
    );
  }

  private describe(
    { how, published }: Likely<ToldNumber>,
    now: FigureValue | undefined,
    language: Language,
  ): Match {
    const { reportId, number, indicator, definitionVersion, unit, cell, shown, title } = published;
    const { asOf, from, knownAt, scope } = published;
    return {
      ...{ how, indicator, definitionVersion, unit, cell, asOf, from, knownAt, scope },
      title: findIndicator(`${indicator}@${definitionVersion}`)?.title[language] ?? indicator,
      value: shown,
      report: { id: reportId, title },
      edition: number,
      url: this.reports.addressOf(reportId, number),
      ...(now === undefined || now === shown ? {} : { restatedTo: now }),
    };
  }
}

/** The likeliest answers to every number, and of the others so many as fit. */
function withinBounds(matches: readonly (readonly Match[])[]): Match[][] {
  const kept: Match[][] = matches.map(() => []);
  let bytes = 0;
  for (let rank = 0; rank < MOST_MATCHES; rank += 1) {
    for (const [place, likely] of matches.entries()) {
      const match = likely[rank];
      if (!match) continue;
      bytes += Buffer.byteLength(JSON.stringify(match));
      if (bytes > MOST_OF_MATCHES) return kept;
      kept[place]?.push(match);
    }
  }
  return kept;
}

function definitionsOf(matches: readonly Match[], language: Language): CheckedNumbers['definitions'] {
  const references = new Set(matches.map((match) => `${match.indicator}@${match.definitionVersion}`));
  return [...references].flatMap((reference) => {
    const indicator = findIndicator(reference);
    return indicator ? [{ reference, definition: indicator.definition[language] }] : [];
  });
}
