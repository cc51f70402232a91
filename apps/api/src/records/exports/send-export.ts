import { DomainError } from '@fieldlab/domain';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '../../access/actor';
import type { Fields } from '../fields';
import type { ExportQuery } from '../record-schemas';
import type { RecordService } from '../record.service';
import type { RecordSpec } from '../record-spec';
import { csvLines, type Cell } from './csv';
import { cellOf, exportColumns } from './export-columns';
import { xlsxBytes } from './xlsx';

/** Each export keeps a connection while its reader reads: enough for people, and not all that there are. */
const MOST_AT_ONCE = 4;
let underWay = 0;

interface Export<F extends Fields> {
  actor: Actor;
  query: ExportQuery;
  response: Response;
  records: RecordService<F>;
  file: 'csv' | 'xlsx';
  type: string;
}

/** Streams a whole list. @throws DomainError TOO_MANY_REQUESTS while enough others are read. */
export async function sendExport<F extends Fields>(wanted: Export<F>): Promise<void> {
  if (underWay >= MOST_AT_ONCE) {
    wanted.response.setHeader('Retry-After', '10');
    throw new DomainError('TOO_MANY_REQUESTS', 'Other exports are being made. Try again in 10 seconds.');
  }
  underWay += 1;
  try {
    await send(wanted);
  } finally {
    underWay -= 1;
  }
}

async function send<F extends Fields>({ actor, query, response, records, file, type }: Export<F>) {
  const { columns: names, ...filters } = query;
  const { spec } = records;
  const columns = exportColumns(spec).filter(({ name }) => names?.includes(name) ?? true);
  await records.readAll(actor, filters, async ({ total, batches }) => {
    response.setHeader('Content-Type', file === 'csv' ? `${type}; charset=utf-8` : type);
    response.setHeader('Content-Disposition', `attachment; filename="${spec.resource}.${file}"`);
    response.setHeader('X-Total-Count', String(total));
    const cells = cellsOf(spec, columns, batches);
    const content = file === 'csv' ? csvLines(columns, cells) : xlsxBytes(spec.resource, columns, cells);
    // A reader who leaves ends the export, and nothing is wrong.
    await pipeline(content, response).catch((error: unknown) => {
      if (!response.destroyed) throw error;
    });
  });
}

async function* cellsOf(
  spec: RecordSpec,
  columns: ReturnType<typeof exportColumns>,
  batches: AsyncIterable<Record<string, unknown>[]>,
): AsyncGenerator<Cell[][]> {
  for await (const rows of batches)
    yield rows.map((row) => columns.map((column) => cellOf(row, column, spec)));
}
