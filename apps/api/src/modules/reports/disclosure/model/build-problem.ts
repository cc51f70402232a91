import type { Deadline } from '../deadline';
import type { DisclosureInput } from '../input';
import { DISCLOSURE_RULES } from '../input';
import { distinctWindows, stretchesOf } from './windows';
import { PlaceCells } from './place-cells';
import { PlacedCells, type PlacedDocument } from './placed-cells';
import { PlaceNumbers } from './place-numbers';
import { ProblemBuilder } from './problem-builder';
import { Register } from './register';
import { PlaceRelations } from './relations';
import { publishedCells, type Window } from '../published-cells';
import { totalOf } from './amounts';
import type { EditionDocument } from '@fieldlab/domain';

export interface DisclosureProblem {
  problem: ProblemBuilder;
  /** The cells that each number of the own document tells, by its name there; a ratio tells its parts. */
  own: Map<string, number[]>;
}

/** The days in which contributions must be measured: every window that is told, and the stretches between their days. */
export function measuredWindows(documents: readonly EditionDocument[]): Window[] {
  const windows = documents.flatMap((document) =>
    publishedCells(document).flatMap(({ window, indicator }) =>
      indicator.kind === 'stock' ? [{ from: null, to: window.to }] : [window],
    ),
  );
  return distinctWindows([...windows, ...stretchesOf(windows)]);
}

/** What is built of: some of the documents, and the windows in which the registers were measured for all of them. */
export interface View extends Omit<DisclosureInput, 'timeMs'> {
  measured: readonly Window[];
}

/**
 * @param suppressed names of numbers of the own document that are not to be published
 * @throws OutOfTime
 */
export function buildProblem(
  { own, published, registers: states, rules, measured }: View,
  suppressed: ReadonlySet<string>,
  deadline: Deadline,
): DisclosureProblem {
  const registers = states.map((state) => new Register(state));
  const placed = [own, ...published].map((document): PlacedDocument => {
    const state = registers.findIndex(({ knownAt }) => knownAt === document.knownAt);
    const register = registers[state];
    if (!register) throw new Error(`What companies added by ${document.knownAt} is missing`);
    return { document, isOwn: document === own, state, register };
  });
  const problem = new ProblemBuilder(rules ?? DISCLOSURE_RULES);
  const stretches = stretchesOf(measured);
  const names = new Map<string, number[]>();
  const places = new Map<string, PlaceCells>();
  const { places: numbered, parts } = new PlacedCells(placed, registers, suppressed);
  for (const { place, cells } of numbered.values()) {
    deadline.check();
    const numbers = new PlaceNumbers(place, cells, registers, stretches);
    assertMadeOfContributions(numbers);
    const placeCells = new PlaceCells(numbers, problem);
    places.set(place.key, placeCells);
    for (const [name, cell] of placeCells.own) names.set(name, [...(names.get(name) ?? []), cell]);
  }
  new PlaceRelations(places, parts, registers, problem).addAll(deadline);
  return { problem, own: names };
}

/** Amounts are in hundredths, each rounded. */
const ROUNDED = 0.05;

/** What companies add must make up the figure, or whatever is proved of it is proved of another number. */
function assertMadeOfContributions(numbers: PlaceNumbers): void {
  for (const { window, state, value, names } of numbers.cells) {
    if (value === undefined) continue;
    const sum = totalOf(numbers.amounts(window, state));
    if (Math.abs(sum - value) > ROUNDED)
      throw new Error(`What companies add (${sum}) does not make up ${names.join()} (${value})`);
  }
}
