import type { SealedEdition } from '@fieldlab/domain';
import { XLSX } from '../../../records/exports/xlsx';
import { editionCsv } from './edition-csv';
import { editionPdf } from './edition-pdf';
import { editionXlsx } from './edition-xlsx';

/** The forms in which an edition can be had beside its own JSON. */
export const EDITION_FILES = ['pdf', 'xlsx', 'csv'] as const;
export type EditionFileKind = (typeof EDITION_FILES)[number];

export const EDITION_FILE_TYPES: Record<EditionFileKind, string> = {
  pdf: 'application/pdf',
  xlsx: XLSX,
  csv: 'text/csv; charset=utf-8',
};

type Content = AsyncIterable<string | Uint8Array>;

const MAKERS: Record<EditionFileKind, (edition: SealedEdition) => Content> = {
  pdf: (edition) => whole(editionPdf(edition)),
  xlsx: editionXlsx,
  csv: (edition) => whole(editionCsv(edition)),
};

async function* whole(content: string | Promise<Uint8Array>): AsyncGenerator<string | Uint8Array> {
  yield await content;
}

/** A sealed edition as a file for people to keep. */
export function editionFile(
  text: string,
  kind: EditionFileKind,
): { name: string; type: string; content: Content } {
  const edition = JSON.parse(text) as SealedEdition;
  const name = `${edition.report.title} ${edition.edition}.${kind}`;
  return { name, type: EDITION_FILE_TYPES[kind], content: MAKERS[kind](edition) };
}
