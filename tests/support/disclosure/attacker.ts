import { addDays, type EditionDocument } from '@fieldlab/domain';
import { FirmUnknowns, type Row, type Term } from './firm-unknowns';
import { LinearProgramme } from './linear-programme';
import { isEverywhere, nameOf, numbersOf, type PublicNumber } from './public-numbers';
import { isSummed, RecordUnknowns } from './record-unknowns';
import {
  addedTo,
  COUNTED,
  isSensitive,
  neededWidth,
  RATIOS,
  totalOf,
  type Added,
  type FigureQuestion,
} from './sample-figures';
import { isKnown, type Fact } from './sample-register';

/** A number that must not be computed too closely: a sum of public numbers. */
interface Target {
  name: string;
  code: string;
  terms: Term[];
  value: number;
  /** How far apart its bounds must be. */
  width: number;
}
export interface Exposure extends Omit<Target, 'terms'> {
  bounds: [number, number];
}

type Numbers = readonly PublicNumber[];

/**
 * An attacker who knows everything public, how figures are counted, and which numbers a correction left alone; and
 * nothing of how the product protects itself. He computes the bounds of every number that nobody told and that few firms
 * stand behind: suppressed cells, their sums, stretches of time, what a correction changed and the rests of totals.
 */
export class Attacker {
  readonly numbers: PublicNumber[];
  private readonly days: string[];

  constructor(
    documents: readonly EditionDocument[],
    private readonly facts: readonly Fact[],
    private readonly states: number,
  ) {
    this.numbers = documents.flatMap((document) => numbersOf(document, states));
    this.days = this.numbers.flatMap(({ from, to }) => [from, addDays(to, 1)]);
  }

  /**
   * What is computed too closely. He lays no total of the programme beside one of before a correction, in which it is
   * told that so much changed; but beside all of its own state of the register.
   */
  async exposed(): Promise<Exposure[]> {
    const found: Exposure[] = [];
    for (const code of this.families()) {
      const own = this.numbers.filter((number) => familyOf(number.code) === code);
      const views = [own.filter((number) => !this.isCorrectedTotal(number))];
      for (const state of new Set(own.map((number) => number.state)))
        views.push(own.filter((number) => this.isSameState(code, number.state, state)));
      const distinct = new Map(views.map((view) => [view.map((one) => own.indexOf(one)).join(), view]));
      for (const view of distinct.values()) found.push(...(await this.exposedIn(view)));
    }
    return found;
  }

  suppressed(): number {
    return this.numbers.filter(({ isSuppressed }) => isSuppressed).length;
  }

  private families(): Set<string> {
    return new Set(this.numbers.map(({ code }) => familyOf(code)));
  }

  private isCorrectedTotal({ code, cell, centres, state, from, to }: PublicNumber): boolean {
    if (cell !== undefined || !isEverywhere({ centres })) return false;
    const totals = this.numbers.filter(
      (one) => one.code === code && one.cell === undefined && isEverywhere(one),
    );
    const first = Math.min(...totals.map((one) => one.state));
    const made = (at: number): string =>
      this.partsOf(code)
        .map((part) => contentOf(addedTo(this.facts, part, { centres, from, to, state: at })))
        .join();
    return made(state) !== made(first);
  }

  private partsOf(code: string): string[] {
    if (code === 'leverage') return ['investment_private', 'investment_public'];
    return code === 'sme_share' ? ['companies_participated'] : [code];
  }

  /** Answers whether nothing that figures of a family are read off differs. */
  private isSameState(family: string, one: number, other: number): boolean {
    const kinds = new Set(
      Object.entries(COUNTED).flatMap(([code, { kinds }]) => (familyOf(code) === family ? kinds : [])),
    );
    return this.facts.every((fact) => !kinds.has(fact.kind) || isKnown(fact, one) === isKnown(fact, other));
  }

  private async exposedIn(numbers: Numbers): Promise<Exposure[]> {
    const unknowns = new Unknowns(this.facts, this.days, this.states);
    const rows = numbers.flatMap((number) => rowsOf(number, unknowns));
    const targets = this.targets(numbers, unknowns);
    const { programme, termsOf } = programmeOf([...rows, ...unknowns.rows(numbers)], targets);
    const exposed: Exposure[] = [];
    for (const target of targets) {
      const { terms: _, ...plain } = target;
      const bounds = await programme.bounds(termsOf(target));
      if (bounds[1] - bounds[0] < target.width * 0.999) exposed.push({ ...plain, bounds });
    }
    programme.dispose();
    return exposed;
  }

  private targets(numbers: Numbers, unknowns: Unknowns): Target[] {
    const targets = new Map<string, Target>();
    const counted = numbers.filter(({ code }) => !(code in RATIOS));
    const told = new Set(counted.flatMap((one) => (one.isSuppressed ? [] : keyOf(unknowns.termsOf(one)))));
    const add = (name: string, code: string, terms: Term[], added: Added, isPrimary = true): void => {
      const value = totalOf(added);
      if (isPrimary && !isSensitive(code, added)) return;
      targets.set(keyOf(terms), { name, code, terms, value, width: neededWidth(code, value) });
    };
    const addedOf = ({ code, ...asked }: PublicNumber): Added => addedTo(this.facts, code, asked);
    for (const number of counted) {
      const terms = unknowns.termsOf(number);
      // Suppressed for the sake of others, and told elsewhere: no more is it a secret than it was.
      const isTold = told.has(keyOf(terms)) && !isSensitive(number.code, addedOf(number));
      if (number.isSuppressed && !isTold) add(nameOf(number), number.code, terms, addedOf(number), false);
    }
    for (const [one, other] of pairsIn(counted)) {
      const terms = [
        ...unknowns.termsOf(one),
        ...unknowns.termsOf(other).map(([factor, name]): Term => [-factor, name]),
      ];
      add(
        `${nameOf(one)} less ${nameOf(other)}`,
        one.code,
        cancelled(terms),
        differenceOf(addedOf(one), addedOf(other)),
      );
    }
    for (const union of unionsIn(counted)) {
      const [first] = union;
      if (first)
        add(
          `sum of ${union.map(nameOf).join(', ')}`,
          first.code,
          union.flatMap((one) => unknowns.termsOf(one)),
          sumOf(union.map(addedOf)),
        );
    }
    return [...targets.values()].filter(({ terms, value }) => terms.length > 0 && value !== 0);
  }
}

/** Numbers of one place of which the one holds the other's time, or which differ by a correction alone. */
function pairsIn(numbers: Numbers): [PublicNumber, PublicNumber][] {
  const placeOf = ({ code, centres, cell }: PublicNumber): string =>
    `${code} ${centres.join('')} ${cell?.by ?? ''} ${cell?.key ?? ''}`;
  return numbers.flatMap((one) =>
    numbers.flatMap((other): [PublicNumber, PublicNumber][] => {
      if (one === other || placeOf(one) !== placeOf(other)) return [];
      const isNested = other.from >= one.from && other.to <= one.to;
      if (!isNested || (one.document === other.document && one.by === other.by)) return [];
      // Of the whole programme only stretches of what adds up are compared: docs/decisions/0008.
      // Of the whole programme, totals are told with every correction, and counts over time are not compared.
      const isOverTime = !addsUpOverTime(one.code) && (one.from !== other.from || one.to !== other.to);
      return isEverywhere(one) && !one.cell && (one.state !== other.state || isOverTime)
        ? []
        : [[one, other]];
    }),
  );
}

/** The suppressed cells of a breakdown, whose sum everybody computes when all else of it is told. */
function unionsIn(numbers: Numbers): PublicNumber[][] {
  return numbers
    .filter(({ by, isSuppressed }) => by === undefined && !isSuppressed)
    .flatMap((whole) => {
      const cells = numbers.filter(
        ({ document, code, by }) => by !== undefined && document === whole.document && code === whole.code,
      );
      return [...new Set(cells.map(({ by }) => by))]
        .filter((by) => addsUp(whole.code, by))
        .map((by) => cells.filter((cell) => cell.by === by && cell.isSuppressed))
        .filter((union) => union.length > 1);
    });
}

function addsUp(code: string, by: string | undefined): boolean {
  if (by === 'technology' || by === undefined) return false;
  if (['sizeClass', 'sector', 'source', 'form', 'funder', 'claimLevel'].includes(by))
    return code !== 'production_starts' || by !== 'claimLevel';
  if (by === 'year' || by === 'quarter') return addsUpOverTime(code);
  if (by === 'level') return false;
  return isSummed(code) ? !['jobs', 'new_products'].includes(code) : code === 'participations';
}

const addsUpOverTime = (code: string): boolean => isSummed(code) || code === 'companies_new';

const familyOf = (code: string): string => {
  if (code === 'people_trained' || code === 'jobs' || code === 'new_products' || code === 'production_starts')
    return code;
  if (code === 'leverage' || code.startsWith('investment_'))
    return code === 'investment_committed' ? code : 'investments';
  return 'companies';
};

/** The unknowns of sums and of counts. */
class Unknowns {
  private readonly records: RecordUnknowns;
  private readonly firms: FirmUnknowns;

  constructor(facts: readonly Fact[], days: readonly string[], states: number) {
    this.records = new RecordUnknowns(facts, days, states);
    this.firms = new FirmUnknowns(facts, days, states);
  }

  termsOf({ code, ...asked }: { code: string } & FigureQuestion): Term[] {
    const names = isSummed(code) ? this.records.of(code, asked) : this.firms.of(code, asked);
    return names.map((name) => [1, name]);
  }

  rows(numbers: Numbers): Row[] {
    return this.firms.rows(numbers.filter(({ code }) => !isSummed(code) && !(code in RATIOS)));
  }
}

function rowsOf(number: PublicNumber, unknowns: Unknowns): Row[] {
  const { code, value, isSuppressed } = number;
  if (code in RATIOS) return isSuppressed ? [] : ratioRows(number, unknowns);
  const terms = unknowns.termsOf(number);
  if (value !== null) return [[terms, '=', value]];
  return [[terms, '>=', code.startsWith('investment_') ? 0.01 : code === 'jobs' ? 0.01 : 1]];
}

/** A ratio tells its parts apart from how it was rounded; one without a value, that it has nothing to divide by. */
function ratioRows({ code, value, ...asked }: PublicNumber, unknowns: Unknowns): Row[] {
  const isLeverage = code === 'leverage';
  const of = (part: string, key?: string): Term[] =>
    unknowns.termsOf({
      ...asked,
      code: part,
      ...(key === undefined ? {} : { cell: { by: 'sizeClass', key } }),
    });
  const over = isLeverage
    ? of('investment_private')
    : ['MICRO', 'SMALL'].flatMap((key) => of('companies_participated', key));
  const whole = isLeverage ? of('investment_public') : [...over, ...of('companies_participated', 'LARGE')];
  if (value === null) return [[whole, '=', 0]];
  const times = (factor: number): Term[] => [...over, ...whole.map(([, name]): Term => [-factor, name])];
  const [ratio, half] = isLeverage ? [value, 0.005] : [value / 100, 0.0005];
  return [
    [times(ratio + half), '<=', 0],
    [times(ratio - half), '>=', 0],
  ];
}

/** Unknowns that nothing tells apart are one, so that the programme is no larger than it has to be. */
function programmeOf(rows: readonly Row[], targets: readonly Target[]) {
  const columns = new Map<string, Map<number, number>>();
  [...rows.map(([terms]) => terms), ...targets.map(({ terms }) => terms)].forEach((terms, row) => {
    for (const [factor, name] of terms) {
      const column = columns.get(name) ?? new Map<number, number>();
      columns.set(name, column.set(row, (column.get(row) ?? 0) + factor));
    }
  });
  const named = new Map<string, string>();
  const representative = new Map<string, string>();
  for (const [name, column] of columns) {
    const key = [...column].map((entry) => entry.join(':')).join(' ');
    if (!named.has(key)) named.set(key, name);
    representative.set(name, named.get(key) ?? name);
  }
  const reduced = (terms: readonly Term[]): Term[] =>
    terms.filter(([, name]) => representative.get(name) === name);
  const programme = new LinearProgramme();
  for (const [terms, kind, bound] of rows) programme.row(reduced(terms), kind, bound);
  return { programme, termsOf: ({ terms }: Target): Term[] => reduced(terms) };
}

const contentOf = (added: Added): string => [...added].sort().join(' ');
const keyOf = (terms: readonly Term[]): string =>
  terms
    .map(([factor, name]) => `${factor} ${name}`)
    .sort()
    .join('|');

function cancelled(terms: readonly Term[]): Term[] {
  const factors = new Map<string, number>();
  for (const [factor, name] of terms) factors.set(name, (factors.get(name) ?? 0) + factor);
  return [...factors].flatMap(([name, factor]): Term[] => (factor === 0 ? [] : [[factor, name]]));
}

const sumOf = (all: readonly Added[], factors: readonly number[] = []): Added => {
  const sum = new Map<string, number>();
  all.forEach((added, index) => {
    for (const [firm, amount] of added) sum.set(firm, (sum.get(firm) ?? 0) + (factors[index] ?? 1) * amount);
  });
  for (const [firm, amount] of sum) if (Math.abs(amount) < 0.001) sum.delete(firm);
  return sum;
};
const differenceOf = (one: Added, other: Added): Added => sumOf([one, other], [1, -1]);
