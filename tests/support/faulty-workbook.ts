import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect } from 'vitest';

const DEMONSTRATION = 'prisma/demo/smart-industry-2021.xlsx';
const [PARTICIPATIONS, ACTIVITIES] = ['xl/worksheets/sheet4.xml', 'xl/worksheets/sheet5.xml'];

/** The demonstration workbook with a level that is none, and a year where a date belongs. */
export function demonstrationWithFaults(): Buffer {
  const parts = unzipSync(readFileSync(DEMONSTRATION));
  const spoil = (part: string, cell: string, text: string): void => {
    const xml = strFromU8(parts[part] ?? new Uint8Array());
    const former = new RegExp(`<c r="${cell}".*?</c>`);
    expect(xml).toMatch(former);
    parts[part] = strToU8(xml.replace(former, `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`));
  };
  spoil(PARTICIPATIONS, 'C2', 'MEEDOENER');
  spoil(ACTIVITIES, 'E3', '2019');
  return Buffer.from(zipSync(parts));
}
