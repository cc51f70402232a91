import loadHighs from 'highs';
import { TABLE_RULES, type TableRules } from './protect-tables';
import type { LinkedTables } from './table-relations';

/**
 * The attacker, written apart from the core: the suppressed cells as they are, not as deviations; every published cell
 * as a number; two linear programmes a cell, in text. Answers the cells whose bounds lie too near each other.
 */
export async function attackTables(
  { cells, equations }: LinkedTables,
  suppressed: ReadonlySet<string>,
  { interval }: TableRules = TABLE_RULES,
): Promise<string[]> {
  const highs = await loadHighs();
  const names = new Map([...suppressed].map((key, index) => [key, `x${index}`]));
  const rows = equations.flatMap(({ whole, parts, isComplete }, index) => {
    const terms: string[] = [];
    let rest = 0;
    for (const [key, factor] of [...parts.map((part) => [part, 1] as const), [whole, -1] as const]) {
      const name = names.get(key);
      if (name) terms.push(`${factor > 0 ? '+' : '-'} ${name}`);
      else rest -= factor * (cells.get(key)?.total ?? 0);
    }
    if (terms.length === 0) return [];
    // Published totals are rounded: an attacker who believed them to the last digit would find nothing.
    const slack = 1e-6 * Math.abs(rest) + 0.01;
    const upper = ` u${index}: ${terms.join(' ')} <= ${rest + slack}`;
    return isComplete ? [upper, ` l${index}: ${terms.join(' ')} >= ${rest - slack}`] : [upper];
  });
  const all = [...names.values()].map((name) => `+ ${name}`).join('\n ');
  const solve = (name: string, sense: 'Minimize' | 'Maximize'): number => {
    const text = `${sense}\n obj: ${name}\nSubject To\n${rows.join('\n')}\n all: ${all} >= 0\nEnd\n`;
    const { Status, ObjectiveValue } = highs.solve(text, { output_flag: false });
    if (Status === 'Optimal') return ObjectiveValue;
    return Status === 'Infeasible' ? NaN : sense === 'Minimize' ? 0 : Infinity;
  };
  return [...names].flatMap(([key, name]) => {
    const total = cells.get(key)?.total ?? 0;
    const width = solve(name, 'Maximize') - solve(name, 'Minimize');
    return width >= interval * total * 0.999 ? [] : [`${key} = ${total}, bounds ${width} apart`];
  });
}
