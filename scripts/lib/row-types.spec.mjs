import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT } from './project.mjs';
import { compareRows } from './row-faults.mjs';
import { rowTypesOf } from './row-types.mjs';

const FILE = 'apps/api/src/an-example.ts';
const PRELUDE = `
  declare function rowsOf<Row>(client: unknown): Promise<Row[]>;
  declare const client: { query<Row>(text: string): Promise<{ rows: Row[] }> };
`;

/** The calls of a program of one file, whose text begins on line 4. */
function callsOf(text) {
  const path = join(ROOT, FILE);
  const options = { strict: true, lib: ['lib.es2023.d.ts'], types: [], noEmit: true };
  const host = ts.createCompilerHost(options);
  const source = ts.createSourceFile(path, PRELUDE + text, ts.ScriptTarget.ES2023, true);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) => (name === path ? source : getSourceFile(name, ...rest));
  return rowTypesOf(ts.createProgram([path], options, host), (name) => name === path);
}

const INT4 = { type: 'int4', kind: 'number' };
const TEXT = { type: 'text', kind: 'string' };
/** What is wrong with a row type where these columns are answered. */
function faults(rowType, columns, nulls = []) {
  const fields = Object.entries(columns).map(([name, column]) => ({ name, ...column }));
  const seen = [{ from: ['apps/api/src/platform/database/sql.ts:22', `${FILE}:4`], fields, nulls }];
  return compareRows(callsOf(`void rowsOf<${rowType}>(0);`), seen).faults;
}

describe('rowTypesOf', () => {
  it('tells of which kinds each property of a row type is', () => {
    const [call] = callsOf(
      `void client.query<{ a: 'X' | null; b?: Date; c: readonly number[]; d: { e: 1 }; f: any }>('');`,
    );
    expect(call).toMatchObject({ file: FILE, line: 4 });
    expect(call.properties).toEqual([
      { name: 'a', kinds: ['null', 'string'], isOptional: false },
      { name: 'b', kinds: ['null', 'Date'], isOptional: true },
      { name: 'c', kinds: ['number[]'], isOptional: false },
      { name: 'd', kinds: ['object'], isOptional: false },
      { name: 'f', kinds: ['unknown'], isOptional: false },
    ]);
  });

  it('leaves out what is asked of another database', () => {
    expect(
      callsOf(`declare class ColumnClient { private one: 1; }
declare const columns: ColumnClient;
void rowsOf<{ a: 1 }>(columns);
void rowsOf<{ a: 1 }>(0);`).map(({ line }) => line),
    ).toEqual([7]);
  });

  it('takes callers of a function whose own row type is a parameter', () => {
    const calls = callsOf(`const all = <R,>() => rowsOf<R>(0);
class Some { one<R>() { return all<R>(); } }
void new Some().one<{ id: string }>();
declare function other<T>(): T;
other<{ id: string }>();`);
    expect(calls.map(({ line, isGeneric = false }) => [line, isGeneric]).sort()).toEqual([
      [4, true],
      [5, true],
      [6, false],
    ]);
  });
});

describe('compareRows', () => {
  it('finds no fault in a row type that is what the database answers', () => {
    const row =
      '{ id: string; count: number; at: Date | null; names: string[]; kept: { a: 1 }[]; more?: boolean }';
    const columns = {
      ...{ id: TEXT, count: INT4, at: { type: 'timestamptz', kind: 'Date' }, also: TEXT },
      ...{ names: { type: 'uuid[]', kind: 'string[]' }, kept: { type: 'jsonb', kind: 'json' } },
    };
    expect(faults(row, columns, ['at', 'also'])).toEqual([]);
  });

  it.each([
    ['{ id: string; nmae: string }', { id: TEXT }, 'says "nmae", which the statement does not answer'],
    ['{ n: string }', { n: INT4 }, 'says that "n" is string, and the database answers int4, read as number'],
    ['{ n: number }', { n: { type: 'int8', kind: 'string' } }, 'read as string'],
    ['{ n: number | null }', { n: TEXT }, 'says that "n" is null | number, and'],
    ['{ is: boolean }', { is: TEXT }, 'says that "is" is boolean'],
    ['{ at: string }', { at: { type: 'timestamptz', kind: 'Date' } }, 'timestamptz, read as Date'],
    ['{ on: Date }', { on: { type: 'date', kind: 'string' } }, 'date, read as string'],
    ['{ ids: string }', { ids: { type: 'uuid[]', kind: 'string[]' } }, 'uuid[], read as string[]'],
    ['{ ids: string[] }', { ids: TEXT }, 'says that "ids" is string[]'],
    ['{ kept: Date }', { kept: { type: 'jsonb', kind: 'json' } }, 'jsonb, read as json'],
    ['{ kept: { a: 1 } }', { kept: TEXT }, 'says that "kept" is object'],
  ])('tells that %s is wrong', (row, columns, sentence) => {
    expect(faults(row, columns)).toEqual([expect.stringContaining(sentence)]);
  });

  it('tells of null where the type has none', () => {
    expect(faults('{ a: string; b: string | null }', { a: TEXT, b: TEXT }, ['a', 'b'])).toEqual([
      `${FILE}:4 says that "a" is string, and the database answered null`,
    ]);
  });

  it('counts statements that were never asked, and takes no answer for that of another line', () => {
    const calls = callsOf(
      'void rowsOf<{ a: string }>(0);\nvoid rowsOf<{ b: string }>(0);\nvoid rowsOf<{}>(0);',
    );
    const from = ['apps/api/src/elsewhere.ts:1', `${FILE}:4`];
    const seen = [{ from: [`${FILE}:5`], fields: [{ name: 'b', ...TEXT }], nulls: [] }];
    expect(compareRows(calls, [...seen, { from, fields: [], nulls: [] }])).toEqual({
      ...{ faults: [], total: 2, unseen: [`${FILE}:4`] },
    });
  });
});
