import { COMPANY_BREAKDOWNS, findIndicator, UNKNOWN_CELL, type Breakdown } from '@fieldlab/domain';
import { daysOf, type SliceDays } from '../columns/days';
import { isPeriodic } from '../columns/firm-tally';
import { companiesKnown, type FirmsAt } from '../columns/firms-at';
import { inTurns } from '../../../platform/work/in-turns';
import {
  evidencedAt,
  RECORDS_AT_ONCE,
  recordsIn,
  TRAITS_FROM,
  type RecordKind,
  type Records,
  type RecordTraits,
} from '../columns/records';
import { ownCells } from '../columns/own-cells';
import type { ColumnsAt } from '../columns/register-columns';
import { NONE } from '../columns/versions';
import { centreCellsBy } from './centre-cells';
import { TOTAL, type EngineContext, type Slice } from './engine-context';
import type { RecordFamilySpec, RecordMeasure } from './record-spec';
import { Sum } from './sum';

/** A slice as records are looked at in it: in which cells the record at a place lies. */
export interface RecordSlice extends SliceDays {
  key: string;
  cellsOf: (place: number) => readonly string[];
}

/** Answers whether the record at a place counts in a slice. */
export type Counts = (place: number, slice: SliceDays) => boolean;

/** The records of one kind in a scope, for as long as a question about them lasts. */
export class RecordRun<Kind extends RecordKind> {
  private constructor(
    private readonly spec: RecordFamilySpec<Kind>,
    private readonly context: EngineContext,
    private readonly at: ColumnsAt,
    readonly records: Records,
    private readonly companies: FirmsAt,
  ) {}

  static async open<Kind extends RecordKind>(
    spec: RecordFamilySpec<Kind>,
    context: EngineContext,
  ): Promise<RecordRun<Kind>> {
    const at = await context.register.columns();
    const records = await recordsIn(spec.kind, spec.ofCompanies, context, at);
    return new RecordRun(spec, context, at, records, await companiesKnown(at));
  }

  /** Visits every record of the scope, or of the cell to which it is narrowed, in each of the slices. */
  async visit(work: (place: number, slice: RecordSlice) => void): Promise<void> {
    const { slices, by, only } = this.context;
    for (const slice of slices) {
      const seen = { key: slice.key, ...daysOf(slice), cellsOf: await this.cellsBy(by, slice) };
      const cellOf = await this.attributeCell(only?.by, slice);
      await inTurns(this.records.length, RECORDS_AT_ONCE, (from, to) => {
        for (let place = from; place < to; place += 1) {
          if (!cellOf || cellOf(place) === only?.key) work(place, seen);
        }
      });
    }
  }

  /** Visits those that count. */
  async visitCounted(counts: Counts, work: (place: number) => void): Promise<void> {
    await this.visit((place, slice) => {
      if (counts(place, slice)) work(place);
    });
  }

  /**
   * Which records an indicator counts: of what has evidence alone, where it demands that.
   * @param ever also what is not there any more on the last day, where what is there is counted
   */
  counting(code: string, ever = false): Counts {
    const counts = this.countingAll(code, ever);
    if (findIndicator(code)?.demandsEvidence !== true) return counts;
    const has = this.evidenced();
    return (place, slice) => counts(place, slice) && has(place);
  }

  /** Which records an indicator counts whether there is evidence of them or not. */
  countingAll(code: string, ever = false): Counts {
    const { date, end, company } = this.records;
    const { isBusiness } = this.companies;
    const { counts, isStock = false, adds } = this.measure(code);
    const passes = this.byTraits(counts);
    const isThere: Counts = isStock
      ? (place, { to }) => (date[place] ?? 0) <= to && (ever || to < (end[place] ?? 0))
      : (place, { from, to }) => (date[place] ?? 0) <= to && (date[place] ?? 0) >= from;
    const isOf = (place: number): boolean => adds !== 'business' || isBusiness[company[place] ?? NONE] === 1;
    return (place, slice) => isThere(place, slice) && passes(place) && isOf(place);
  }

  /** Which records have evidence: of their own, or hanging from them. */
  evidenced(): (place: number) => boolean {
    const { evidenced, kind } = this.spec;
    if (!evidenced) throw new Error(`Nothing of ${kind} has evidence`);
    const own = this.byTraits(evidenced);
    const pieces = evidencedAt(this.at, kind);
    return (place) => own(place) || pieces[this.records.record[place] ?? NONE] === 1;
  }

  /** Makes what adds an indicator up, cell by cell. */
  sums(code: string): () => Sum {
    const { adds, under } = this.measure(code);
    const isUnder = under && this.byTraits(under);
    return () => new Sum(adds, this.records, isUnder);
  }

  /** What `read` says of the traits of the record at a place; of each combination it is asked once. */
  byTraits<T>(read: (traits: RecordTraits<Kind>) => T): (place: number) => T {
    const { values } = this.at.copy.traits[TRAITS_FROM[this.spec.kind]];
    const said = once((number) => read(values[number] as RecordTraits<Kind>));
    return (place) => said(this.records.traits[place] ?? NONE);
  }

  measure(code: string): RecordMeasure<RecordTraits<Kind>> {
    const measure = this.spec.measures[code];
    if (!measure) throw new Error(`${code} is not read off ${this.spec.kind}`);
    return measure;
  }

  /** The id of the record at a place, of its company, which may be none, and of its centres. */
  idOf(place: number): string {
    return this.at.copy.ids[this.spec.kind].idOf(this.records.record[place] ?? NONE);
  }
  companyOf(place: number): string | null {
    const company = this.records.company[place] ?? NONE;
    return company === NONE ? null : this.at.copy.ids.companies.idOf(company);
  }
  centresOf(place: number): readonly string[] {
    return this.at.copy.centres.values[this.records.centres[place] ?? NONE] ?? [];
  }

  /** Its cell along a breakdown that is read off the record or its company; undefined where it is read off neither. */
  async attributeCell(
    by: Breakdown | undefined,
    slice: Slice,
  ): Promise<((place: number) => string) | undefined> {
    const own = this.spec.attributes.find((attribute) => attribute === by);
    if (own === undefined) return undefined;
    if (!COMPANY_BREAKDOWNS.some((one) => one === own)) {
      return this.byTraits((traits: Partial<Record<string, string | null>>) => traits[own] ?? UNKNOWN_CELL);
    }
    const firms = await ownCells(own, this.context, this.at);
    const numbers = await firms?.numbersOn(slice);
    if (!firms || !numbers) return undefined;
    return (place) => firms.cells[numbers[this.records.company[place] ?? NONE] ?? NONE] ?? UNKNOWN_CELL;
  }

  private async cellsBy(
    by: Breakdown | undefined,
    slice: Slice,
  ): Promise<(place: number) => readonly string[]> {
    if (isPeriodic(this.context)) return always([slice.key]);
    const own = await this.attributeCell(by, slice);
    if (own) return (place) => [own(place)];
    const cellsOf = centreCellsBy(by);
    if (!cellsOf) return always([TOTAL]);
    const centres = new Map(this.context.centres.map((centre) => [centre.id, centre]));
    const lists = this.at.copy.centres.values;
    // Two centres of one record in one cell: the record lies in that cell once.
    const cells = once((number) => [
      ...new Set(
        lists[number]?.flatMap((id) => {
          const centre = centres.get(id);
          return centre ? cellsOf(centre) : [];
        }),
      ),
    ]);
    return (place) => cells(this.records.centres[place] ?? NONE);
  }
}

const always =
  <T>(value: T) =>
  (): T =>
    value;

/** Asks `read` of each number once. */
function once<T>(read: (number: number) => T): (number: number) => T {
  const known: (T | undefined)[] = [];
  return (number) => (known[number] ??= read(number));
}
