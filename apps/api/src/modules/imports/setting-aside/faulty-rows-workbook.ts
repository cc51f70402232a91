import { FAULTS_COLUMN, isFaultsColumn, type Cell, type Language, type RawRow } from '@fieldlab/domain';
import { xlsxBytes, type XlsxCell, type XlsxColumn, type XlsxSheet } from '../../../resource/exports/xlsx';
import type { Finding } from '../import-request';
import type { OpenedWorkbook } from '../reading/opened-workbook';
import type { AsideRows } from './aside-rows';
import { foundInFile, ownSheets, sheetsOfFormat, type NameAt, type UploadedSheet } from './uploaded-sheets';

const IN_ORDER: Record<Language, string> = {
  nl: 'In orde; een rij die niet klopt verwijst ernaar.',
  en: 'In order; a row that is wrong refers to it.',
};
const NOT_LISTED: Record<Language, string> = {
  nl: 'Klopt niet; er was meer mis dan er getoond kan worden.',
  en: 'Wrong; there was more wrong than can be shown.',
};

const NOT_ALL: Record<Language, string> = {
  nl: 'Er zijn meer rijen die niet kloppen dan hier staan. Verbeter deze, en importeer het bestand daarna opnieuw.',
  en: 'More rows are wrong than stand here. Mend these, and then import the file again.',
};
/** Of each sheet: more than anybody mends by hand, and what memory holds at once. */
export const MOST_FAULTY_ROWS = 10_000;

/**
 * The faulty rows as they were uploaded, in the sheets of the file itself, with what is wrong beside each and the cells
 * marked; and the rows that they refer to, so that it can be uploaded as it is once it is mended.
 */
export async function faultyRowsWorkbook(
  workbook: OpenedWorkbook,
  aside: AsideRows,
  language: Language,
): Promise<Buffer> {
  const found = workbook.layout ? foundInFile(aside, workbook.layout, language) : aside;
  const uploaded = workbook.layout ? ownSheets(workbook.layout) : sheetsOfFormat(workbook, language);
  const faults = new Map<string, Finding[]>();
  for (const fault of found.faults) {
    const place = `${fault.sheet} ${fault.row}`;
    faults.set(place, [...(faults.get(place) ?? []), fault]);
  }
  const sheets: XlsxSheet[] = [];
  for (const sheet of uploaded) {
    const [wrong, related] = [found.rows.get(sheet.name), found.related.get(sheet.name)];
    if (!wrong?.size && !related?.size) continue;
    const isWrong = (row: number): boolean => wrong?.has(row) === true;
    const isWanted = (row: number): boolean => isWrong(row) || related?.has(row) === true;
    const faultsOf = (row: number): readonly Finding[] => faults.get(`${sheet.name} ${row}`) ?? [];
    sheets.push(await sheetOfRows(sheet, { isWanted, isWrong, faultsOf, language }));
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxBytes(sheets)) pieces.push(piece);
  return Buffer.concat(pieces);
}

interface Wanted {
  isWanted: (row: number) => boolean;
  isWrong: (row: number) => boolean;
  faultsOf: (row: number) => readonly Finding[];
  language: Language;
}

async function sheetOfRows(uploaded: UploadedSheet, at: Wanted): Promise<XlsxSheet> {
  let header: Header | undefined;
  const lines: XlsxCell[][] = [];
  for await (const batch of uploaded.rows()) {
    for (const raw of batch) {
      if (raw.row < uploaded.headerRow) continue;
      if (!header) header = new Header(uploaded.namesIn(raw), raw);
      else if (at.isWanted(raw.row)) lines.push(header.line(raw, at));
    }
    if (lines.length > MOST_FAULTY_ROWS) break;
  }
  if (lines.length > MOST_FAULTY_ROWS && header)
    lines.splice(MOST_FAULTY_ROWS, lines.length, header.remark(NOT_ALL[at.language]));
  return {
    name: uploaded.title,
    columns: header?.columns(at.language) ?? [],
    rows: [lines],
    filter: true,
  };
}

/** The columns as they were uploaded, but for what an earlier workbook of faults said. */
class Header {
  private readonly places: readonly { index: number; title: string; name: string | undefined }[];

  constructor(nameAt: NameAt, raw: RawRow) {
    this.places = raw.cells
      .filter(({ text }) => !isFaultsColumn(text))
      .map(({ column, text }) => ({ index: column, title: text, name: nameAt(column) }));
  }

  columns(language: Language): XlsxColumn[] {
    const own = this.places.map(({ title }): XlsxColumn => ({ name: title, kind: 'text', width: 18 }));
    return [...own, { name: FAULTS_COLUMN[language], kind: 'text', width: 90 }];
  }

  line(raw: RawRow, { faultsOf, isWrong, language }: Wanted): XlsxCell[] {
    const faults = faultsOf(raw.row);
    const wrong = new Set(faults.map(({ column }) => column));
    const cells = this.places.map(({ index, name }): XlsxCell => {
      const cell = raw.cells.find(({ column }) => column === index);
      const look = name !== undefined && wrong.has(name) ? ({ look: 'wrong' } as const) : {};
      return { ...asUploaded(cell), ...look };
    });
    const said = faults.map((fault) => this.sentence(fault)).join('\n');
    return [...cells, said || (isWrong(raw.row) ? NOT_LISTED : IN_ORDER)[language]];
  }

  /** A line that says something and holds nothing. */
  remark(said: string): XlsxCell[] {
    return [...this.places.map((): XlsxCell => null), said];
  }

  private sentence({ column, message }: Finding): string {
    const title = this.places.find(({ name }) => name === column)?.title ?? column;
    return title === null ? message : `${title}: ${message}`;
  }
}

/** What cannot be a cell of its kind any more is a text. */
function asUploaded(cell: Cell | undefined): Exclude<XlsxCell, string | number | null> {
  if (!cell) return { value: null };
  if (cell.kind === 'number' && Number.isFinite(Number(cell.text)))
    return { value: cell.text, kind: 'number' };
  return { value: cell.text, kind: cell.kind === 'date' && cell.text.length === 10 ? 'date' : 'text' };
}
