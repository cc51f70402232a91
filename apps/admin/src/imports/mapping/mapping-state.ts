import {
  kindsOf,
  lackingOf,
  SHEETS,
  shownColumns,
  type ImportMapping,
  type MappedSheet,
  type SheetName,
} from '@fieldlab/domain';
import type { Layout } from './use-layout';

/** A column of the format, as a choice in a list: `companies.name`. */
export type Target = `${SheetName}.${string}`;

/** What a column can be, by the kinds of records that a list is of. */
export const TARGETS = SHEETS.filter(({ name }) => name !== 'programme').map((sheet) => ({
  sheet: sheet.name,
  columns: shownColumns(sheet).filter(({ exported }) => !exported),
}));

export const sheetIn = (mapping: ImportMapping, { name, headerRow }: Layout['sheets'][number]): MappedSheet =>
  mapping.sheets.find((sheet) => sheet.name === name) ?? { name, headerRow, columns: [], values: [] };

export const targetOf = (sheet: MappedSheet, heading: string): Target | '' => {
  const found = sheet.columns.find((column) => column.heading === heading);
  return found ? `${found.sheet}.${found.column}` : '';
};

/** The same mapping with one column being something else; what was that before is nothing any more. */
export function chosen(sheet: MappedSheet, heading: string, target: string): MappedSheet {
  const [kind, column] = target.split('.');
  const others = sheet.columns.filter(
    (one) => one.heading !== heading && !(one.sheet === kind && one.column === column),
  );
  const known = TARGETS.find((one) => one.sheet === kind);
  return {
    ...sheet,
    columns: known && column !== undefined ? [...others, { heading, sheet: known.sheet, column }] : others,
  };
}

export const withSheet = ({ sheets }: ImportMapping, changed: MappedSheet): ImportMapping => ({
  sheets: [...sheets.filter(({ name }) => name !== changed.name), changed],
});

export const withValue = (
  sheet: MappedSheet,
  of: { sheet: SheetName; column: string },
  value: string,
): MappedSheet => ({
  ...sheet,
  values: [
    ...sheet.values.filter((one) => one.sheet !== of.sheet || one.column !== of.column),
    { ...of, value },
  ],
});

/** What no column holds and every row needs, with what was said of it. */
export const heldForAll = (sheet: MappedSheet): { sheet: SheetName; column: string; value: string }[] =>
  kindsOf(sheet).flatMap((kind) => {
    const said = sheet.values.filter(
      (one) =>
        one.sheet === kind &&
        !sheet.columns.some(({ sheet: of, column }) => of === kind && column === one.column),
    );
    const lacking = lackingOf(sheet, kind)
      .filter(({ name }) => !said.some(({ column }) => column === name))
      .map(({ name }) => ({ sheet: kind, column: name, value: '' }));
    return [...said, ...lacking];
  });

/** What can be sent: sheets of which something is read, and values of kinds that are there. */
export const complete = ({ sheets }: ImportMapping, { sheets: there }: Layout): ImportMapping => ({
  sheets: sheets
    .filter(({ name, columns }) => columns.length > 0 && there.some((sheet) => sheet.name === name))
    .map((sheet) => ({
      ...sheet,
      values: sheet.values.filter(
        ({ sheet: kind, value }) => value.trim() !== '' && kindsOf(sheet).includes(kind),
      ),
    })),
});

/** A remembered mapping on this file: the one sheet of a list is called otherwise each year. */
export function fitted({ sheets }: ImportMapping, layout: Layout): ImportMapping {
  const [only, ...others] = layout.sheets;
  const [first, ...more] = sheets;
  if (!only || !first || others.length + more.length > 0) return { sheets };
  const { headerRow } = only;
  return { sheets: [{ ...first, name: only.name, headerRow }] };
}
