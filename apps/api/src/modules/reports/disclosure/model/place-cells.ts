import { differenceOf, sameAmounts, sumOf, type Amounts } from './amounts';
import type { Atom, PlacedCell, PlaceNumbers } from './place-numbers';
import { addsUpOverTime, EVERYWHERE } from './places';
import { once, smallest, type ProblemBuilder, type Terms } from './problem-builder';
import { contains, nestings, windowKey } from './windows';
import type { Window } from '../published-cells';

/** A figure by itself is dearer than a cell of it, and the last to be suppressed. */
const HEADLINE_COST = 10;

/** Numbers of a place that are one: made of the same elements, wherever they are published. */
interface SameNumber {
  cells: PlacedCell[];
  atoms: readonly Atom[];
  amounts: Amounts;
}

/** The cells of the problem that stand for the numbers of one place, and what they say of each other. */
export class PlaceCells {
  private readonly atomCells = new Map<Atom, number>();
  /** The cell of each number that is public or is to be, by its atoms. */
  private readonly numberCells = new Map<string, number>();
  private readonly differences = new Set<string>();
  /** The cell of each number of the own document, by its name there. */
  readonly own = new Map<string, number>();

  constructor(
    readonly numbers: PlaceNumbers,
    private readonly problem: ProblemBuilder,
  ) {
    const same = this.sameNumbers();
    for (const one of same) this.addNumber(one);
    this.contain();
    this.compare();
  }

  /**
   * What a window comes to in a state, in cells of the problem: in one, where a document has it as a number, so that
   * what everybody can subtract from it is seen in one relation; undefined where nothing public says it.
   */
  terms(window: Window, state: number): Terms | undefined {
    const atoms = this.numbers.express(window, state);
    if (!atoms) return undefined;
    const number = this.numberCells.get(keyOf(atoms));
    return number === undefined ? atoms.map((atom) => once(this.cellOf(atom))) : [once(number)];
  }

  /**
   * Answers whether this is the whole programme after a correction. It is told with every correction, so nothing may
   * be concluded from it together with what was told before: docs/decisions/0008.
   */
  isCorrectedTotal(window: Window, state: number): boolean {
    if (!this.isProgramme) return false;
    const first = Math.min(...this.numbers.cells.map((cell) => cell.state));
    const [before, now] = [first, state].map((at) => sameAmounts(this.numbers.amounts(window, at)));
    return before !== now;
  }

  private get isProgramme(): boolean {
    const { region, attributes } = this.numbers.place;
    return region === EVERYWHERE && attributes.length === 0;
  }

  private sameNumbers(): SameNumber[] {
    const same = new Map<string, SameNumber>();
    for (const cell of this.numbers.cells) {
      const atoms = this.numbers.express(cell.window, cell.state) ?? [];
      const key = keyOf(atoms);
      const number = same.get(key) ?? {
        cells: [],
        atoms,
        amounts: sumOf(atoms.map(({ amounts }) => amounts)),
      };
      number.cells.push(cell);
      same.set(key, number);
    }
    // Those of one atom are that atom: what is told of them is told of whatever it is a part of.
    return [...same.values()].toSorted((a, b) => a.atoms.length - b.atoms.length);
  }

  private addNumber({ cells, atoms, amounts }: SameNumber): void {
    const { indicator } = this.numbers.place;
    const isSensitive = this.problem.isSensitive(indicator, amounts);
    const isOwn = cells.some(({ status }) => status === 'own');
    const isImplied = cells.every(({ status }) => status === 'implied');
    const isTold = cells.some(({ status }) => status === 'told') || (amounts.size === 0 && !isImplied);
    const mustBe =
      isSensitive || cells.some((one) => one.status === 'suppressed' || one.mustBeSuppressed === true);
    const status = isTold ? 'fixed' : mustBe ? 'suppressed' : isOwn ? 'open' : 'hidden';
    const cell = this.problem.add(indicator, amounts, {
      status: isImplied ? 'hidden' : status,
      least: isImplied ? 0 : smallest(indicator.unit),
      cost: cells.some(({ isHeadline }) => isHeadline) ? HEADLINE_COST : 1,
      isNew: cells.every((one) => one.isNew),
    });
    this.numberCells.set(keyOf(atoms), cell);
    for (const { names } of cells) for (const name of names) this.own.set(name, cell);
    const [atom, ...others] = atoms;
    if (atom && others.length === 0 && !this.atomCells.has(atom)) this.atomCells.set(atom, cell);
    else
      this.problem.equal(
        [once(cell)],
        atoms.map((one) => once(this.cellOf(one))),
      );
  }

  private cellOf(atom: Atom): number {
    const known = this.atomCells.get(atom);
    if (known !== undefined) return known;
    const cell = this.problem.add(this.numbers.place.indicator, atom.amounts, {
      ...{ status: 'hidden', least: 0, cost: 1 },
    });
    this.atomCells.set(atom, cell);
    return cell;
  }

  /** What runs within a time runs within every longer one. */
  private contain(): void {
    const { place, cells } = this.numbers;
    if (addsUpOverTime(place) || place.indicator.addsUp.year !== 'overlap') return;
    for (const state of new Set(cells.map((cell) => cell.state))) {
      const own = cells.filter((cell) => cell.state === state).map(({ window }) => window);
      for (const [inner, outer] of nestings(own)) {
        const [least, most] = [inner, outer].map((window) => this.terms(window, state));
        if (least && most) this.problem.atMost(least, most);
      }
    }
  }

  /** What differs between two numbers of one place is a number as well, and sensitive when few companies differ. */
  private compare(): void {
    const { place, cells } = this.numbers;
    cells.forEach((one, index) => {
      for (const other of cells.slice(index + 1)) {
        if (one.periods !== undefined && one.periods === other.periods) continue;
        if (one.status === 'implied' || other.status === 'implied') continue;
        const isNested = contains(one.window, other.window) || contains(other.window, one.window);
        const isStock = place.indicator.kind === 'stock';
        // A figure of the whole programme is told with every correction: docs/decisions/0008.
        if ((!isNested && !isStock) || (this.isProgramme && !this.isStretch(one, other))) continue;
        this.addDifference(one, other);
      }
    });
  }

  /** Answers whether two numbers differ by a stretch of time alone, and by no correction. */
  private isStretch(one: PlacedCell, other: PlacedCell): boolean {
    if (!addsUpOverTime(this.numbers.place) || windowKey(one.window) === windowKey(other.window))
      return false;
    const [a, b] = [one, other].map(({ window, state }) => this.numbers.express(window, state) ?? []);
    return a?.every((atom) => b?.includes(atom)) === true || b?.every((atom) => a?.includes(atom)) === true;
  }

  private addDifference(one: PlacedCell, other: PlacedCell): void {
    const { indicator } = this.numbers.place;
    const [a, b] = [one, other].map(({ window, state }) => this.numbers.amounts(window, state));
    const [more, less] = [one, other].map(({ window, state }) => this.terms(window, state));
    if (!a || !b || !more || !less) return;
    const amounts = differenceOf(a, b);
    if (!this.problem.isSensitive(indicator, amounts)) return;
    const terms = [...more, ...less];
    const key = terms.map(({ cell }) => cell).join(' ');
    if (this.differences.has(key)) return;
    this.differences.add(key);
    // Nobody could ask for it before, where one of them was no number before.
    const isNew = terms.some(({ cell }) => this.problem.cells[cell]?.isNew === true);
    const cell = this.problem.add(indicator, amounts, { status: 'hidden', least: null, cost: 1, isNew });
    this.problem.equal(more, [...less, once(cell)]);
  }
}

const keyOf = (atoms: readonly Atom[]): string => atoms.map(({ elements }) => [...elements].join()).join(' ');
