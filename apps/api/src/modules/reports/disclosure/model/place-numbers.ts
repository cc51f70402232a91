import type { Amounts } from './amounts';
import { KnownSums, sameAmounts, sumOf } from './amounts';
import type { Place } from './place';
import { addsUpOverTime } from './places';
import type { Register } from './register';
import { contains, distinctWindows, stretchesOf, windowKey } from './windows';
import type { Window } from '../published-cells';

/** A number of a place, where a document publishes it or says that it is suppressed. */
export interface PlacedCell {
  window: Window;
  /** Index of the state of the register. */
  state: number;
  status: 'told' | 'suppressed' | 'own' | 'implied';
  /** Of the document that is to be published. */
  isNew: boolean;
  /** Its names in the document that is to be published. */
  names: readonly string[];
  /** What the document that is to be published says; absent where a ratio tells it. */
  value?: number;
  /** Not to be published, for a reason of its own. */
  mustBeSuppressed?: boolean;
  /** What its document is about, and not a part of it. */
  isHeadline: boolean;
  /** The breakdown of a document by period of which it is a cell, if so: these are not compared with each other. */
  periods?: string | undefined;
}

/** What a number is made of: the contributions of one stretch of time, of which states may have the same. */
interface Element {
  key: string;
  amounts: Amounts;
}

/** Elements that no published number tells apart. */
export interface Atom {
  elements: ReadonlySet<string>;
  amounts: Amounts;
}

/**
 * The numbers of one place by what they are made of. A number that adds up over time is the sum of the stretches
 * between all days on which one of the place begins or ends; another is made of its own window. Stretches with the same
 * contributions in two states of the register are one element, so that a number is the same whenever it was asked.
 */
export class PlaceNumbers {
  readonly atoms: Atom[];
  private readonly segments: Window[];
  private readonly known = new Map<string, Element>();
  private readonly amountsOf = new Map<string, Amounts>();
  private readonly sums = new KnownSums();

  constructor(
    readonly place: Place,
    readonly cells: readonly PlacedCell[],
    private readonly registers: readonly Register[],
    /** All stretches in which contributions were measured. */
    private readonly measured: readonly Window[],
  ) {
    const windows = distinctWindows(cells.map(({ window }) => window));
    this.segments = addsUpOverTime(place) ? stretchesOf(windows) : windows;
    this.atoms = this.atomsOf();
  }

  /** The elements of a window in a state, or undefined where the place has no such days. */
  elementsOf(window: Window, state: number): Element[] | undefined {
    if (!addsUpOverTime(this.place)) {
      const own = this.segments.find((segment) => windowKey(segment) === windowKey(window));
      return own && [this.element(own, state)];
    }
    const inside = this.segments.filter((segment) => contains(window, segment));
    const days = stretchesOf([window, ...inside]);
    // The segments must fill it, to the day.
    const isFilled =
      inside.length > 0 && days.every((day) => inside.some((segment) => contains(segment, day)));
    return isFilled ? inside.map((segment) => this.element(segment, state)) : undefined;
  }

  /** The atoms that make up a window in a state, or undefined where nothing public has these elements. */
  express(window: Window, state: number): Atom[] | undefined {
    const elements = this.elementsOf(window, state);
    if (!elements) return undefined;
    const keys = new Set(elements.map(({ key }) => key));
    const atoms = this.atoms.filter((atom) => [...atom.elements].some((key) => keys.has(key)));
    const covered = atoms.reduce((sum, { elements: all }) => sum + all.size, 0);
    const isExact =
      covered === keys.size && atoms.every((atom) => [...atom.elements].every((key) => keys.has(key)));
    return isExact ? atoms : undefined;
  }

  /** What companies add in a window in a state, whether it is public or not. */
  amounts(window: Window, state: number): Amounts {
    const key = `${state} ${windowKey(window)}`;
    const known = this.amountsOf.get(key);
    if (known) return known;
    const parts = addsUpOverTime(this.place)
      ? this.measured.filter((stretch) => contains(window, stretch))
      : [window];
    const register = this.registers[state];
    const added = parts.flatMap((part) => register?.amounts(this.place, windowKey(part)) ?? []);
    const amounts = this.sums.of(added);
    this.amountsOf.set(key, amounts);
    return amounts;
  }

  /** The windows that others of the same region may be compared in. */
  windows(): Window[] {
    return distinctWindows([...this.cells.map(({ window }) => window), ...this.segments]);
  }

  /** The windows of each breakdown by period, of documents of a state. */
  periods(state: number): Window[][] {
    const tables = new Map<string, Window[]>();
    for (const { periods, window, state: own } of this.cells) {
      if (periods === undefined || own !== state) continue;
      tables.set(periods, [...(tables.get(periods) ?? []), window]);
    }
    return [...tables.values()];
  }

  private element(segment: Window, state: number): Element {
    const id = `${windowKey(segment)} ${state}`;
    const known = this.known.get(id);
    if (known) return known;
    const amounts = this.amounts(segment, state);
    const element = { key: `${windowKey(segment)} ${sameAmounts(amounts)}`, amounts };
    this.known.set(id, element);
    return element;
  }

  private atomsOf(): Atom[] {
    const marks = new Map<string, { element: Element; cells: Set<number> }>();
    this.cells.forEach(({ window, state }, index) => {
      for (const element of this.elementsOf(window, state) ?? []) {
        const mark = marks.get(element.key) ?? { element, cells: new Set<number>() };
        mark.cells.add(index);
        marks.set(element.key, mark);
      }
    });
    const atoms = new Map<string, Element[]>();
    for (const { element, cells } of marks.values()) {
      const signature = [...cells].join(' ');
      atoms.set(signature, [...(atoms.get(signature) ?? []), element]);
    }
    return [...atoms.values()].map((elements) => ({
      elements: new Set(elements.map(({ key }) => key)),
      amounts: sumOf(elements.map(({ amounts }) => amounts)),
    }));
  }
}
