import { describe, expect, it } from 'vitest';
import { temporaryFile, xlsx, zipOf } from '../../../../../../tests/support/workbook';
import { openWorkbook } from './open-workbook';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_REL = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const X15 = 'http://schemas.microsoft.com/office/spreadsheetml/2010/11/main';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

const EXTENSIONS = {
  workbook: `<extLst><ext uri="x" xmlns:x15="${X15}"><x15:workbookPr date1904="0"/><x15:sheets><x15:sheet name="companies" r:id="rId1"/></x15:sheets></ext></extLst>`,
  sheet: `<extLst><ext uri="x" xmlns:x14="${X15}"><x14:sheetData><x14:row r="9"><x14:c r="A9"><x14:v>7</x14:v></x14:c></x14:row></x14:sheetData></ext></extLst>`,
  styles: `<dxfs><dxf><numFmt numFmtId="165" formatCode="0"/></dxf></dxfs><extLst><ext xmlns:x14="${X15}"><x14:cellXfs><x14:xf numFmtId="0"/></x14:cellXfs><x14:numFmts><x14:numFmt numFmtId="165" formatCode="0.0"/></x14:numFmts></ext></extLst>`,
  strings: `<extLst><ext xmlns:x14="${X15}"><x14:si><x14:t>no</x14:t></x14:si></ext></extLst>`,
};

interface Dialect {
  main: string;
  rel: string;
  /** Of the main namespace. */
  prefix?: string;
  extended?: boolean;
  /** Around what is in the place of an element. */
  alternatives?: boolean;
}

/** A programme that began on 1 January 2015, in a workbook that counts from 1904, written in one way or another. */
function written({ main, rel, prefix = '', extended = false, alternatives = false }: Dialect): Uint8Array {
  const p = prefix === '' ? '' : `${prefix}:`;
  const declared = `${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${main}" xmlns:r="${rel}" xmlns:mc="${MC}" xmlns:n="urn:new"`;
  const named = (xml: string): string => xml.replace(/<(\/?)(?=[a-zA-Z])(?!\w+:)/g, `<$1${p}`);
  const extension = (of: keyof typeof EXTENSIONS): string => (extended ? named(EXTENSIONS[of]) : '');
  const either = (new_: string, old: string): string =>
    alternatives
      ? `<mc:AlternateContent><mc:Choice Requires="n">${named(new_)}</mc:Choice><mc:Fallback>${named(old)}</mc:Fallback></mc:AlternateContent>`
      : named(old);
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  const links = (...all: string[]): string =>
    `<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`;
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': links(link('rId1', `${rel}/officeDocument`, 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': links(
      link('rId0', 'http://schemas.microsoft.com/office/2099/relationships/styles', 'newer.xml'),
      link('rId1', `${rel}/worksheet`, 'worksheets/sheet1.xml'),
      link('rId2', `${rel}/styles`, 'styles.xml'),
      link('rId3', `${rel}/sharedStrings`, 'sharedStrings.xml'),
    ),
    'xl/workbook.xml': `<${p}workbook ${declared}>${either('<workbookPr date1904="0"/>', '<workbookPr date1904="1"/>')}${named('<sheets><sheet name="programme" sheetId="1" r:id="rId1"/></sheets>')}${extension('workbook')}</${p}workbook>`,
    'xl/styles.xml': `<${p}styleSheet ${declared}>${named('<numFmts><numFmt numFmtId="165" formatCode="yyyy"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/></cellXfs>')}${extension('styles')}</${p}styleSheet>`,
    'xl/sharedStrings.xml': `<${p}sst ${declared}>${named('<si><t>name</t></si><si><r><t>Smart </t></r><r><t>Industry</t></r><rPh><t>no</t></rPh></si>')}${extension('strings')}</${p}sst>`,
    'xl/worksheets/sheet1.xml': `<${p}worksheet ${declared}>${named('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>started_on</t></is></c></row><row r="2"><c r="A2" t="s"><v>1</v></c>')}${either('<c r="B2"><v>1</v></c>', '<c r="B2" s="1"><v>40543</v></c>')}${named('</row></sheetData>')}${extension('sheet')}</${p}worksheet>`,
  });
}

async function rowsOf(file: Uint8Array): Promise<string[][]> {
  const workbook = await openWorkbook(await temporaryFile('workbook.xlsx', file));
  const rows: string[][] = [];
  for (const sheet of workbook.sheets)
    for await (const batch of sheet.rows())
      rows.push(...batch.map(({ cells }) => cells.map(({ kind, text }) => `${kind} ${text}`)));
  await workbook.close();
  return rows;
}

const READ = [
  ['text name', 'text started_on'],
  ['text Smart Industry', 'date 2015-01-01'],
];

describe('elements of a workbook', () => {
  it.each<[string, Dialect]>([
    ['the transitional dialect', { main: MAIN, rel: REL }],
    ['the strict dialect', { main: STRICT, rel: STRICT_REL }],
    ['a prefix of the main namespace', { main: MAIN, rel: REL, prefix: 'x' }],
    ['extensions with elements of the same names', { main: MAIN, rel: REL, extended: true }],
    ['extensions beside a prefix', { main: STRICT, rel: STRICT_REL, prefix: 's', extended: true }],
    ['alternatives for newer programs', { main: MAIN, rel: REL, alternatives: true }],
    [
      'alternatives beside a prefix',
      { main: MAIN, rel: REL, prefix: 'x', alternatives: true, extended: true },
    ],
  ])('are found in %s', async (_, dialect) => {
    expect(await rowsOf(written(dialect))).toEqual(READ);
  });

  it('are none in another namespace', async () => {
    await expect(rowsOf(written({ main: 'urn:other', rel: REL }))).rejects.toMatchObject({
      reason: 'NOT_A_WORKBOOK',
    });
  });

  it('tell a formula that was never computed from one whose result is empty', async () => {
    const cells =
      '<c r="A2"><f>1+1</f><v/></c><c r="B2"><f>1+1</f></c><c r="C2" t="str"><f>""</f><v></v></c><c r="D2"><f>1</f><v>1</v></c>';
    const file = xlsx(
      { programme: [] },
      {
        parts: {
          'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="2">${cells}</row></sheetData></worksheet>`,
        },
      },
    );
    expect(await rowsOf(file)).toEqual([['formula ', 'formula ', 'number 1']]);
  });
});
