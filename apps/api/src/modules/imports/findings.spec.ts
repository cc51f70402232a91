import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { Findings } from './findings';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heldMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1024 ** 2;
}

describe('what there is to say of a workbook', () => {
  it('is held in bounded memory, however many rows are wrong, and tells how many more there are', () => {
    const findings = new Findings('nl');
    let row = 1;
    const addUntil = (last: number): void => {
      for (; row <= last; row += 1)
        for (const column of ['kvk_number', 'employees']) {
          const value = `${column} ${row} `.repeat(20);
          findings.add({ code: 'UNKNOWN_VALUE', sheet: 'companies', row, column, value });
        }
    };
    addUntil(100_000);
    const full = heldMegabytes();
    addUntil(1_000_000);
    // The numbers of the rows themselves are kept, to know which are faulty.
    expect(heldMegabytes() - full).toBeLessThan(16);
    const { faults } = findings;
    expect(faults.at(-1)?.code).toBe('MORE_FINDINGS');
    expect(faults.at(-1)?.message).toContain(
      (2_000_000 - (faults.length - 1)).toLocaleString('nl-NL').replaceAll('.', ''),
    );
    expect(findings.faultyRows?.get('companies')?.size).toBe(1_000_000);
  });
});
