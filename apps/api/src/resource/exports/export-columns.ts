import { addDays, codeWord, minuteIn, NETHERLANDS, type Language } from '@fieldlab/domain';
import type { RecordSpec } from '../record-spec';

/** How a column's values are written where the file has types. */
export type CellKind = 'text' | 'number' | 'money' | 'date' | 'instant';
export interface ExportColumn {
  name: string;
  kind: CellKind;
  /** What programs need and people do not: ids, versions, and the day after the last beside the last. */
  forPrograms?: true;
}

const KINDS: Record<string, CellKind> = {
  date: 'date',
  integer: 'number',
  number: 'number',
  decimal: 'money',
};

/** Everything that a list answers, in its order. */
export function exportColumns(spec: RecordSpec): ExportColumn[] {
  const fields = Object.entries(spec.fields).flatMap(([name, { kind, references }]): ExportColumn[] => {
    const column = columnOf(name, kind, references !== undefined);
    if (name !== spec.period?.end) return [column];
    return [
      { ...column, forPrograms: true },
      { name: 'lastDay', kind: 'date' },
    ];
  });
  const derived = Object.entries(spec.derived ?? {}).flatMap(([name, { kind }]) =>
    kind === 'json' ? [] : [columnOf(name, kind, kind === 'uuid')],
  );
  return [
    columnOf('id', 'text', true),
    columnOf('version', 'integer', true),
    ...fields,
    ...derived,
    { name: 'createdAt', kind: 'instant' },
    { name: 'updatedAt', kind: 'instant' },
  ];
}

const columnOf = (name: string, kind: string, forPrograms: boolean): ExportColumn => ({
  name,
  kind: KINDS[kind] ?? 'text',
  ...(forPrograms && { forPrograms }),
});

/** One record's cell; what is empty is null, a list is one text. */
export function cellOf(row: Record<string, unknown>, { name }: ExportColumn, spec: RecordSpec) {
  const value = valueOf(row, name, spec);
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.join(';');
  return value as string | number;
}

/** The same as people read it: no codes, and times as their clocks have them. */
export function cellInWords(
  row: Record<string, unknown>,
  { name, kind }: ExportColumn,
  { spec, language }: { spec: RecordSpec; language: Language },
) {
  const value = valueOf(row, name, spec);
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return minuteIn(NETHERLANDS.timeZone, value);
  if (kind !== 'text') return value as string | number;
  const word = (one: unknown): string => {
    const code = String(one);
    return codeWord(language, { resource: spec.resource, field: name, code }) ?? code;
  };
  return [value].flat().map(word).join('; ');
}

const valueOf = (row: Record<string, unknown>, name: string, spec: RecordSpec): unknown =>
  name === 'lastDay' ? lastDayOf(row, spec) : row[name];

function lastDayOf(row: Record<string, unknown>, { period }: RecordSpec): string | null {
  const end = period && row[period.end];
  return typeof end === 'string' ? addDays(end, -1) : null;
}
