import { strToU8, zipSync } from 'fflate';

/** A workbook as a .zip of CSV files. */
export const zipOfCsv = (files: Record<string, string>): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
