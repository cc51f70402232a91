import type { Localised } from '../vocabulary/languages';

export const ALL_FILE_KINDS = [
  'pdf',
  'png',
  'jpeg',
  'webp',
  'docx',
  'xlsx',
  'odt',
  'ods',
  'txt',
  'csv',
] as const;
export type FileKind = (typeof ALL_FILE_KINDS)[number];

/** The kinds of files that can be kept as evidence: how each is told by its content, and called by people. */
export const FILE_KINDS = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'], label: 'PDF' },
  png: { mediaType: 'image/png', extensions: ['png'], label: 'PNG' },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], label: 'JPEG' },
  webp: { mediaType: 'image/webp', extensions: ['webp'], label: 'WebP' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    label: 'Word (.docx)',
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    label: 'Excel (.xlsx)',
  },
  odt: {
    mediaType: 'application/vnd.oasis.opendocument.text',
    extensions: ['odt'],
    label: 'OpenDocument (.odt)',
  },
  ods: {
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    extensions: ['ods'],
    label: 'OpenDocument (.ods)',
  },
  txt: { mediaType: 'text/plain', extensions: ['txt'], label: '.txt' },
  csv: { mediaType: 'text/csv', extensions: ['csv'], label: '.csv' },
} as const satisfies Record<FileKind, FileKindDescription>;

interface FileKindDescription {
  mediaType: string;
  /** The first is what a file is given that has none of them. */
  extensions: readonly [string, ...string[]];
  label: string;
}

export const isFileKind = (name: string): name is FileKind => Object.hasOwn(FILE_KINDS, name);

/** `PDF, Word (.docx)`; the same in both languages. */
export const fileKindLabels = (kinds: readonly FileKind[]): string =>
  kinds.map((kind) => FILE_KINDS[kind].label).join(', ');

/** A size as people say it: whole megabytes, or one decimal below ten. */
export function megabytes(bytes: number): Localised {
  const amount = bytes / 1_000_000;
  const said = amount >= 10 || Number.isInteger(amount) ? String(Math.round(amount)) : amount.toFixed(1);
  return { nl: `${said.replace('.', ',')} MB`, en: `${said} MB` };
}
