import { writeFile } from 'node:fs/promises';
import type { Breakdown, Figure, FiguresAnswer, Language } from '@fieldlab/domain';
import Papa from 'papaparse';
import { titleOf } from './figure-format';

const COLUMNS = ['indicator', 'title', 'definition_version', 'unit', 'key', 'label', 'value'] as const;

/** One line a figure and one a cell; a figure's own line has no key. */
export function figureCsv(answer: FiguresAnswer, language: Language): string {
  const lines = answer.figures.flatMap((figure) => flatten(figure, language));
  return Papa.unparse({ fields: [...COLUMNS], data: lines }, { newline: '\n', escapeFormulae: true });
}

/** Writes the answer to a file by its ending: .json as HTTP gives it, .xlsx and .pdf as an edition has it, to be read. */
export async function writeFigures(
  answer: FiguresAnswer,
  file: string,
  { language, by }: { language: Language; by?: Breakdown | undefined },
): Promise<void> {
  if (/\.pdf$/i.test(file)) {
    // The compiler takes long to load, and most answers are not typeset.
    const { typeset } = await import('../modules/reports/output/edition-pdf');
    await writeFile(file, await typeset({ answer, by, language }));
    return;
  }
  if (/\.json$/i.test(file)) {
    await writeFile(file, `${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  const { figuresXlsx } = await import('../modules/reports/output/edition-xlsx');
  await writeFile(file, figuresXlsx(answer, by, language));
}

function flatten(figure: Figure, language: Language): (string | number)[][] {
  const { indicator, definitionVersion, unit, value, breakdown = [] } = figure;
  const title = titleOf(figure, language);
  const line = (key: string, label: string, cell: typeof value) => [
    ...[indicator, title, definitionVersion, unit, key, label],
    cell ?? '',
  ];
  return [line('', '', value), ...breakdown.map((cell) => line(cell.key, cell.label, cell.value))];
}
