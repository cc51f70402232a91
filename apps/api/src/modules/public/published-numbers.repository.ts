import { Inject, Injectable } from '@nestjs/common';
import { reachOf, type FigureValue, type PublishedNumber, type WrittenNumber } from '@fieldlab/domain';
import { Database } from '../../platform/database/database';
import { rowsOf, sql, type Sql } from '../../platform/database/sql';

/** A published number with the edition that tells it. */
export interface ToldNumber extends PublishedNumber {
  reportId: string;
  number: number;
  definitionVersion: number;
  cell: { by: string; key: string; label: string } | null;
  shown: FigureValue;
  title: string;
  asOf: string;
  from: string | null;
  knownAt: string;
}

/** What is asked of one written number: what its value may be, and what the words beside it speak of. */
export interface Question {
  written: WrittenNumber;
  named: readonly string[];
}

interface Row extends Omit<ToldNumber, 'cell' | 'labelWords'> {
  [column: string]: unknown;
  place: number;
  by: string;
  key: string;
  label: string;
  words: string;
}

/** Of every number so many are looked at, those first whose words are in the text. */
const MOST_CANDIDATES = 20;

/** Every number that is public, found by its value. */
@Injectable()
export class PublishedNumbersRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** For every question the published numbers that may be its answer. */
  async candidates(questions: readonly Question[]): Promise<ToldNumber[][]> {
    const asked = questions.map(({ written, named }, place) => {
      const { value, unit, surroundings } = written;
      return { place, value, ...reachOf(written), unit, named, sentence: surroundings.sentence };
    });
    const rows = await this.read<Row>(
      sql`select a.place, c.*
            from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
                 as a (place integer, value float8, low float8, high float8, unit text, named text[], sentence text)
           cross join lateral (
             select n.report_id as "reportId", n.number, n.indicator, n.definition_version as "definitionVersion",
                    n.unit, n.by, n.key, n.label, n.label_words as words, n.value::float8 as value, n.shown, e.title,
                    e.scope, e.as_of as "asOf", e."from", e.known_at as "knownAt", e.published_at as "publishedAt"
               from published_numbers n join public_editions e using (report_id, number)
              where n.value between a.low::numeric and a.high::numeric and n.value <> 0
                and (a.unit is null or n.unit = a.unit)
              order by n.indicator = any(a.named) desc, n.by <> '' and strpos(a.sentence, n.label_words) > 0 desc,
                       n.by = '' desc, n.value = a.value::numeric desc, e.scope = 'programme' desc,
                       e.published_at desc
              limit ${MOST_CANDIDATES}) c`,
    );
    const found: ToldNumber[][] = questions.map(() => []);
    for (const row of rows) found[row.place]?.push(toToldNumber(row));
    return found;
  }

  /** What the newest edition of each one's report says in its place; undefined where it says nothing of it. */
  async restated(numbers: readonly ToldNumber[]): Promise<(FigureValue | undefined)[]> {
    const asked = numbers.map(({ reportId, indicator, cell }, place) => ({
      ...{ place, report: reportId, indicator, by: cell?.by ?? '', key: cell?.key ?? '' },
    }));
    const rows = await this.read<{ place: number; shown: FigureValue }>(
      sql`select a.place, n.shown
            from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
                 as a (place integer, report uuid, indicator text, by text, key text)
            join published_numbers n
              on n.report_id = a.report and n.indicator = a.indicator and n.by = a.by and n.key = a.key
             and n.number = (select max(e.number) from public_editions e where e.report_id = a.report)`,
    );
    const now: (FigureValue | undefined)[] = numbers.map(() => undefined);
    for (const { place, shown } of rows) now[place] = shown;
    return now;
  }

  private read<Found extends Record<string, unknown>>(statement: Sql): Promise<Found[]> {
    return this.database.listing(({ client }) => rowsOf<Found>(client, statement));
  }
}

function toToldNumber({ by, key, label, words, place: _, ...told }: Row): ToldNumber {
  const cell = by === '' ? null : { by, key, label };
  return { ...told, cell, labelWords: cell ? words : undefined };
}
