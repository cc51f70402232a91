import {
  TableFault,
  type Hierarchy,
  type StatisticalTable,
  type TableFolder,
  type TableRow,
} from './read-tables';

/** One number of the linked tables, which may stand in several of them. */
export interface TableCell {
  key: string;
  firms: number;
  total: number;
  largest: number;
}

/** The whole is the sum of its parts; `isComplete` when nothing is missing from them. */
export interface TableEquation {
  whole: string;
  parts: string[];
  isComplete: boolean;
}

export interface LinkedTables {
  cells: Map<string, TableCell>;
  equations: TableEquation[];
}

/** What the codes of one column are to each other. */
interface Dimension {
  name: string;
  /** The codes right below each code, of those that the table has. */
  below: Map<string, string[]>;
  /** The code of everything, if the table has it. */
  root: string | undefined;
}

const TOTALS = /^(_?t|_z|tot(a?a?l)?(e|en)?|totaux|sum|som|all(e)?|ensemble|gesamt|insgesamt|world|0+)$/i;

/** Puts tables that share dimensions together: what is the same number is one cell. */
export function linked({ tables, hierarchies }: TableFolder): LinkedTables {
  const cells = new Map<string, TableCell>();
  const equations: TableEquation[] = [];
  for (const table of tables) {
    const dimensions = table.columns.map((_, index) => dimensionOf(table, index, hierarchies));
    const keyOf = (codes: readonly string[]): string => keyIn(table, dimensions, codes);
    const rows = new Map(table.rows.map((row) => [row.codes.join(SEPARATOR), row]));
    for (const row of table.rows) addCell(cells, keyOf(row.codes), row, table.name);
    for (const row of table.rows) {
      dimensions.forEach((dimension, index) => {
        const parts = (dimension.below.get(row.codes[index] ?? '') ?? []).flatMap((code) => {
          const part = rows.get(row.codes.with(index, code).join(SEPARATOR));
          return part ? [part] : [];
        });
        if (parts.length > 0) equations.push(...equationOf(row, parts, keyOf));
      });
    }
  }
  return { cells, equations };
}

const SEPARATOR = '\u001f';

function addCell(
  cells: Map<string, TableCell>,
  key: string,
  { codes, firms, total, largest }: TableRow,
  table: string,
): void {
  const known = cells.get(key);
  if (known && Math.abs(known.total - total) > toleranceOf(total, 1))
    throw new TableFault(`${table} has ${total} for ${codes.join(', ')}, and another table ${known.total}.`);
  // The same number in two tables: the stricter of what they say of it decides.
  cells.set(key, {
    key,
    total,
    firms: Math.min(firms, known?.firms ?? firms),
    largest: Math.max(largest, known?.largest ?? 0),
  });
}

/** Totals are rounded. */
const toleranceOf = (total: number, numbers: number): number => 0.0005 * Math.abs(total) + 0.01 * numbers;

function equationOf(
  whole: TableRow,
  parts: readonly TableRow[],
  keyOf: (codes: readonly string[]) => string,
): TableEquation[] {
  const sum = parts.reduce((all, { total }) => all + total, 0);
  const tolerance = toleranceOf(whole.total, parts.length + 1);
  const isSigned = [whole, ...parts].some(({ total }) => total < 0);
  // These do not add up to it; where some are less than nothing, the missing may be too.
  if (sum > whole.total + tolerance || (isSigned && sum < whole.total - tolerance)) return [];
  const equation = { whole: keyOf(whole.codes), parts: parts.map(({ codes }) => keyOf(codes)) };
  if (equation.parts.length === 1 && equation.parts[0] === equation.whole) return [];
  return [{ ...equation, isComplete: sum >= whole.total - tolerance }];
}

/** Without the dimensions in which it is the total: so a cell is the same in every table that has it. */
function keyIn(
  { columns }: StatisticalTable,
  dimensions: readonly Dimension[],
  codes: readonly string[],
): string {
  return codes
    .flatMap((code, index) => {
      const { root, name } = dimensions[index] ?? {};
      return code === root ? [] : [`${name ?? columns[index] ?? ''}=${code}`];
    })
    .sort()
    .join(SEPARATOR);
}

function dimensionOf(table: StatisticalTable, index: number, hierarchies: readonly Hierarchy[]): Dimension {
  const codes = new Set(table.rows.map((row) => row.codes[index] ?? ''));
  const name = (table.columns[index] ?? '').toUpperCase();
  const hierarchy = hierarchyOf(codes, name, hierarchies);
  const below = new Map<string, string[]>();
  const placed = new Set<string>();
  for (const path of hierarchy?.paths ?? []) {
    const here = path.filter((code, at) => codes.has(code) && path.indexOf(code) === at);
    here.forEach((code, at) => {
      placed.add(code);
      const above = here[at - 1];
      if (above === undefined) return;
      const children = below.get(above) ?? [];
      if (!children.includes(code)) below.set(above, [...children, code]);
    });
  }
  const children = new Set([...below.values()].flat());
  const tops = [...codes].filter((code) => !children.has(code));
  const root = rootOf(tops, table, index);
  if (root !== undefined) {
    const rest = tops.filter((code) => code !== root);
    if (rest.length > 0 && !below.has(root)) below.set(root, rest);
  }
  return { name, below, root };
}

/** The hierarchy that knows most of the codes; of two that know as many, the one that is called like the column. */
function hierarchyOf(
  codes: ReadonlySet<string>,
  column: string,
  hierarchies: readonly Hierarchy[],
): Hierarchy | undefined {
  const known = ({ paths }: Hierarchy): number => {
    const all = new Set(paths.flat());
    return [...codes].filter((code) => all.has(code)).length / Math.max(1, codes.size);
  };
  const isNamed = ({ name }: Hierarchy): number => Number(name.toUpperCase().startsWith(column));
  return hierarchies
    .filter((one) => known(one) >= 0.5)
    .toSorted((a, b) => known(b) - known(a) || isNamed(b) - isNamed(a))[0];
}

/** The code of everything: the only top, the one that is called so, or the one that is the sum of the other tops. */
function rootOf(tops: readonly string[], table: StatisticalTable, index: number): string | undefined {
  if (tops.length === 1) return tops[0];
  const named = tops.filter((code) => TOTALS.test(code));
  if (named.length === 1) return named[0];
  const sums = new Map<string, number>();
  for (const { codes, total } of table.rows) {
    const code = codes[index] ?? '';
    if (tops.includes(code)) sums.set(code, (sums.get(code) ?? 0) + total);
  }
  const all = [...sums.values()].reduce((sum, one) => sum + one, 0);
  return tops.find((code) => Math.abs((sums.get(code) ?? 0) * 2 - all) <= 0.001 * all);
}
