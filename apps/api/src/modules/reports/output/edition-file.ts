import { XLSX } from '../../../resource/exports/xlsx';
import type { WorkService } from '../../../platform/work/work.service';
import { sheetsTask, typesetTask } from './edition-tasks';

/** The forms in which an edition can be had beside its own JSON. */
export type EditionFileKind = 'pdf' | 'xlsx' | 'csv';

export const EDITION_FILE_TYPES: Record<EditionFileKind, string> = {
  pdf: 'application/pdf',
  xlsx: XLSX,
  csv: 'text/csv; charset=utf-8',
};

/**
 * The bytes of a sealed edition, given as its text, in another form.
 * @throws DomainError WORK_TIMED_OUT, WORK_OUT_OF_MEMORY, UNAVAILABLE
 */
export const editionFile = (work: WorkService, text: string, kind: EditionFileKind): Promise<Uint8Array> =>
  kind === 'pdf' ? work.run(typesetTask, { edition: text }) : work.run(sheetsTask, { text, kind });
