import { Random } from '../../support/random';
import type { LinkedTables, TableCell, TableEquation } from './table-relations';

/** A code with its codes below it. */
interface Code {
  name: string;
  below: Code[];
}

/** A total, groups and their members. */
function hierarchy(name: string, groups: number, members: number): Code {
  const leaf = (own: string): Code => ({ name: own, below: [] });
  const group = (index: number): Code => ({
    name: `${name}${index}`,
    below: Array.from({ length: members }, (_, member) => leaf(`${name}${index}.${member}`)),
  });
  return {
    name: `${name}*`,
    below: Array.from({ length: groups }, (_, index) =>
      members === 0 ? leaf(`${name}${index}`) : group(index),
    ),
  };
}

const allOf = (code: Code): Code[] => [code, ...code.below.flatMap(allOf)];
const leavesOf = (code: Code): Code[] => (code.below.length === 0 ? [code] : code.below.flatMap(leavesOf));

/** Tables of two hierarchies and a list, of firms of very different sizes: like those of national statistics. */
export function generatedTables(cells: number, seed = 1): LinkedTables {
  const random = new Random(seed);
  const groups = Math.max(2, Math.round(Math.sqrt(cells) / 11));
  const dimensions = [hierarchy('A', groups, 5), hierarchy('B', groups, 3), hierarchy('C', 4, 0)];
  const firms = new Map<string, number[]>();
  const product = (some: readonly Code[][]): Code[][] =>
    some.reduce<Code[][]>((all, codes) => all.flatMap((one) => codes.map((code) => [...one, code])), [[]]);
  const keyOf = (codes: readonly Code[]): string => codes.map(({ name }) => name).join(' ');
  for (const leaf of product(dimensions.map(leavesOf))) {
    if (random.chance(0.15)) continue;
    const many = random.chance(0.25) ? random.int(1, 4) : random.int(5, 25);
    firms.set(
      keyOf(leaf),
      Array.from({ length: many }, () => Math.round(10 * Math.exp(4 * random.next()))),
    );
  }
  const within = product(dimensions.map(allOf)).map((codes): [Code[], TableCell] => {
    const behind = product(codes.map(leavesOf)).flatMap((leaf) => firms.get(keyOf(leaf)) ?? []);
    const total = behind.reduce((sum, amount) => sum + amount, 0);
    return [codes, { key: keyOf(codes), firms: behind.length, total, largest: Math.max(0, ...behind) }];
  });
  const equations = within.flatMap(([codes, { key }]) =>
    codes.flatMap((code, index): TableEquation[] =>
      code.below.length === 0
        ? []
        : [{ whole: key, parts: code.below.map((one) => keyOf(codes.with(index, one))), isComplete: true }],
    ),
  );
  return { cells: new Map(within.map(([, cell]) => [cell.key, cell])), equations };
}
