import { componentsOf, type Component } from './components';
import { DeviationModel } from './deviations';
import type { Protection, ProtectionLimits, ProtectionProblem } from './problem';
import { Suppression, type UnionWidth } from './suppression';

/** Proving may take all of the time but this part, which is for publishing again what need not be suppressed. */
const PROVING = 0.8;

/**
 * Chooses what to suppress beside what must be, so that no unpublished cell can be computed more closely than its
 * protection interval. Where that is not proved in time, everything that hangs together with it is suppressed.
 */
export async function protect(
  problem: ProtectionProblem,
  unionWidth: UnionWidth,
  { deadline, onProgress, wholeUpTo }: ProtectionLimits,
): Promise<Protection> {
  const protection: Protection = { complementary: [], exposedBefore: [], exposedNow: [], unproved: [] };
  const components = componentsOf(problem).filter(({ problem: { cells } }) =>
    cells.some(({ status }) => status === 'suppressed' || status === 'hidden'),
  );
  const proveBy = deadline.after(PROVING);
  for (const [index, component] of components.entries()) {
    const model = await DeviationModel.of(component.problem, deadline);
    const nameOf = (cell: number): number => component.names[cell] ?? -1;
    const width: UnionWidth = (cells) => unionWidth(cells.map(nameOf));
    const suppression = new Suppression(component.problem, model, width, proveBy, wholeUpTo);
    try {
      if (!suppression.protect()) suppressRest(component, suppression, protection);
      else suppression.cleanUp(deadline);
      onProgress?.((index + 1) / components.length);
      const named = (cells: Iterable<number>): number[] => [...cells].map(nameOf);
      protection.complementary.push(...named(suppression.complementary));
      protection.exposedBefore.push(...suppression.exposures(false).map(named));
      protection.exposedNow.push(...suppression.exposures(true).map(named));
    } finally {
      suppression.dispose();
      model.dispose();
    }
  }
  return protection;
}

function suppressRest({ problem, names }: Component, suppression: Suppression, protection: Protection): void {
  problem.cells.forEach(({ status, width }, cell) => {
    if (status === 'open') suppression.complementary.add(cell);
    if (width > 0 && suppression.unpublished.has(cell)) protection.unproved.push(names[cell] ?? -1);
  });
}
