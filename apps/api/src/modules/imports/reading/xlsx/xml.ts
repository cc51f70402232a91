import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { chunksOf } from '../byte-chunks';
import { unreadable, WorkbookRefused } from '../workbook-refused';

export type Attributes = Readonly<Record<string, string>>;

/** What is done with the pieces of an XML part. Names come without their namespace's prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute whatever its prefix: `r:id` and `id` alike. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const exact = attributes[name];
  if (exact !== undefined) return exact;
  const found = Object.keys(attributes).find((key) => localName(key) === name);
  return found === undefined ? undefined : attributes[found];
}

const UTF16 = [
  { mark: Buffer.from('fffe', 'hex'), encoding: 'utf-16le' },
  { mark: Buffer.from('feff', 'hex'), encoding: 'utf-16be' },
];

const encodingOf = (start: Buffer): string =>
  UTF16.find(({ mark }) => start.subarray(0, 2).equals(mark))?.encoding ?? 'utf-8';

/**
 * Parses an XML part as it streams in, and pauses after every piece so that what was found can be carried off.
 * Document types, and with them entities, are refused.
 */
export async function* parseXml(stream: Readable, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw unreadable(error);
  });
  parser.on('doctype', () => {
    throw new WorkbookRefused('DOCUMENT_TYPE_FORBIDDEN');
  });
  parser.on('opentag', (tag) => handler.open?.(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag) => handler.close?.(localName(tag.name)));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunksOf(stream)) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.write(decoder?.decode() ?? '');
  parser.close();
  yield;
}

/** Parses a part to its end, for those that are small. */
export async function readXml(stream: Readable, handler: XmlHandler): Promise<void> {
  for await (const _ of parseXml(stream, handler));
}
