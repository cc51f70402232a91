import loadHighs from 'highs';
import { isSensitive, TABLE_RULES, type TableRules } from './protect-tables';
import type { LinkedTables } from './table-relations';

/**
 * The attacker, written apart from the core: the suppressed cells as they are, not as deviations; every published cell
 * as a number; two linear programmes a cell, in text. Answers the cells whose bounds lie too near each other, and how
 * many it came to within its time: those that must be protected first.
 */
export async function attackTables(
  { cells, equations }: LinkedTables,
  suppressed: ReadonlySet<string>,
  { interval, threshold, dominance }: TableRules = TABLE_RULES,
  timeMs = 300_000,
): Promise<{ exposed: string[]; attacked: number }> {
  const highs = await loadHighs();
  const until = Date.now() + timeMs;
  const isSigned = [...cells.values()].some(({ total }) => total < 0);
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
  // Of amounts that may be less than nothing nobody knows that they are not.
  const bounds = isSigned ? `Bounds\n${[...names.values()].map((name) => ` ${name} free`).join('\n')}\n` : '';
  const solve = (name: string, sense: 'Minimize' | 'Maximize'): number => {
    const text = `${sense}\n obj: ${name}\nSubject To\n${rows.join('\n')}\n all: ${all} >= -1e30\n${bounds}End\n`;
    const { Status, ObjectiveValue } = highs.solve(text, { output_flag: false });
    if (Status === 'Optimal') return ObjectiveValue;
    return Status === 'Infeasible' ? NaN : sense === 'Minimize' ? -Infinity : Infinity;
  };
  const mustBe = (key: string): boolean => {
    const cell = cells.get(key);
    return cell !== undefined && isSensitive(cell, { threshold, dominance });
  };
  const exposed: string[] = [];
  let attacked = 0;
  for (const [key, name] of [...names].sort(([a], [b]) => Number(mustBe(b)) - Number(mustBe(a)))) {
    if (Date.now() > until) break;
    attacked += 1;
    const total = Math.abs(cells.get(key)?.total ?? 0);
    const width = solve(name, 'Maximize') - solve(name, 'Minimize');
    if (!(width >= interval * total * 0.999)) exposed.push(`${key} = ${total}, bounds ${width} apart`);
  }
  return { exposed, attacked };
}
