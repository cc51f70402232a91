import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Random } from '../random';
import { LinearProgramme } from './linear-programme';

/** Debian's glpk-utils, where it is installed. */
function hasGlpsol(): boolean {
  try {
    execFileSync('glpsol', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.info('glpsol (glpk-utils) is not installed: the bounds of the attacker are not computed twice.');
    return false;
  }
}

function glpsol(text: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'fieldlab-glpk-'));
  try {
    const [problem, solution] = [join(folder, 'problem.lp'), join(folder, 'solution.txt')];
    writeFileSync(problem, text);
    execFileSync('glpsol', ['--lp', problem, '-o', solution], { stdio: 'ignore' });
    const line = readFileSync(solution, 'utf8')
      .split('\n')
      .find((one) => one.startsWith('Objective:'));
    return Number(line?.split('=')[1]?.trim().split(' ')[0]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A table with its totals, of which some cells are suppressed. */
function tableOf(random: Random): { programme: LinearProgramme; names: string[] } {
  const programme = new LinearProgramme();
  const names = new Set<string>();
  const values = random.times(3, 4, () => random.times(4, 4, () => random.int(1, 40)));
  const lines = [
    ...values.map((row, at) => row.map((value, column) => ({ name: `r${at}c${column}`, value }))),
    ...[0, 1, 2, 3].map((column) =>
      values.map((row, at) => ({ name: `r${at}c${column}`, value: row[column] ?? 0 })),
    ),
  ];
  const isSuppressed = new Map(lines.flat().map(({ name }) => [name, random.chance(0.6)]));
  for (const line of lines) {
    const hidden = line.filter(({ name }) => isSuppressed.get(name));
    for (const { name } of hidden) names.add(name);
    const left = hidden.reduce((sum, { value }) => sum + value, 0);
    programme.row(
      hidden.map(({ name }): [number, string] => [1, name]),
      '=',
      left,
    );
  }
  return { programme, names: [...names] };
}

describe(LinearProgramme.name, () => {
  it.runIf(hasGlpsol())('has the bounds that another solver finds', async () => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const { programme, names } = tableOf(new Random(seed));
      for (const name of names.slice(0, 4)) {
        const [least, most] = await programme.bounds([[1, name]]);
        expect(glpsol(programme.text([[1, name]], 'min'))).toBeCloseTo(least, 4);
        expect(glpsol(programme.text([[1, name]], 'max'))).toBeCloseTo(most, 4);
      }
    }
  });
});
