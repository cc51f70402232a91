import type { Readable } from 'node:stream';
import { Inspection, type UnpackedBytes } from '../inspection';
import type { WorkbookLimits } from '../limits';
import { WorkbookRefused } from '../workbook-refused';
import { detectDelimiter } from './csv-parser';

export interface CsvTraits {
  encoding: 'utf-8' | 'windows-1252';
  delimiter: ',' | ';';
  /** Excel's own first line `sep=;`, which is no row. */
  skippedLine: string;
  rowsExpected: number;
}

/** However it is written: some programs quote it, and some fill the line up with separators. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=([,;])"?[,;]*[ \t]*(?:\r\n?|\n)/i;
const SAMPLE = 64 * 1024;
const LF = 0x0a;
const UTF16_MARKS = [Buffer.from('fffe', 'hex'), Buffer.from('feff', 'hex')];

/** Finds out in one pass how a csv file is written: UTF-8 or not, commas or semicolons, about how many rows. */
export async function inspectCsv(
  file: { name: string; stream: Readable; checksum?: number | undefined },
  limits: WorkbookLimits,
  spent: UnpackedBytes,
): Promise<CsvTraits> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let encoding: CsvTraits['encoding'] = 'utf-8';
  let lines = 0;
  let sample = Buffer.alloc(0);
  const decode = (chunk?: Buffer): void => {
    try {
      if (encoding === 'utf-8') utf8.decode(chunk, { stream: chunk !== undefined });
    } catch {
      encoding = 'windows-1252';
    }
  };
  await new Inspection(limits, spent).run(
    file.stream,
    (chunk) => {
      if (sample.length < SAMPLE) sample = Buffer.concat([sample, chunk.subarray(0, SAMPLE)]);
      for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, at + 1)) lines += 1;
      decode(chunk);
    },
    file.checksum,
  );
  decode();
  if (UTF16_MARKS.some((mark) => sample.subarray(0, 2).equals(mark))) {
    throw new WorkbookRefused('WRONG_ENCODING', { file: file.name });
  }
  return { encoding, rowsExpected: lines + 1, ...notationOf(new TextDecoder(encoding).decode(sample)) };
}

function notationOf(sample: string): Pick<CsvTraits, 'delimiter' | 'skippedLine'> {
  const said = SEPARATOR_LINE.exec(sample);
  return said
    ? { delimiter: said[1] === ';' ? ';' : ',', skippedLine: said[0] }
    : { delimiter: detectDelimiter(sample), skippedLine: '' };
}
