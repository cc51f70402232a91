import type { CellKind } from './export-columns';

const OFFICE = 'http://schemas.openxmlformats.org';
const PACKAGE = `${OFFICE}/package/2006`;
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const OFFICE_TYPE = 'application/vnd.openxmlformats-package';
const DOCUMENT = `${OFFICE}/officeDocument/2006/relationships`;
export const SPREADSHEET = `${OFFICE}/spreadsheetml/2006/main`;
export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** How a cell looks beside what it holds. */
export type Look = 'plain' | 'wrong' | 'muted';
export type HeaderLook = 'header' | 'required';

const FORMATS = ['general', 'date', 'money', 'text'] as const;
const FORMAT_OF: Record<CellKind, (typeof FORMATS)[number]> = {
  text: 'text',
  number: 'general',
  money: 'money',
  date: 'date',
  instant: 'text',
};
const LOOKS: readonly Look[] = ['plain', 'wrong', 'muted'];
const HEADERS: readonly HeaderLook[] = ['header', 'required'];

/** The place in styles.xml of a cell's format. */
export const styleOf = (kind: CellKind, look: Look = 'plain'): number =>
  LOOKS.indexOf(look) * FORMATS.length + FORMATS.indexOf(FORMAT_OF[kind]);
export const headerStyle = (look: HeaderLook): number =>
  LOOKS.length * FORMATS.length + HEADERS.indexOf(look);

/** As spreadsheets number them: 4 is an amount with cents, 49 text, 164 ours. */
const NUMBER_FORMATS: Record<(typeof FORMATS)[number], number> = {
  general: 0,
  date: 164,
  money: 4,
  text: 49,
};
/** Fonts and fills of styles.xml, by their place in it. */
const PAINT: Record<Look | HeaderLook, { font: number; fill: number }> = {
  plain: { font: 0, fill: 0 },
  wrong: { font: 0, fill: 2 },
  muted: { font: 2, fill: 0 },
  header: { font: 1, fill: 3 },
  required: { font: 1, fill: 4 },
};

const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`;

function stylesXml(): string {
  const format = (numFmt: number, look: Look | HeaderLook): string => {
    const { font, fill } = PAINT[look];
    return `<xf numFmtId="${numFmt}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>`;
  };
  const cells = [
    ...LOOKS.flatMap((look) => FORMATS.map((name) => format(NUMBER_FORMATS[name], look))),
    ...HEADERS.map((look) => format(NUMBER_FORMATS.text, look)),
  ];
  const name = '<sz val="11"/><name val="Calibri"/>';
  return (
    `<styleSheet xmlns="${SPREADSHEET}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
    `<fonts count="3"><font>${name}</font><font><b/>${name}</font><font><color rgb="FF808080"/>${name}</font></fonts>` +
    `<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
    `${solid('FFFFC7CE')}${solid('FFEDEDED')}${solid('FFD9E7F5')}</fills>` +
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs></styleSheet>`
  );
}

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
const relationships = (all: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
const override = (part: string, type: string): string =>
  `<Override PartName="/xl/${part}.xml" ContentType="${MAIN}.${type}+xml"/>`;

export const sheetPart = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

/** The parts of a workbook beside its sheets; names are escaped already. */
export function packageParts(sheetNames: readonly string[]): Record<string, string> {
  const numbers = sheetNames.map((_, index) => index + 1);
  const sheets = sheetNames.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${OFFICE_TYPE}.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}` +
      `${numbers.map((number) => override(`worksheets/sheet${number}`, 'worksheet')).join('')}${override('styles', 'styles')}</Types>`,
    '_rels/.rels': relationships([relationship('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook xmlns="${SPREADSHEET}" xmlns:r="${DOCUMENT}"><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...numbers.map((number) => relationship(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`)),
      relationship('rIdStyles', 'styles', 'styles.xml'),
    ]),
    'xl/styles.xml': stylesXml(),
  };
}
