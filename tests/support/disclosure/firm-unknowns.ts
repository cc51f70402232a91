import { addDays } from '@fieldlab/domain';
import type { PublicNumber } from './public-numbers';
import { addedTo, type FigureQuestion } from './sample-figures';
import { CODES, type Fact } from './sample-register';

export type Term = [factor: number, name: string];
export type Row = [terms: Term[], kind: '=' | '<=' | '>=', bound: number];

interface Unknown extends FigureQuestion {
  code: string;
  name: string;
}

/** Firms that count at any time count in a longer one as well, and in one of those that it is made of. */
const RUNNING = ['companies_reached', 'companies_participated', 'participations', 'production_starts'];
/** Of these each firm lies in one cell. */
const ONE_CELL = ['sizeClass', 'province', 'municipality', 'sector'];
const WITHIN: readonly (readonly [string, string])[] = [
  ['companies_participated', 'companies_reached'],
  ['companies_participated', 'participations'],
  ['companies_new', 'companies_participated'],
];

/** Numbers of distinct firms, and what everybody knows of how they hang together. */
export class FirmUnknowns {
  private readonly unknowns = new Map<string, Unknown>();
  private readonly names = new Map<string, string>();
  private readonly days: string[];

  constructor(
    private readonly facts: readonly Fact[],
    days: readonly string[],
    private readonly states: number,
  ) {
    this.days = [...new Set(days)].sort();
  }

  /** What a number is the sum of: of firms that are new by stretches of time, of pairs by centres. */
  of(code: string, asked: FigureQuestion): string[] {
    if (code === 'participations')
      return asked.centres.map((one) => this.one(code, { ...asked, centres: [one] }));
    if (code !== 'companies_new') return [this.one(code, asked)];
    const inside = this.days.filter((day) => day >= asked.from && day <= addDays(asked.to, 1));
    return inside
      .slice(0, -1)
      .map((from, index) => this.one(code, { ...asked, from, to: addDays(inside[index + 1] ?? from, -1) }));
  }

  /** The same name for the same firms, in whatever state they were asked. */
  private one(code: string, asked: FigureQuestion): string {
    const { centres, cell, from, to, state } = asked;
    const start = code === 'companies_participating' ? '' : from;
    const place = `${code} ${centres.join('')} ${cell ? `${cell.by}=${cell.key}` : ''} ${start}..${to}`;
    const known = this.names.get(`${place} ${state}`);
    if (known) return known;
    const made = (at: number): string =>
      [...addedTo(this.facts, code, { ...asked, state: at })].sort().join(' ');
    const now = made(state);
    const first = Array.from({ length: this.states }, (_, at) => at).find((at) => made(at) === now);
    const name = `${place} @${first ?? state}`;
    this.names.set(`${place} ${state}`, name);
    this.unknowns.set(`${name} ${state}`, { ...asked, code, name });
    return name;
  }

  rows(numbers: readonly PublicNumber[]): Row[] {
    const all = [...this.unknowns.values()];
    const groups = new Map<string, Unknown[]>();
    for (const one of all) {
      const key = `${one.code} ${one.cell?.by ?? ''} ${one.cell?.key ?? ''} ${one.state}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    const rows = [
      ...all.flatMap((inner) =>
        all
          .filter((outer) => isAtMost(inner, outer))
          .map((outer): Row => [
            [
              [1, inner.name],
              [-1, outer.name],
            ],
            '<=',
            0,
          ]),
      ),
      ...[...groups.values()].flatMap((group) =>
        group.flatMap((whole) => group.flatMap((part) => covers(whole, part, group))),
      ),
      ...this.tables(numbers),
      ...this.provinces(numbers),
    ];
    return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
  }

  /** The cells of a breakdown together cover the headline, and where each firm lies in one cell they make it up. */
  private tables(numbers: readonly PublicNumber[]): Row[] {
    return numbers
      .filter(({ by, code }) => by === undefined && code !== 'companies_participating')
      .flatMap((whole) => {
        const cells = numbers.filter(
          ({ document, code, by }) => by !== undefined && document === whole.document && code === whole.code,
        );
        return [...new Set(cells.map(({ by }) => by))].map((by): Row => {
          const parts = cells.filter((cell) => cell.by === by).flatMap((cell) => this.of(cell.code, cell));
          const isSum =
            by !== undefined && ONE_CELL.includes(by) && cells.some((one) => one.by === by && one.cell);
          const terms: Term[] = [
            ...parts.map((name): Term => [1, name]),
            ...this.of(whole.code, whole).map((name): Term => [-1, name]),
          ];
          return [terms, isSum ? '=' : '>=', 0];
        });
      });
  }

  /** A province holds its municipalities, and is them where each of its firms is known to be in one. */
  private provinces(numbers: readonly PublicNumber[]): Row[] {
    return numbers.flatMap((whole): Row[] => {
      if (whole.cell?.by !== 'province') return [];
      const inside = CODES.municipality.filter((key) => key.startsWith(`${whole.cell?.key ?? ''}/`));
      const parts = inside.flatMap((key) => {
        const isPart = ({ code, cell, state, ...asked }: PublicNumber): boolean =>
          code === whole.code &&
          cell?.by === 'municipality' &&
          cell.key === key &&
          state === whole.state &&
          isSamePlace(asked, whole) &&
          isSameTime(asked, whole);
        return numbers.find(isPart) ?? [];
      });
      if (parts.length === 0) return [];
      const terms: Term[] = [
        ...parts.flatMap((part) => this.of(part.code, part).map((name): Term => [1, name])),
        ...this.of(whole.code, whole).map((name): Term => [-1, name]),
      ];
      return [[terms, parts.length === inside.length && inside.length > 1 ? '=' : '<=', 0]];
    });
  }
}

const isWithin = (inner: FigureQuestion, outer: FigureQuestion): boolean =>
  inner.centres.every((one) => outer.centres.includes(one)) &&
  inner.from >= outer.from &&
  inner.to <= outer.to;
type Place = Pick<FigureQuestion, 'centres'>;
type Time = Pick<FigureQuestion, 'from' | 'to'>;
const isSameTime = (one: Time, other: Time): boolean => one.from === other.from && one.to === other.to;
const isSamePlace = (one: Place, other: Place): boolean => one.centres.join() === other.centres.join();
const isSameCell = (one: FigureQuestion, other: FigureQuestion): boolean =>
  one.cell?.by === other.cell?.by && one.cell?.key === other.cell?.key;

/** Who took part of no known level may be of a known one in a longer time. */
const isOfNoLevel = ({ cell }: FigureQuestion): boolean => cell?.by === 'level' && cell.key === 'unknown';
const isOnADay = ({ code }: Unknown): boolean => code === 'companies_participating';

/** Answers whether the one can never be more than the other. */
function isAtMost(inner: Unknown, outer: Unknown): boolean {
  if (inner.name === outer.name || inner.state !== outer.state) return false;
  const isPlain = !outer.cell && inner.code !== 'companies_new';
  if (!isSameCell(inner, outer) && !isPlain) return false;
  if (isOfNoLevel(inner))
    return inner.code === outer.code && isPlain && isSamePlace(inner, outer) && isSameTime(inner, outer);
  return isOnADay(inner) ? isAtMostOnADay(inner, outer) : isAtMostInATime(inner, outer);
}

function isAtMostOnADay(inner: Unknown, outer: Unknown): boolean {
  if (isOnADay(outer)) return inner.to === outer.to && isWithin({ ...inner, from: outer.from }, outer);
  const isRunning = ['companies_participated', 'companies_reached'].includes(outer.code);
  return isRunning && isWithin({ ...inner, from: inner.to }, outer);
}

function isAtMostInATime(inner: Unknown, outer: Unknown): boolean {
  if (!isWithin(inner, outer)) return false;
  if (inner.code === outer.code) return RUNNING.includes(inner.code);
  const isKind = WITHIN.some(([code, within]) => code === inner.code && within === outer.code);
  return isKind && (outer.code !== 'participations' || isSamePlace(inner, outer));
}

/** Two that together make up a third are at least as much, by as much as they have in common. */
function covers(whole: Unknown, part: Unknown, all: readonly Unknown[]): Row[] {
  if (whole.name === part.name || isOfNoLevel(whole)) return [];
  const isNow = (one: Unknown): boolean => (isOnADay(whole) ? one.to === whole.to : isSameTime(one, whole));
  if (isNow(part)) return coversPlace(whole, part, all.filter(isNow));
  const isBeginning = isSamePlace(whole, part) && part.from === whole.from && part.to < whole.to;
  if (!RUNNING.includes(whole.code) || !isBeginning) return [];
  const isRest = (one: Unknown): boolean =>
    isSamePlace(whole, one) &&
    one.to === whole.to &&
    one.from > whole.from &&
    one.from <= addDays(part.to, 1);
  return all.filter(isRest).map((other) => coveredBy(whole, [part, other]));
}

/** @param all of the same time */
function coversPlace(whole: Unknown, part: Unknown, all: readonly Unknown[]): Row[] {
  const isInside = ({ centres }: Unknown): boolean => centres.every((one) => whole.centres.includes(one));
  if (!isInside(part)) return [];
  const rest = whole.centres.filter((one) => !part.centres.includes(one));
  const at = (centres: readonly string[]): Unknown | undefined =>
    all.find((one) => one.centres.join() === centres.join());
  const single = rest.flatMap((one) => at([one]) ?? []);
  const rows = single.length === rest.length ? [coveredBy(whole, [part, ...single])] : [];
  for (const other of all) {
    if (!isInside(other) || !rest.every((one) => other.centres.includes(one))) continue;
    const both = part.centres.filter((one) => other.centres.includes(one));
    const common = both.length > 0 && whole.code !== 'companies_new' ? at(both) : undefined;
    rows.push(coveredBy(whole, [part, other], common));
  }
  return rows;
}

const coveredBy = (whole: Unknown, parts: readonly Unknown[], common?: Unknown): Row => [
  [
    ...parts.map(({ name }): Term => [1, name]),
    [-1, whole.name],
    ...(common ? [[-1, common.name] as Term] : []),
  ],
  '>=',
  0,
];
