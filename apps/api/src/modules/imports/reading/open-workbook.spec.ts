import { writeFile } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  csvOf,
  sheetXml,
  temporaryFile,
  temporaryFolder,
  xlsx,
  zipOf,
  type Sheets,
} from '../../../../../../tests/support/workbook';
import { DEFAULT_LIMITS, type WorkbookLimits } from './limits';
import { openWorkbook } from './open-workbook';
import { WorkbookRefused } from './workbook-refused';

const PROGRAMME: Sheets = {
  programme: [
    ['name', 'started_on'],
    ['Smart Industry', new Date(Date.UTC(2015, 0, 1))],
  ],
};

async function contentsOf(path: string, limits?: WorkbookLimits) {
  const workbook = await openWorkbook(path, { limits });
  try {
    const sheets: Record<string, unknown[][]> = {};
    for (const { sheet, rows } of workbook.sheets) {
      const found: unknown[][] = (sheets[sheet.name] = []);
      for await (const batch of rows()) {
        for (const { row, cells } of batch) {
          found.push([row, ...cells.map(({ column, kind, text }) => `${column} ${kind} ${text}`)]);
        }
      }
    }
    return { sheets, remarks: workbook.remarks.map(({ code, sheet, value }) => [code, sheet, value]) };
  } finally {
    await workbook.close();
  }
}

async function refusalOf(path: string, limits: Partial<WorkbookLimits> = {}) {
  try {
    await contentsOf(path, { ...DEFAULT_LIMITS, ...limits });
  } catch (error) {
    if (error instanceof WorkbookRefused) return error.reason;
    throw error;
  }
  return undefined;
}

const xlsxFile = (...given: Parameters<typeof xlsx>) => temporaryFile('workbook.xlsx', xlsx(...given));

describe(openWorkbook.name, () => {
  it('tells texts, numbers, dates, truths, errors and formulas apart', async () => {
    const path = await xlsxFile({
      Programma: [
        ['name', { shared: ' Cafe\u0301 ' }, 1098639.22, new Date(Date.UTC(2021, 4, 1)), true],
        [],
        [
          null,
          { error: '#REF!' },
          { formula: 'A1&B1', value: 'joined' },
          { formula: 'NOW()' },
          { formula: '1+1', value: 2 },
          '=1+1',
        ],
      ],
    });
    expect((await contentsOf(path)).sheets).toEqual({
      programme: [
        [1, '0 text name', '1 text Café', '2 number 1098639.22', '3 date 2021-05-01', '4 boolean TRUE'],
        [3, '1 error #REF!', '2 text joined', '3 formula ', '4 number 2', '5 text =1+1'],
      ],
    });
  });

  it('reads rich text, escaped characters, cells without references and other prefixes', async () => {
    const rows =
      '<x:row><x:c t="inlineStr"><x:is><x:r><x:t>Smart </x:t></x:r><x:r><x:t>Industry</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c>' +
      '<x:c t="str"><x:v>a_x000A_b&amp;c</x:v></x:c></x:row><x:row r="7"><x:c r="C7" t="d"><x:v>2021-05-01T00:00:00</x:v></x:c></x:row>';
    const path = await xlsxFile(PROGRAMME, {
      parts: {
        'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
      },
    });
    expect((await contentsOf(path)).sheets.programme).toEqual([
      [1, '0 text Smart Industry', '1 text a\nb&c'],
      [7, '2 date 2021-05-01'],
    ]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const path = await xlsxFile(PROGRAMME, { from1904: true });
    expect((await contentsOf(path)).sheets.programme?.[1]).toContain('1 date 2015-01-01');
  });

  it('takes sheets in any order, and says which it skipped', async () => {
    const path = await xlsxFile({ Blad1: [['x']], Bedrijven: [['ref']], companies: [['ref']], ...PROGRAMME });
    const { sheets, remarks } = await contentsOf(path);
    expect(Object.keys(sheets)).toEqual(['companies', 'programme']);
    expect(remarks).toEqual([
      ['UNKNOWN_SHEET', 'Blad1', 'Blad1'],
      ['SHEET_REPEATED', 'companies', 'companies'],
    ]);
  });

  it('marks a cell that is too long, and keeps its beginning', async () => {
    const path = await xlsxFile({ programme: [['name'], ['x'.repeat(40_000)]] });
    expect(String((await contentsOf(path)).sheets.programme?.[1]?.[1])).toMatch(/^0 oversized x{32767}$/);
  });

  it('never runs macros or follows links, and says so', async () => {
    const path = await xlsxFile(PROGRAMME, {
      parts: { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<x/>' },
    });
    expect((await contentsOf(path)).remarks.map(([code]) => code)).toEqual([
      'MACROS_IGNORED',
      'EXTERNAL_LINKS_IGNORED',
    ]);
  });

  it('reads a folder and a zip of csv files', async () => {
    const csv = csvOf(PROGRAMME.programme ?? [], ';');
    const files = {
      'PROGRAMMA.CSV': csv,
      'leesmij.txt': 'x',
      'nested.zip': zipOf({ 'companies.csv': 'ref' }),
    };
    const expected = {
      sheets: {
        programme: [
          [1, '0 text name', '1 text started_on'],
          [2, '0 text Smart Industry', '1 text 2015-01-01'],
        ],
      },
      remarks: [
        ['FILE_IGNORED', null, 'leesmij.txt'],
        ['FILE_IGNORED', null, 'nested.zip'],
      ],
    };
    expect(await contentsOf(await temporaryFolder(files))).toEqual(expected);
    expect(
      await contentsOf(await temporaryFile('x.zip', zipOf({ ...files, '__MACOSX/._PROGRAMMA.CSV': 'x' }))),
    ).toEqual(expected);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffname,started_on\nCafé,1 mei 2015\n'), []],
    [
      'Windows-1252',
      Buffer.from('name,started_on\nCafé,1 mei 2015\n', 'latin1'),
      [['READ_AS_WINDOWS_1252', 'programme', 'programme.csv']],
    ],
    ['a first line that names the separator', Buffer.from('sep=,\r\nname,started_on\nCafé,1 mei 2015\n'), []],
  ])('reads %s', async (_, bytes, remarks) => {
    const found = await contentsOf(await temporaryFolder({ 'programme.csv': bytes }));
    expect(found).toEqual({
      sheets: {
        programme: [
          [1, '0 text name', '1 text started_on'],
          [2, '0 text Café', '1 text 1 mei 2015'],
        ],
      },
      remarks,
    });
  });
});

describe('at the door', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
    ['an empty zip', zipOf({}), 'FILE_EMPTY'],
    ['a picture', Buffer.from('\x89PNG\r\n'), 'NOT_A_WORKBOOK'],
    ['a zip of pictures', zipOf({ 'a.png': 'x' }), 'NOT_A_WORKBOOK'],
    ['a text document', xlsx(PROGRAMME, { parts: { 'xl/workbook.xml': '<document/>' } }), 'NOT_A_WORKBOOK'],
    ['an OpenDocument', zipOf({ mimetype: 'x', 'content.xml': '<x/>' }), 'OTHER_SPREADSHEET_FORMAT'],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'OLD_EXCEL_FORMAT'],
    [
      'a workbook under a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'ENCRYPTED',
    ],
    ['half a file', xlsx(PROGRAMME).subarray(0, 900), 'UNREADABLE'],
    [
      'broken XML',
      xlsx(PROGRAMME, { parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' } }),
      'UNREADABLE',
    ],
    ['other sheets only', xlsx({ Blad1: [['x']] }), 'NO_KNOWN_SHEET'],
    [
      'a document type',
      xlsx(PROGRAMME, {
        parts: {
          'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>${sheetXml([])}`,
        },
      }),
      'DOCUMENT_TYPE_FORBIDDEN',
    ],
    ['a name that leads out', zipOf({ '../companies.csv': 'ref' }), 'UNSAFE_FILE_NAME'],
    ['a name from the root', zipOf({ '/etc/companies.csv': 'ref' }), 'UNSAFE_FILE_NAME'],
    ['UTF-16', zipOf({ 'programme.csv': Buffer.from('\ufeffname', 'utf16le') }), 'WRONG_ENCODING'],
  ])('refuses %s', async (_, bytes, reason) => {
    expect(await refusalOf(await temporaryFile('file', bytes))).toBe(reason);
  });

  it('refuses what is not there', async () => {
    expect(await refusalOf('/nowhere/file.xlsx')).toBe('FILE_NOT_FOUND');
  });

  it('refuses a file, its contents, or their number beyond the limits', async () => {
    const path = await xlsxFile(PROGRAMME);
    expect(await refusalOf(path, { fileBytes: 100 })).toBe('FILE_TOO_LARGE');
    expect(await refusalOf(path, { files: 3 })).toBe('TOO_MANY_FILES');
    expect(await refusalOf(path, { unpackedBytes: 1000 })).toBe('UNPACKED_TOO_LARGE');
    expect(await refusalOf(path, { smallPartBytes: 100 })).toBe('UNPACKED_TOO_LARGE');
    const folder = await temporaryFolder({ 'programme.csv': 'name,started_on\n'.repeat(100) });
    expect(await refusalOf(folder, { unpackedBytes: 1000 })).toBe('UNPACKED_TOO_LARGE');
  });

  it('refuses a bomb that is honest about its size', async () => {
    const bomb = { 'xl/worksheets/sheet1.xml': new Uint8Array(20_000_000) };
    const limits = { unpackedBytes: 10_000_000 };
    expect(await refusalOf(await xlsxFile(PROGRAMME, { parts: bomb }), limits)).toBe('UNPACKED_TOO_LARGE');
  });

  it('refuses a bomb that lies about its size', async () => {
    const name = 'programme.csv';
    const path = await temporaryFile('bomb.zip', lyingZip(name, Buffer.alloc(50_000_000, 'a'), 1000));
    expect(await refusalOf(path)).toBe('UNREADABLE');
  });

  it('refuses a text without end', async () => {
    const endless = `<worksheet><sheetData><row><c t="str"><v>${'x'.repeat(200_000)}</v></c></row></sheetData></worksheet>`;
    const path = await xlsxFile(PROGRAMME, { parts: { 'xl/worksheets/sheet1.xml': endless } });
    expect(await refusalOf(path, { textBytes: 65_536 })).toBe('TEXT_FAR_TOO_LONG');
  });

  it('refuses contents that do not match their checksum', async () => {
    const bytes = Buffer.from(zipOf({ 'programme.csv': Buffer.from('name,started_on\nSmart,2015-01-01\n') }));
    const path = await temporaryFile('x.zip', bytes);
    const directory = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
    bytes.writeUInt32LE(1, directory + 16);
    await writeFile(path, bytes);
    expect(await refusalOf(path)).toBe('UNREADABLE');
  });
});

/** A zip of one deflated file that says it is smaller than it is. */
function lyingZip(name: string, content: Buffer, said: number): Buffer {
  const data = deflateRawSync(content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(said, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), data]);
  const tail = Buffer.alloc(14);
  const central = Buffer.concat([Buffer.from('504b01021400', 'hex'), common, tail, Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
