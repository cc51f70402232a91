import type { Combination } from './deviations';
import type { LinearRelation, ProtectionProblem } from './problem';

/**
 * Unpublished cells whose sum everybody can compute: those of one equation, and what they themselves are made of where
 * that is unpublished. Together they may be as sensitive as a cell is, however far the bounds of each lie apart.
 */
export function determinedUnions(
  { relations }: ProtectionProblem,
  isUnpublished: (cell: number) => boolean,
): Combination[] {
  const parts = partsOf(relations);
  const unions = new Map<string, Combination>();
  for (const { kind, terms } of relations) {
    if (kind !== 'equal') continue;
    const open = terms.filter(({ cell }) => isUnpublished(cell));
    const isSum = new Set(open.map(({ factor }) => Math.sign(factor))).size === 1;
    if (!isSum) continue;
    let level = open.map(({ cell }) => cell);
    for (let depth = 0; depth < DEEPEST; depth += 1) {
      if (level.length > 1) unions.set([...level].sort((a, b) => a - b).join(' '), level.map(once));
      const next = level.flatMap((cell) => parts.get(cell)?.filter(isUnpublished) ?? [cell]);
      if (next.length === level.length && next.every((cell, index) => cell === level[index])) break;
      if (new Set(next).size !== next.length) break;
      level = next;
    }
  }
  return [...unions.values()];
}

const DEEPEST = 12;
const once = (cell: number) => ({ cell, factor: 1 });

/** Of every total, the cells of the first equation that makes it up. */
function partsOf(relations: readonly LinearRelation[]): Map<number, number[]> {
  const parts = new Map<number, number[]>();
  for (const { kind, terms } of relations) {
    const wholes = terms.filter(({ factor }) => factor < 0);
    const [whole] = wholes;
    if (kind !== 'equal' || wholes.length !== 1 || !whole || parts.has(whole.cell)) continue;
    parts.set(
      whole.cell,
      terms.filter((term) => term !== whole).map(({ cell }) => cell),
    );
  }
  return parts;
}
