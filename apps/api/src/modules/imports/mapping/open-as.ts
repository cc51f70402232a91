import type { ImportMapping } from '@fieldlab/domain';
import type { Mend } from '../mending/mend.dto';
import { mendedFile, mendedWorkbook } from '../mending/mended-workbook';
import { openFile, openWorkbook, type Opening } from '../reading/open-workbook';
import type { OpenedWorkbook } from '../reading/opened-workbook';
import { pickNamed } from '../reading/sheets-found';
import { mappedWorkbook, type CentreCodeOf } from './mapped-workbook';

export interface OpeningAs extends Opening {
  mends?: readonly Mend[] | undefined;
  mapping?: ImportMapping | undefined;
  codeOf?: CentreCodeOf | undefined;
}

/**
 * Opens a file as it is, or as a mapping reads it.
 * @throws WorkbookRefused with a clear reason, before any row is read
 */
export async function openAs(
  path: string,
  { mends = [], mapping, codeOf = () => undefined, ...opening }: OpeningAs,
): Promise<OpenedWorkbook> {
  if (!mapping) return mendedWorkbook(await openWorkbook(path, opening), mends);
  const { sheets } = mapping;
  const file = await openFile(path, pickNamed(new Set(sheets.map(({ name }) => name))), opening);
  const headerRowOf = (name: string): number => sheets.find((one) => one.name === name)?.headerRow ?? 1;
  return mappedWorkbook(mendedFile(file, mends, headerRowOf), mapping, codeOf);
}
