import { isFault, NETHERLANDS, SheetReader } from '@fieldlab/domain';
import type { OpenedSheet, OpenedWorkbook } from './opened-workbook';

/** Whether there is anything to import: a filled row, or a header that is faulty and deserves to be told so. */
export async function hasRows(workbook: OpenedWorkbook): Promise<boolean> {
  for (const sheet of workbook.sheets) if (await hasRow(sheet)) return true;
  return workbook.remarks.some(({ code }) => isFault(code));
}

async function hasRow(opened: OpenedSheet): Promise<boolean> {
  let reader: SheetReader | undefined;
  for await (const batch of opened.rows()) {
    for (const raw of batch) {
      if (reader) {
        if (reader.read(raw)) return true;
      } else {
        reader = new SheetReader(opened.sheet, raw, NETHERLANDS);
        if (reader.headerRemarks.some(({ code }) => isFault(code))) return true;
      }
    }
  }
  return false;
}
