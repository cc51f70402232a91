import type { Column, RowSheet } from '@fieldlab/domain';
import { useMemo, useState } from 'react';
import { useLanguage, useT } from '../../i18n/use-t';
import { readCells } from './block';
import {
  fieldOf,
  missingColumns,
  onlyOnce,
  readTable,
  rowColumns,
  type Given,
  type PastedTable,
  type Role,
} from './pasted-columns';
import { rowReader, type CellRemark, type ReadPastedRow } from './read-rows';
import { useReferences, type ReferenceTexts } from './use-references';

interface Look {
  resource: string;
  sheet: RowSheet;
  shown: readonly { source: string; label: string }[];
  given: Given;
}

/** What was corrected in what was pasted. */
interface Corrections {
  roles?: readonly Role[];
  /** By row and column, as `3 kvk_number`. */
  mends: Readonly<Record<string, string>>;
  /** What the blank cells of a column hold. */
  fills: Readonly<Record<string, string>>;
  /** Records that were chosen for a text that stands for none: by column and text. */
  picks: Readonly<Record<string, string>>;
  /** Rows that are left out. */
  left: readonly number[];
}
const NONE: Corrections = { mends: {}, fills: {}, picks: {}, left: [] };

const placeOf = (row: number, column: string): string => `${row} ${column}`;

/** Rows that were pasted in a list: what they hold, what is wrong with them, and how to mend that. */
export function usePastedRows(look: Look, text: string) {
  const [corrections, setCorrections] = useState<Corrections>(NONE);
  const correct = (part: Partial<Corrections>): void => setCorrections((now) => ({ ...now, ...part }));
  const block = useMemo(() => readCells(text), [text]);
  const pasted = readTable(block, look);
  const roles = corrections.roles ?? pasted.roles;
  const missing = missingColumns(look.sheet, roles);
  const columns = [...roles.filter((role) => role !== undefined), ...missing];
  const fills = { ...fillsOf(look, missing), ...corrections.fills };
  const lines = linesOf({ ...pasted, roles }, missing, { ...corrections, fills });
  const references = useReferences(look.resource, textsOf(look.resource, columns, lines));
  const rows = useReadRows({ look, columns, lines, corrections, find: references.find });
  return {
    ...{ pasted, roles, missing, columns, rows, references },
    choices: rowColumns(look.sheet),
    fills,
    setRole: (at: number, role: Role): void => {
      const others = roles.map((one, place) => (place === at ? role : one === role ? undefined : one));
      correct({ roles: onlyOnce(others) });
    },
    isMended: (row: number, column: string): boolean => placeOf(row, column) in corrections.mends,
    mend: (row: number, column: string, value: string): void =>
      correct({ mends: { ...corrections.mends, [placeOf(row, column)]: value } }),
    fill: (column: string, value: string): void =>
      correct({ fills: { ...corrections.fills, [column]: value } }),
    pick: (column: string, written: string, id: string): void =>
      correct({ picks: { ...corrections.picks, [placeOf(0, column) + written]: id } }),
    leave: (row: number): void => correct({ left: [...corrections.left, row] }),
  };
}

export type PastedRows = ReturnType<typeof usePastedRows>;

/** What columns beside the pasted ones begin with: the record of the page, or what the register takes by itself. */
function fillsOf({ resource, given }: Look, missing: readonly Column[]): Record<string, string> {
  const fills = missing.flatMap(({ name, asked }): [string, string][] => {
    const fallback = asked && fieldOf(resource, name)?.field.fallback;
    const text = given[name]?.text ?? (typeof fallback === 'string' ? fallback : undefined);
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(fills);
}

interface Line {
  number: number;
  cells: ReadonlyMap<string, string>;
}

/** The cells of every row that stays, by column: as pasted, mended, or filled in for all. */
function linesOf(
  table: PastedTable,
  missing: readonly Column[],
  { mends, fills, left }: Corrections,
): Line[] {
  return table.rows.flatMap((row, index): Line[] => {
    const number = index + (table.hasHeading ? 2 : 1);
    if (left.includes(number)) return [];
    const pasted = table.roles.flatMap((role, at): [string, string][] =>
      role ? [[role.name, inLines(role, row[at] ?? '')]] : [],
    );
    const all: [string, string][] = [...pasted, ...missing.map(({ name }): [string, string] => [name, ''])];
    const cells = all.map(([name, text]): [string, string] => {
      const mended = mends[placeOf(number, name)] ?? text;
      return [name, mended === '' ? (fills[name] ?? '') : mended];
    });
    return [{ number, cells: new Map(cells) }];
  });
}

/** Line ends stay where a text has lines. */
const inLines = ({ lines }: Column, text: string): string => (lines ? text : text.replace(/\s+/g, ' '));

/** The texts that stand for records. */
function textsOf(resource: string, columns: readonly Column[], lines: readonly Line[]): ReferenceTexts {
  const texts = (kind: string): string[] => {
    const names = columns.filter(({ name }) => fieldOf(resource, name)?.field.references === kind);
    const found = names.flatMap(({ name }) => lines.map(({ cells }) => cells.get(name) ?? ''));
    return [...new Set(found)].filter((text) => text !== '').sort();
  };
  const hasCentres = columns.some(({ name }) => fieldOf(resource, name)?.field.references === 'centres');
  return { companies: texts('companies'), activities: texts('activities'), hasCentres };
}

interface ToRead {
  look: Look;
  columns: readonly Column[];
  lines: readonly Line[];
  corrections: Corrections;
  find: (column: Column, text: string) => string | undefined;
}

function useReadRows({ look, columns, lines, corrections, find }: ToRead): ReadPastedRow[] {
  const t = useT();
  const language = useLanguage();
  const read = rowReader({
    ...{ resource: look.resource, sheet: look.sheet, columns, language },
    find: (column, text) =>
      corrections.picks[placeOf(0, column.name) + text] ?? givenFor(look, column, text) ?? find(column, text),
    unfound: (text) => t('editing.unfound', { text }),
  });
  return lines.map(({ number, cells }) => read(number, cells));
}

const givenFor = ({ given }: Look, { name }: Column, text: string): string | undefined =>
  given[name]?.text === text ? given[name].id : undefined;

/** What is wrong with a row, or worth saying of it, at one of its cells; at none it is the row as a whole. */
export const remarksAt = (remarks: readonly CellRemark[], column: string | null): CellRemark[] =>
  remarks.filter((remark) => remark.column === column);

export const isFaulty = ({ remarks }: ReadPastedRow): boolean => remarks.some((remark) => remark.isFault);
