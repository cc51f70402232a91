import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFPage,
} from '@cantoo/pdf-lib';

/** A page of a PDF as it is read: its lines from top to bottom, without the one at its foot. */
export type PageLines = string[];

type Signs = ReadonlyMap<string, string>;

/**
 * The text of every page of a PDF that the typesetter made, read as a screen reader would: by what its fonts say that
 * their glyphs are.
 */
export async function pagesOf(pdf: Uint8Array): Promise<PageLines[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().map((page) => linesOf(page));
}

/** What stands lower, in points, is the foot of the page. */
const FOOT = 62;

function linesOf(page: PDFPage): PageLines {
  const fonts = fontsOf(page);
  const lines = new Map<number, string>();
  let signs: Signs = new Map();
  let y = 0;
  for (const { operator, operands } of operationsOf(contentOf(page))) {
    // Every piece of text is placed by a matrix of its own, from the corner of the page.
    if (operator === 'cm') y = Math.round(Number(operands[5]));
    else if (operator === 'Tf') signs = fonts.get(operands[0] ?? '') ?? new Map<string, string>();
    else if (operator === 'TJ' && y > FOOT) {
      const before = lines.get(y);
      lines.set(y, `${before === undefined ? '' : `${before} `}${spelt(operands, signs)}`);
    }
  }
  return [...lines.values()];
}

/** The bytes of strings, two for each glyph, as the font's own table reads them. */
function spelt(operands: readonly string[], signs: Signs): string {
  const bytes = operands.filter((one) => one.startsWith('(')).map((one) => bytesOf(one.slice(1, -1)));
  return (bytes.join('').match(/.{4}/g) ?? []).map((code) => signs.get(code) ?? '').join('');
}

const ESCAPED: Record<string, number> = { b: 8, t: 9, n: 10, f: 12, r: 13 };

/** A string of a page's program as hexadecimal digits. */
const bytesOf = (text: string): string =>
  [...text.matchAll(/\\([0-7]{3})|\\([\s\S])|([\s\S])/g)]
    .map(([, octal, escaped, plain]) =>
      octal === undefined
        ? (ESCAPED[escaped ?? ''] ?? (escaped ?? plain ?? '').charCodeAt(0))
        : Number.parseInt(octal, 8),
    )
    .map((byte) => byte.toString(16).padStart(2, '0').toUpperCase())
    .join('');

function fontsOf(page: PDFPage): Map<string, Signs> {
  const { context } = page.doc;
  const resources = page.node.Resources();
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
  return new Map(
    (fonts?.entries() ?? []).map(([name, reference]): [string, Signs] => {
      const font = reference instanceof PDFRef ? context.lookup(reference, PDFDict) : (reference as PDFDict);
      const table = font.lookup(PDFName.of('ToUnicode'));
      return [name.asString(), table instanceof PDFRawStream ? signsOf(decoded(table)) : new Map()];
    }),
  );
}

function signsOf(table: string): Signs {
  const signs = new Map<string, string>();
  for (const [, code = '', text = ''] of table.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>\n/g)) {
    signs.set(code, Buffer.from(text, 'hex').swap16().toString('utf16le'));
  }
  return signs;
}

const decoded = (stream: PDFRawStream): string =>
  Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');

function contentOf(page: PDFPage): string {
  const stream = page.node.Contents();
  if (!(stream instanceof PDFRawStream))
    throw new Error('The page has other contents than the typesetter makes.');
  return decoded(stream);
}

/** What the page's program does, each with what it is done to. */
function operationsOf(content: string): { operator: string; operands: string[] }[] {
  const operations: { operator: string; operands: string[] }[] = [];
  let operands: string[] = [];
  for (const [word] of content.matchAll(/\((?:\\[\s\S]|[^\\)])*\)?|[^\s()[\]]+/g)) {
    if (/^[A-Za-z]+$/.test(word)) {
      operations.push({ operator: word, operands });
      operands = [];
    } else operands.push(word);
  }
  return operations;
}
