import type { SealedEdition } from '@fieldlab/domain';
import { editionCsv } from './edition-csv';
import { editionXlsx } from './edition-xlsx';

export type SheetKind = 'xlsx' | 'csv';

/** A sealed edition, given as its text, as the bytes of a workbook or of lines. */
export async function editionSheets({ text, kind }: { text: string; kind: SheetKind }): Promise<Uint8Array> {
  const edition = JSON.parse(text) as SealedEdition;
  if (kind === 'csv') return Buffer.from(editionCsv(edition), 'utf8');
  const pieces: Uint8Array[] = [];
  for await (const piece of editionXlsx(edition)) pieces.push(piece);
  return Buffer.concat(pieces);
}
