import { addDays, cellsBy, type Breakdown, type EditionDocument } from '@fieldlab/domain';
import { LinearProgramme } from './linear-programme';
import {
  CENTRES,
  cellsOf,
  COUNTED,
  HUB_OF,
  isInScope,
  isKnown,
  knownAtOf,
  SOURCES,
  type Fact,
} from './sample-programme';

type Term = [factor: number, name: string];
type Seen = [string, { place: string; cell: string; from: string; to: string; state: number }];

/** A number as the public has it. */
interface PublicNumber {
  code: string;
  scope: string;
  by: Breakdown | undefined;
  key: string;
  from: string;
  to: string;
  state: number;
  /** Null where it is suppressed. */
  value: number | null;
}

/** A number that must not be computed too closely, with how far apart its bounds are. */
export interface Attacked {
  name: string;
  terms: Term[];
  bounds: [number, number];
}

const FIRMS = 'companies_participated';
const SUMS = ['people_trained', 'investment_realised', 'investment_private', 'investment_public'];

/**
 * An attacker who knows everything public, how the programme hangs together and which numbers a correction left alone;
 * and nothing of how the product protects itself. Every sum is made of its smallest parts: centre, days and source. What
 * a correction changed in them is a part of its own.
 */
export class Attacker {
  readonly programme = new LinearProgramme();
  readonly numbers: PublicNumber[];
  private readonly days: string[];

  constructor(
    documents: readonly EditionDocument[],
    /** Only to know which parts a correction changed, never for what they are. */
    private readonly facts: readonly Fact[],
    private readonly states: number,
  ) {
    this.numbers = documents.flatMap((document) => this.numbersOf(document));
    this.days = [...new Set(this.numbers.flatMap(({ from, to }) => [from, addDays(to, 1)]))].sort();
    for (const number of this.numbers) this.learn(number);
    this.relateFirms();
  }

  /** Every suppressed number that is told nowhere. */
  async suppressed(): Promise<(Attacked & PublicNumber)[]> {
    const told = new Set(
      this.numbers.flatMap((one) => (one.value === null ? [] : this.termsOf(one).map(String).sort().join())),
    );
    const found = new Map<string, PublicNumber>();
    for (const number of this.numbers) {
      const key = this.termsOf(number).map(String).sort().join();
      if (number.value === null && !told.has(key)) found.set(key, number);
    }
    return Promise.all(
      [...found.values()].map(async (number) => {
        const terms = this.termsOf(number);
        const name = `${number.code} ${number.scope} ${number.by ?? ''}=${number.key} ${number.from}..${number.to} @${number.state}`;
        return { ...number, name, terms, bounds: await this.programme.bounds(terms) };
      }),
    );
  }

  /** The stretches of time between the days that anything public begins or ends on. */
  stretches(): { from: string; to: string }[] {
    return this.days
      .slice(0, -1)
      .map((day, index) => ({ from: day, to: addDays(this.days[index + 1] ?? day, -1) }));
  }

  /** The unknowns that a number of a scope is the sum of. */
  termsOf({ code, scope, by, key, from, to, state }: Omit<PublicNumber, 'value'>): Term[] {
    if (code === FIRMS) return [[1, this.firmsUnknown({ scope, by, key, from, to, state })]];
    const sources = code === 'people_trained' ? ['-'] : SOURCES.filter((source) => counts(code, source));
    const parts = this.stretches().filter((one) => one.from >= from && one.to <= to);
    return CENTRES.filter((centre) => isInScope({ centre } as Fact, placeOf(scope, by, key)))
      .filter((centre) => isInScope({ centre } as Fact, scope))
      .flatMap((centre) =>
        sources
          .filter((source) => by !== 'source' || source === key)
          .flatMap((source) =>
            parts.map((part): Term => [1, this.partUnknown(code, { centre, source, ...part }, state)]),
          ),
      );
  }

  private partUnknown(
    code: string,
    { centre, source, from, to }: { centre: string; source: string; from: string; to: string },
    state: number,
  ): string {
    const kind = COUNTED[code]?.kind;
    const made = (at: number): string =>
      this.facts
        .flatMap((fact, index) =>
          fact.kind === kind &&
          fact.centre === centre &&
          (source === '-' || fact.source === source) &&
          fact.on >= from &&
          fact.on <= to &&
          isKnown(fact, at)
            ? [index]
            : [],
        )
        .join('.');
    return `${kind ?? ''} ${centre} ${source} ${from} ${this.sameState(state, made)}`;
  }

  /** The first state in which it was made of the same. */
  private sameState(state: number, made: (state: number) => string): number {
    const now = made(state);
    return Array.from({ length: this.states }, (_, at) => at).find((at) => made(at) === now) ?? state;
  }

  private firmsUnknown({ scope, by, key, from, to, state }: Omit<PublicNumber, 'code' | 'value'>): string {
    const place = by === 'centre' || by === 'hub' ? placeOf(scope, by, key) : scope;
    const cell = by === 'province' ? key : '';
    const made = (at: number): string =>
      [
        ...new Set(
          this.facts
            .filter(
              (fact) =>
                fact.kind === 'participation' &&
                isKnown(fact, at) &&
                isInScope(fact, place) &&
                fact.on <= to &&
                (fact.until === null || fact.until > from) &&
                (cell === '' || cellsOf(fact, 'province') === cell),
            )
            .map(({ firm }) => firm),
        ),
      ]
        .sort()
        .join('.');
    const name = `firms ${place} ${cell} ${from} ${to} ${this.sameState(state, made)}`;
    this.seen.set(`${name} ${state}`, { name, place, cell, from, to, state });
    return name;
  }

  private readonly seen = new Map<
    string,
    { name: string; place: string; cell: string; from: string; to: string; state: number }
  >();

  private learn(number: PublicNumber): void {
    const terms = this.termsOf(number);
    if (this.isCorrectedTotal(number)) return;
    if (number.value !== null) this.programme.row(terms, '=', number.value);
    else
      this.programme.row(terms, '>=', number.code === FIRMS || number.code === 'people_trained' ? 1 : 0.01);
  }

  /** A total of the programme is told with every correction: what the corrected one adds is what the attacker leaves out. */
  private isCorrectedTotal(number: PublicNumber): boolean {
    if (number.scope !== 'programme' || number.by !== undefined) return false;
    const totals = this.numbers.filter(
      ({ code, scope, by }) => code === number.code && scope === 'programme' && by === undefined,
    );
    const first = Math.min(...totals.map(({ state }) => state));
    const at = (state: number): string => String(this.termsOf({ ...number, state }));
    return number.value !== null && at(number.state) !== at(first);
  }

  /** Regions hold their centres, longer times the shorter ones, and each company lies in one province. */
  private relateFirms(): void {
    const all = [...this.seen.values()].map((one): Seen => [one.name, one]);
    for (const [name, one] of all) {
      for (const [other, two] of all) {
        const isInside =
          one.state === two.state &&
          isWithin(one.place, two.place) &&
          one.from >= two.from &&
          one.to <= two.to;
        if (name !== other && isInside && (one.cell === two.cell || two.cell === ''))
          this.programme.row(
            [
              [1, name],
              [-1, other],
            ],
            '<=',
            0,
          );
      }
      if (one.cell === '') this.relateParts(name, one, all);
    }
  }

  private relateParts(
    name: string,
    whole: { place: string; from: string; to: string; state: number },
    all: readonly Seen[],
  ): void {
    const beside = all.filter(
      ([, { from, to, state }]) => from === whole.from && to === whole.to && state === whole.state,
    );
    const provinces = beside.filter(([, { place, cell }]) => place === whole.place && cell !== '');
    if (provinces.length > 0)
      this.programme.row([...provinces.map(([part]): Term => [1, part]), [-1, name]], '=', 0);
    const centres = beside.filter(
      ([, { place, cell }]) => cell === '' && place.startsWith('centre:') && isWithin(place, whole.place),
    );
    const needed = CENTRES.filter((centre) => isWithin(`centre:${centre}`, whole.place)).length;
    if (centres.length === needed && !whole.place.startsWith('centre:'))
      this.programme.row([...centres.map(([part]): Term => [1, part]), [-1, name]], '>=', 0);
  }

  private numbersOf(document: EditionDocument): PublicNumber[] {
    const { scope, from, asOf, knownAt, by } = document;
    const state =
      Array.from({ length: this.states }, (_, at) => at).find((at) => knownAtOf(at) === knownAt) ?? 0;
    const common = { scope, from: from ?? '', to: asOf, state };
    return document.figures
      .filter(({ indicator }) => SUMS.includes(indicator) || indicator === FIRMS)
      .flatMap((figure) => [
        { ...common, code: figure.indicator, by: undefined, key: '', value: valueIn(figure) },
        ...[...new Set(by)].flatMap((way) => {
          if (figure.breakdowns?.[way] === undefined) return [];
          const cells = new Map(cellsBy(figure, way, by).map((cell) => [cell.key, cell]));
          const keys = new Set([...keysOf(way, scope), ...cells.keys()]);
          return [...keys].map((key) => {
            const cell = cells.get(key);
            return { ...common, code: figure.indicator, by: way, key, value: cell ? valueIn(cell) : 0 };
          });
        }),
      ]);
  }
}

const valueIn = ({
  value,
  suppressed,
}: {
  value: number | string | null;
  suppressed?: true;
}): number | null => (suppressed ? null : Number(value));

/** Cells that everybody knows to be there. */
function keysOf(by: Breakdown, scope: string): string[] {
  const centres = CENTRES.filter((centre) => isInScope({ centre } as Fact, scope));
  if (by === 'centre') return centres;
  if (by === 'hub') return [...new Set(centres.map((centre) => HUB_OF[centre] ?? ''))];
  return by === 'source' ? SOURCES : [];
}

const counts = (code: string, source: string): boolean => COUNTED[code]?.counts({ source } as Fact) ?? false;

/** A cell of a place, as a scope of its own. */
const placeOf = (scope: string, by: Breakdown | undefined, key: string): string =>
  by === 'centre' || by === 'hub'
    ? by === 'hub' && scope.startsWith('centre:')
      ? scope
      : `${by}:${key}`
    : scope;

function isWithin(inner: string, outer: string): boolean {
  if (inner === outer || outer === 'programme') return true;
  const [kind, code = ''] = inner.split(':');
  return kind === 'centre' && outer === `hub:${HUB_OF[code] ?? ''}`;
}
