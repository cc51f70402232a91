import { createReadStream } from 'node:fs';
import { FILE_KINDS, normaliseText, type FileKind } from '@fieldlab/domain';
import { fileTypeFromFile } from 'file-type';

const TEXTS: readonly FileKind[] = ['txt', 'csv'];
const LONGEST_NAME = 200;

/**
 * Which of these kinds a file is by its content; what a text is for, its name says. Undefined for any other file.
 * What can be told by its first bytes is never taken for a text.
 */
export async function kindOfFile(
  path: string,
  name: string,
  kinds: readonly FileKind[],
): Promise<FileKind | undefined> {
  // A file that ends amid what it claims to be is none of ours.
  const told = await fileTypeFromFile(path).catch(() => ({ mime: 'application/octet-stream' }));
  if (told) return kinds.find((kind) => !TEXTS.includes(kind) && FILE_KINDS[kind].mediaType === told.mime);
  const kind = kinds.find((one) => TEXTS.includes(one) && hasExtension(name, one));
  return kind && (await isText(path)) ? kind : undefined;
}

/** Whether it holds no byte that text of any usual encoding does not have. */
async function isText(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
    if (chunk.some(isControl)) return false;
  return true;
}

const TAB = 9;
const LINE_ENDS: ReadonlySet<number> = new Set([10, 12, 13]);
const isControl = (byte: number): boolean =>
  byte === 127 || (byte < 32 && byte !== TAB && !LINE_ENDS.has(byte));

const hasExtension = (name: string, kind: FileKind): boolean =>
  FILE_KINDS[kind].extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`));

/** A name as it is kept: without folders and signs that no file system takes, and with an extension of its kind. */
export function tidyFileName(given: string, kind: FileKind): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const plain = normaliseText(last.replace(/[<>:"|?*]/g, '_'));
  const [extension] = FILE_KINDS[kind].extensions;
  const isDots = plain.replaceAll('.', '') === '';
  const named = isDots ? 'file' : plain.replace(/^\.+/, '');
  if (hasExtension(named, kind) && named.length <= LONGEST_NAME) return named;
  return `${Array.from(named)
    .slice(0, LONGEST_NAME - extension.length - 1)
    .join('')}.${extension}`;
}
