import { LONGEST_CELL } from '@fieldlab/domain';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CsvParser, detectDelimiter } from './csv-parser';

function parse(text: string, delimiter: ',' | ';' = ',', piece = text.length || 1) {
  const parser = new CsvParser(delimiter);
  const rows = [];
  for (let at = 0; at < text.length; at += piece) rows.push(...parser.push(text.slice(at, at + piece)));
  return [...rows, ...parser.end()];
}

const plain = (text: string, delimiter?: ',' | ';') =>
  parse(text, delimiter).map(({ row, cells }) => [row, ...cells.map((cell) => cell.text)]);

describe(CsvParser.name, () => {
  it('numbers rows as a spreadsheet does, blank ones and line breaks within quotes included', () => {
    expect(plain('a,b\r\n"one\ntwo",x\r\n\r\n,\r\n3,"4 ""5"" 6"')).toEqual([
      [1, 'a', 'b'],
      [2, 'one\ntwo', 'x'],
      [5, '3', '4 "5" 6'],
    ]);
  });

  it.each(['a,b\nc', 'a,b\rc', 'a,b\r\nc', 'a,b\nc\n', 'a,b\r\nc\r\n'])(
    'knows every line break (%j)',
    (text) => {
      expect(plain(text)).toEqual([
        [1, 'a', 'b'],
        [2, 'c'],
      ]);
    },
  );

  it('says that a quotation mark is never closed, and keeps no more of it than a cell can hold', () => {
    const [header, broken] = parse(`a,b\n1,"${'x'.repeat(100_000)}`, ',', 1000);
    expect(header?.brokenOff).toBeUndefined();
    expect(broken).toMatchObject({ row: 2, brokenOff: true });
    expect(broken?.cells[1]).toMatchObject({ kind: 'oversized' });
    expect(broken?.cells[1]?.text).toHaveLength(LONGEST_CELL);
  });

  const field = fc.stringMatching(/^[a-z0-9",;\r\n]{0,8}$/);
  const table = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 6 });

  it('reads what another library writes, in pieces of any size', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',' as const, ';' as const),
        fc.integer({ min: 1, max: 9 }),
        (rows, delimiter, piece) => {
          const written = Papa.unparse(rows, { delimiter, quotes: true });
          const cells = rows.flatMap((row, index) =>
            row.flatMap((text, column) => (text.trim() === '' ? [] : [[index + 1, column, text.trim()]])),
          );
          const found = parse(written, delimiter, piece).flatMap(({ row, cells }) =>
            cells.map((cell) => [row, cell.column, cell.text]),
          );
          expect(found).toEqual(cells);
        },
      ),
    );
  });

  it('reads any text the same in one piece as in many', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab",\r\n]{0,30}$/), fc.integer({ min: 1, max: 5 }), (text, piece) => {
        expect(parse(text, ',', piece)).toEqual(parse(text));
      }),
    );
  });
});

describe(detectDelimiter.name, () => {
  it.each([
    ['ref;name;country\nC1;"a,b,c,d";NL', ';'],
    ['ref,name,"a;b;c;d;e"\n', ','],
    ['name', ','],
  ])('of %j is %s', (sample, delimiter) => {
    expect(detectDelimiter(sample)).toBe(delimiter);
  });
});
