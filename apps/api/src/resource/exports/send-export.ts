import { fieldName, manyOf, type Language } from '@fieldlab/domain';
import type { Response } from 'express';
import type { Actor } from '../../access/actor';
import type { Fields } from '../fields';
import type { ExportQuery } from '../record-schemas';
import type { RecordService } from '../record.service';
import type { RecordSpec } from '../record-spec';
import { csvLines, type Cell } from './csv';
import { cellInWords, cellOf, exportColumns, type ExportColumn } from './export-columns';
import { inTurn, sendFile } from './send-file';
import { xlsxBytes } from './xlsx';

interface Export<F extends Fields> {
  actor: Actor;
  query: ExportQuery;
  response: Response;
  records: RecordService<F>;
  file: 'csv' | 'xlsx';
  type: string;
}

/** Streams a whole list. @throws DomainError TOO_MANY_REQUESTS while enough others are read. */
export const sendExport = <F extends Fields>(wanted: Export<F>): Promise<void> =>
  inTurn(wanted.response, () => send(wanted));

async function send<F extends Fields>({ actor, query, response, records, file, type }: Export<F>) {
  const { columns: names, language, ...filters } = readQuery(records.spec, query);
  const { spec } = records;
  const columns = chosenColumns(spec, names, language);
  const heads = columns.map((column) => ({ ...column, name: headOf(spec, column, language) }));
  const title = language ? manyOf(language, spec.resource) : spec.resource;
  await records.readAll(actor, filters, async ({ total, batches }) => {
    response.setHeader('X-Total-Count', String(total));
    const rows = cellsOf(spec, { columns, language }, batches);
    const name = `${title}.${file}`;
    if (file === 'csv')
      await sendFile(response, csvLines(heads, rows, language), { name, type: `${type}; charset=utf-8` });
    else await sendFile(response, xlsxBytes([{ name: title, columns: heads, rows }]), { name, type });
  });
}

/** Where a record has a language itself, the parameter of that name asks for records. */
function readQuery(spec: RecordSpec, { columns, ...asked }: ExportQuery) {
  if ('language' in spec.fields) return { ...asked, columns, language: undefined };
  const { language, ...filters } = asked;
  return { ...filters, columns, language: language as Language | undefined };
}

/** Those that are asked for, in that order; else all, and in a language all that people read. */
function chosenColumns(
  spec: RecordSpec,
  names: readonly string[] | undefined,
  language: Language | undefined,
): ExportColumn[] {
  const all = exportColumns(spec);
  if (names) return [...new Set(names)].flatMap((name) => all.find((column) => column.name === name) ?? []);
  return language ? all.filter(({ forPrograms }) => !forPrograms) : all;
}

const headOf = ({ resource }: RecordSpec, { name }: ExportColumn, language: Language | undefined): string =>
  language ? fieldName(language, resource, name) : name;

async function* cellsOf(
  spec: RecordSpec,
  { columns, language }: { columns: readonly ExportColumn[]; language: Language | undefined },
  batches: AsyncIterable<Record<string, unknown>[]>,
): AsyncGenerator<Cell[][]> {
  const cell = (row: Record<string, unknown>, column: ExportColumn): Cell =>
    language ? cellInWords(row, column, { spec, language }) : cellOf(row, column, spec);
  for await (const rows of batches) yield rows.map((row) => columns.map((column) => cell(row, column)));
}
