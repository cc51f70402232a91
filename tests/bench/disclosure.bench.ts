import { attackTables } from './tables/attack-tables';
import { protectTables } from './tables/protect-tables';
import { readTableFolder } from './tables/read-tables';
import { linked } from './tables/table-relations';

/** Linked, hierarchical tables that are not the product's, protected by the same core and attacked by another. */
export async function benchDisclosure(folder: string): Promise<string[]> {
  const tables = linked(await readTableFolder(folder));
  const all = [...tables.cells.values()];
  const totalOf = (keys: ReadonlySet<string>): number =>
    all.reduce((sum, { key, total }) => sum + (keys.has(key) ? total : 0), 0);
  const { primary, secondary, unproved, seconds } = await protectTables(tables);
  const shareOf = (keys: ReadonlySet<string>): string =>
    `${((100 * totalOf(keys)) / totalOf(new Set(tables.cells.keys()))).toFixed(1)} % of TOT`;
  const { exposed, attacked } = await attackTables(tables, new Set([...primary, ...secondary]));
  return [
    `Disclosure control of ${folder}: ${all.length} cells, ${tables.equations.length} equations`,
    `  suppressed: ${primary.size} primary (${shareOf(primary)}), ${secondary.size} secondary (${shareOf(secondary)})`,
    `  exposed: ${exposed.length} of ${attacked} attacked${exposed.length > 0 ? ` (${exposed.slice(0, 5).join('; ')})` : ''}`,
    `  time: ${seconds.toFixed(1)} s of 60${unproved > 0 ? `; ${unproved} not proved, so that all beside them is suppressed` : ''}`,
  ];
}
