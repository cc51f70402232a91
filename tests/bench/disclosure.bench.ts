import { attackTables } from './tables/attack-tables';
import { protectTables } from './tables/protect-tables';
import { readTableFolder } from './tables/read-tables';
import { generatedTables } from './tables/generate-tables';
import { linked, type LinkedTables } from './tables/table-relations';

/** So many cells, more or less, have the tables that are made for the purpose. */
const GENERATED = [1000, 5000, 10_000];

/** Linked, hierarchical tables that are not the product's, protected by the same core and attacked by another. */
export const benchDisclosure = async (folder: string): Promise<string[]> =>
  benchTables(folder, linked(await readTableFolder(folder)));

/** Tables of rising size, attacked for a minute each. */
export async function* benchGenerated(): AsyncGenerator<string[]> {
  for (const cells of GENERATED) yield benchTables('generated tables', generatedTables(cells), 60_000);
}

async function benchTables(name: string, tables: LinkedTables, attackMs?: number): Promise<string[]> {
  const all = [...tables.cells.values()];
  const totalOf = (keys: ReadonlySet<string>): number =>
    all.reduce((sum, { key, total }) => sum + (keys.has(key) ? total : 0), 0);
  const { primary, secondary, unproved, seconds } = await protectTables(tables);
  const shareOf = (keys: ReadonlySet<string>): string =>
    `${((100 * totalOf(keys)) / totalOf(new Set(tables.cells.keys()))).toFixed(1)} % of TOT`;
  const { exposed, attacked } = await attackTables(
    tables,
    new Set([...primary, ...secondary]),
    undefined,
    attackMs,
  );
  return [
    `Disclosure control of ${name}: ${all.length} cells, ${tables.equations.length} equations`,
    `  suppressed: ${primary.size} primary (${shareOf(primary)}), ${secondary.size} secondary (${shareOf(secondary)})`,
    `  exposed: ${exposed.length} of ${attacked} attacked${exposed.length > 0 ? ` (${exposed.slice(0, 5).join('; ')})` : ''}`,
    `  time: ${seconds.toFixed(1)} s of 60${unproved > 0 ? `; ${unproved} not proved, so that all beside them is suppressed` : ''}`,
  ];
}
