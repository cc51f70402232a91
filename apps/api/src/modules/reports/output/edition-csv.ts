import type { SealedEdition } from '@fieldlab/domain';
import Papa from 'papaparse';
import { defused } from '../../../resource/exports/csv';
import { EDITION_COLUMNS, EDITION_STAMP, editionRows } from './edition-rows';

/** An edition as CSV (RFC 4180, UTF-8): every number a row, and in every row which edition it is of. */
export function editionCsv(edition: SealedEdition): string {
  const stamp = EDITION_STAMP.map((name) => defused(edition[name]));
  const rows = editionRows(edition).map((row) => [
    ...EDITION_COLUMNS.map((name) => {
      const value = row[name];
      return typeof value === 'boolean' ? String(value) : defused(value);
    }),
    ...stamp,
  ]);
  return `${Papa.unparse([[...EDITION_COLUMNS, ...EDITION_STAMP], ...rows])}\r\n`;
}
