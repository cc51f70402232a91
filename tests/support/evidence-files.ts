import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { FileOptions } from '@api/platform/files/file-options';
import { ALL_FILE_KINDS } from '@fieldlab/domain';
import { strToU8, zipSync } from 'fflate';
import request, { type Test } from 'supertest';
import type { Caller, TestRegister } from './register';

/** Folders of a test's own, and what it asks for beside. */
export async function fileOptions(asked: Partial<FileOptions> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-evidence-'));
  const files: FileOptions = {
    ...{ folder: join(folder, 'attachments'), incoming: join(folder, 'incoming') },
    ...{ objectStore: undefined, scanner: undefined, mostBytes: 1_000_000, kinds: ALL_FILE_KINDS },
    ...asked,
  };
  return { files, clear: () => rm(folder, { recursive: true, force: true }) };
}

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const office = (type: string, part: string) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
      ),
      [part]: strToU8('<document/>'),
    }),
  );
const openDocument = (type: string) =>
  Buffer.from(zipSync({ mimetype: [strToU8(`application/vnd.oasis.opendocument.${type}`), { level: 0 }] }));

/** A file of each kind that is kept, by its name. */
export const GOOD_FILES: Record<string, Buffer> = {
  'verklaring.pdf': Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'),
  'foto.png': Buffer.from(PIXEL, 'base64'),
  'foto.jpeg': Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  'foto.webp': Buffer.from(
    'RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0',
    'latin1',
  ),
  'brief.docx': office('wordprocessingml.document', 'word/document.xml'),
  'lijst.xlsx': office('spreadsheetml.sheet', 'xl/workbook.xml'),
  'brief.odt': openDocument('text'),
  'lijst.ods': openDocument('spreadsheet'),
  'notitie.txt': Buffer.from('Gezien op 3 mei.\r\nCaf\xe9 Zwolle', 'latin1'),
  'uren.csv': Buffer.from('naam;uren\nJansen;3\n'),
};

/** Files that are not what they are called, or nothing that is kept. */
export const BAD_FILES: Record<string, Buffer> = {
  'programma.pdf': Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(200)]),
  'pagina.png': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'pagina.html': Buffer.from('<!doctype html><p>Bewijs</p>'),
  'tekening.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'tekening.txt': Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
  'archief.zip': Buffer.from(zipSync({ 'a.txt': strToU8('a') })),
  'archief.docx': Buffer.from(zipSync({ 'a.txt': strToU8('a') })),
  'macro.docx': office('../vnd.ms-word.document.macroEnabled', 'word/document.xml'),
  'half.docx': GOOD_FILES['brief.docx']?.subarray(0, 40) ?? Buffer.alloc(0),
  'ruis.csv': deflateRawSync(Buffer.from('naam;uren\n'.repeat(50))),
  'geen-extensie': Buffer.from('tekst'),
};

/** Sends a form with a file, as a browser does. */
export function upload(
  { url }: Pick<TestRegister, 'url'>,
  { cookie }: Pick<Caller, 'cookie'>,
  fields: Record<string, string>,
  file?: { name: string; content: Buffer },
): Test {
  const test = request(url).post('/api/v1/evidence').set('Cookie', cookie);
  for (const [name, value] of Object.entries(fields)) void test.field(name, value);
  return file ? test.attach('file', file.content, { filename: file.name }) : test;
}

/** The bytes of an answer. */
export const bytesOf = (
  test: Test,
): Promise<{ body: Buffer; headers: Record<string, string>; status: number }> =>
  test.buffer(true).parse((answer, done) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => done(null, Buffer.concat(chunks)));
  });
