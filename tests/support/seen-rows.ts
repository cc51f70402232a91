import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { onStatement, type AnswerTypes, type StatementAnswer } from './asked-statements';

/** What a statement answered, and the lines of the program that asked for it, from the nearest to the farthest. */
interface Seen {
  from: string[];
  fields: { name: string; type: string; kind: string }[];
  nulls: string[];
}
/** Whether a column may be null shows in the answers alone, so that more than one is looked at. */
const LOOKED_AT = 30;
const ROWS_LOOKED_AT = 50;
/** Of an array's elements a reader of text knows only its number. */
const ARRAYS: Record<number, string> = {
  ...{ 199: 'json[]', 1000: 'bool[]', 1001: 'bytea[]', 1005: 'int2[]', 1007: 'int4[]', 1009: 'text[]' },
  ...{ 1015: 'varchar[]', 1016: 'int8[]', 1021: 'float4[]', 1022: 'float8[]', 1115: 'timestamp[]' },
  ...{ 1182: 'date[]', 1185: 'timestamptz[]', 1231: 'numeric[]', 2951: 'uuid[]', 3807: 'jsonb[]' },
};
const NAMES = new Map<number, string>(
  Object.entries(pg.types.builtins).map(([name, oid]) => [oid, name.toLowerCase()]),
);
const SAMPLES: Record<string, string> = {
  ...{ bool: 't', bytea: '\\x00', json: '{}', jsonb: '{}', date: '2020-01-31' },
  ...{ timestamp: '2020-01-31 12:00:00', timestamptz: '2020-01-31 12:00:00+00', interval: '1 day' },
  ...{ text: 'x', varchar: 'x', bpchar: 'x', uuid: 'x', name: 'x' },
};

/** One for a process, in which this module may be loaded again for another project's files. */
const held = globalThis as {
  rowsNoted?: { seen: Map<string, Seen & { answers: number }>; isNoting: boolean };
};
const noted = (held.rowsNoted ??= { seen: new Map(), isNoting: false });
const { seen } = noted;

/** From now on notes what every statement of the program answers, for `npm test` to hold against its row type. */
export function noteRows(): void {
  if (noted.isNoting) return;
  noted.isNoting = true;
  onStatement(({ from, answer }) => {
    answer.then((result) => note(from, result), ignored);
  });
}
const ignored = (): void => undefined;

/** Leaves what this process saw until now, where `npm test` reads it. */
export function writeSeenRows(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify([...seen.values()]));
}

function note(from: string[], { fields, rows, _types: types }: StatementAnswer): void {
  if (from.length === 0 || !fields || fields.length === 0) return;
  const key = from.join();
  const before = seen.get(key);
  if (before && before.answers >= LOOKED_AT) return;
  const known = before ?? {
    from,
    fields: columnsOf({ fields, types }),
    nulls: [],
    answers: 0,
  };
  known.answers += 1;
  for (const row of rows.slice(0, ROWS_LOOKED_AT)) {
    for (const { name } of known.fields) {
      if (row[name] === null && !known.nulls.includes(name)) known.nulls.push(name);
    }
  }
  seen.set(key, known);
}

/** The columns of an answer, with what their values become: asked of what reads them, because no value may be there. */
export const columnsOf = ({
  fields,
  types,
}: {
  fields: pg.FieldDef[];
  types?: AnswerTypes | undefined;
}): Seen['fields'] => fields.map(({ name, dataTypeID }) => ({ name, ...kindOf(dataTypeID, types) }));

function kindOf(oid: number, types: AnswerTypes | undefined): { type: string; kind: string } {
  const type = NAMES.get(oid) ?? ARRAYS[oid] ?? `type ${oid}`;
  const isArray = type.endsWith('[]');
  const element = isArray ? type.slice(0, -2) : type;
  if (element === 'json' || element === 'jsonb') return { type, kind: isArray ? 'json[]' : 'json' };
  const sample = SAMPLES[element] ?? (NAMES.has(oid) || isArray ? '1' : 'x');
  const reader: AnswerTypes = types ?? pg.types;
  const parse = reader.getTypeParser(oid, 'text');
  const value = parse(isArray ? `{"${sample.replaceAll('\\', '\\\\')}"}` : sample);
  return { type, kind: Array.isArray(value) ? `${nameOf(value[0])}[]` : nameOf(value) };
}

function nameOf(value: unknown): string {
  if (value instanceof Date) return 'Date';
  return Buffer.isBuffer(value) ? 'Buffer' : typeof value;
}
