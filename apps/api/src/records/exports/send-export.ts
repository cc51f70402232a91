import type { Response } from 'express';
import type { Actor } from '../../access/actor';
import type { Fields } from '../fields';
import type { ExportQuery } from '../record-schemas';
import type { RecordService } from '../record.service';
import type { RecordSpec } from '../record-spec';
import { csvLines, type Cell } from './csv';
import { cellOf, exportColumns, type ExportColumn } from './export-columns';
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
  const { columns: names, ...filters } = query;
  const { spec } = records;
  const columns = chosenColumns(spec, names);
  await records.readAll(actor, filters, async ({ total, batches }) => {
    response.setHeader('X-Total-Count', String(total));
    const rows = cellsOf(spec, columns, batches);
    const name = `${spec.resource}.${file}`;
    if (file === 'csv')
      await sendFile(response, csvLines(columns, rows), { name, type: `${type}; charset=utf-8` });
    else await sendFile(response, xlsxBytes([{ name: spec.resource, columns, rows }]), { name, type });
  });
}

/** Those that are asked for, in that order; else all. */
function chosenColumns(spec: RecordSpec, names: readonly string[] | undefined): ExportColumn[] {
  const all = exportColumns(spec);
  if (!names) return all;
  return [...new Set(names)].flatMap((name) => all.find((column) => column.name === name) ?? []);
}

async function* cellsOf(
  spec: RecordSpec,
  columns: readonly ExportColumn[],
  batches: AsyncIterable<Record<string, unknown>[]>,
): AsyncGenerator<Cell[][]> {
  for await (const rows of batches)
    yield rows.map((row) => columns.map((column) => cellOf(row, column, spec)));
}
