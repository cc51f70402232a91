import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { chunksOf } from '../byte-chunks';
import { unreadable, WorkbookRefused } from '../workbook-refused';
import type { Namespaces } from './namespaces';
import { PlacedElements, type XmlHandler } from './placed-elements';

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
export async function* parseXml(
  stream: Readable,
  namespaces: Namespaces,
  handler: XmlHandler,
): AsyncGenerator<void> {
  const elements = new PlacedElements(namespaces, handler);
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw unreadable(error);
  });
  parser.on('doctype', () => {
    throw new WorkbookRefused('DOCUMENT_TYPE_FORBIDDEN');
  });
  parser.on('opentag', (tag) => elements.open(tag.name, tag.attributes));
  parser.on('closetag', () => elements.close());
  parser.on('text', (text) => elements.text(text));
  parser.on('cdata', (text) => elements.text(text));
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
export async function readXml(stream: Readable, namespaces: Namespaces, handler: XmlHandler): Promise<void> {
  for await (const _ of parseXml(stream, namespaces, handler));
}
