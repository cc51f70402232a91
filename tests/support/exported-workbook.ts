import readXlsx from 'read-excel-file/node';
import type { Response, Test } from 'supertest';
import { xlsx, type Given } from './workbook';

const asBuffer = (response: NodeJS.ReadableStream, done: (error: null, body: Buffer) => void): void => {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => {
    done(null, Buffer.concat(chunks));
  });
};

/** The answer with the file as its body. */
export const download = (test: Test): Promise<Response> =>
  Promise.resolve(test.buffer(true).parse(asBuffer as never));

type Cells = Given[];

/** A workbook of ours as another program reads it, and as people change it: cells by row and column name. */
export class ExportedWorkbook {
  constructor(private sheets: Record<string, Cells[]>) {}

  static async read(file: Buffer): Promise<ExportedWorkbook> {
    const sheets = await readXlsx(file);
    return new ExportedWorkbook(
      Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data.map((row) => row as Cells)])),
    );
  }

  get names(): string[] {
    return Object.keys(this.sheets);
  }

  header(sheet: string): string[] {
    return (this.sheets[sheet]?.[0] ?? []).map(String);
  }

  rows(sheet: string): Record<string, Given>[] {
    const header = this.header(sheet);
    return this.lines(sheet).map((cells) =>
      Object.fromEntries(header.map((name, index) => [name, cells[index] ?? null])),
    );
  }

  /** The rows that have this value, with their numbers on screen. */
  places(sheet: string, name: string, value: Given): { row: number; id: Given }[] {
    return this.rows(sheet).flatMap((row, index) =>
      row[name] === value ? [{ row: index + 2, id: row.id ?? null }] : [],
    );
  }

  /** Changes the first row that has these values; answers its number on screen. */
  change(sheet: string, where: Record<string, Given>, values: Record<string, Given>): number {
    const header = this.header(sheet);
    const index = this.rows(sheet).findIndex((row) =>
      Object.entries(where).every(([name, value]) => row[name] === value),
    );
    const cells = this.lines(sheet)[index];
    if (!cells) throw new Error(`${sheet} has no row with ${JSON.stringify(where)}`);
    for (const [name, value] of Object.entries(values)) cells[header.indexOf(name)] = value;
    return index + 2;
  }

  add(sheet: string, values: Record<string, Given>): number {
    return this.sheets[sheet]?.push(this.header(sheet).map((name) => values[name] ?? null)) ?? 0;
  }

  /** Leaves everything else out. */
  only(...names: string[]): this {
    this.sheets = Object.fromEntries(Object.entries(this.sheets).filter(([name]) => names.includes(name)));
    return this;
  }

  toFile(): Buffer {
    return Buffer.from(xlsx(this.sheets));
  }

  private lines(sheet: string): Cells[] {
    return (this.sheets[sheet] ?? []).slice(1);
  }
}
