import { PDFArray, PDFDocument, PDFName, PDFObjectCopier, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';

const NOT_OURS = 'The PDF has no metadata as a PDF/A-2a has them.';
const NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/';

/** The schema of the mark, which PDF/A wants described because it is not one of its own (ISO 19005-2, 6.6.2.3). */
const SCHEMA = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>The part of ISO 14289 to which the document conforms</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;

/**
 * One document that is both. The compiler makes either of the same pages: the one for PDF/UA-1 (ISO 14289-1), whose
 * tags and title say more, gets from the one for PDF/A-2a (ISO 19005-2) what that has beside it, which is how its
 * colours look on paper, and metadata that name both standards.
 *
 * @throws Error when they are not the documents that the compiler makes.
 */
export async function bothStandards(forUa: Uint8Array, forA: Uint8Array): Promise<Buffer> {
  const [document, archival] = await Promise.all([opened(forUa), opened(forA)]);
  const copies = PDFObjectCopier.for(archival.context, document.context);
  const intents = archival.catalog.lookup(PDFName.of('OutputIntents'), PDFArray);
  document.catalog.set(PDFName.of('OutputIntents'), copies.copy(intents));
  const { metadata } = metadataOf(archival);
  const marked = withMark(Buffer.from(metadata.getContents()).toString('utf8'));
  const own = metadataOf(document);
  document.context.assign(own.place, PDFRawStream.of(own.metadata.dict, Buffer.from(marked, 'utf8')));
  return Buffer.from(await document.save({ useObjectStreams: false, addDefaultPage: false }));
}

/** As it is: otherwise the library would put its own name and the day of today in it. */
const opened = (pdf: Uint8Array): Promise<PDFDocument> => PDFDocument.load(pdf, { updateMetadata: false });

function metadataOf({ catalog, context }: PDFDocument): { place: PDFRef; metadata: PDFRawStream } {
  const place = catalog.get(PDFName.of('Metadata'));
  const metadata = context.lookup(place);
  if (!(place instanceof PDFRef && metadata instanceof PDFRawStream)) throw new Error(NOT_OURS);
  return { place, metadata };
}

function withMark(metadata: string): string {
  const marked = metadata
    .replace('xmlns:pdfaid=', `xmlns:pdfuaid="${NAMESPACE}"  xmlns:pdfaid=`)
    .replace('<pdfaExtension:schemas><rdf:Bag>', `$&${SCHEMA}`)
    .replace('<pdfaExtension:schemas>', '<pdfuaid:part>1</pdfuaid:part>$&');
  if (!marked.includes(SCHEMA) || !marked.includes('xmlns:pdfuaid=')) {
    throw new Error(NOT_OURS);
  }
  return marked;
}
