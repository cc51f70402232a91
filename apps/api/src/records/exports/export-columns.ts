import { addDays } from '@fieldlab/domain';
import type { RecordSpec } from '../record-spec';

/** How a column's values are written where the file has types. */
export type CellKind = 'text' | 'number' | 'money' | 'date' | 'instant';
export interface ExportColumn {
  name: string;
  kind: CellKind;
}

const KINDS: Record<string, CellKind> = {
  date: 'date',
  integer: 'number',
  number: 'number',
  decimal: 'money',
};

/** Everything that a list answers, in its order. */
export function exportColumns(spec: RecordSpec): ExportColumn[] {
  const fields = Object.entries(spec.fields).flatMap(([name, { kind }]): ExportColumn[] => {
    const column = { name, kind: KINDS[kind] ?? 'text' };
    return name === spec.period?.end ? [column, { name: 'lastDay', kind: 'date' }] : [column];
  });
  const derived = Object.entries(spec.derived ?? {}).map(([name, { kind }]): ExportColumn => ({
    name,
    kind: KINDS[kind] ?? 'text',
  }));
  return [
    { name: 'id', kind: 'text' },
    { name: 'version', kind: 'number' },
    ...fields,
    ...derived,
    { name: 'createdAt', kind: 'instant' },
    { name: 'updatedAt', kind: 'instant' },
  ];
}

/** One record's cell; what is empty is null, a list is one text. */
export function cellOf(row: Record<string, unknown>, { name }: ExportColumn, spec: RecordSpec) {
  const value = name === 'lastDay' ? lastDayOf(row, spec) : row[name];
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.join(';');
  return value as string | number;
}

function lastDayOf(row: Record<string, unknown>, { period }: RecordSpec): string | null {
  const end = period && row[period.end];
  return typeof end === 'string' ? addDays(end, -1) : null;
}
