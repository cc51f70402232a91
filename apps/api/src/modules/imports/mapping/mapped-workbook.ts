import {
  kindsOf,
  companyReference,
  SHEET_NAMES,
  sheetOf,
  type Cell,
  type ImportMapping,
  type RawRow,
  type SheetName,
} from '@fieldlab/domain';
import type { Layout, OpenedFile, OpenedSheet, OpenedWorkbook } from '../reading/opened-workbook';
import { CompanyRefs, refOf } from './company-refs';
import { MappedSource, MOST_ROWS, type ListedRow } from './mapped-sheet';

/** The code of a centre that is called so; undefined when there is none, or several. */
export type CentreCodeOf = (name: string) => string | undefined;

interface Reading {
  sources: readonly MappedSource[];
  companies: () => Promise<CompanyRefs>;
  codeOf: CentreCodeOf;
}

/** A file of another layout as a workbook of the format: each of its rows may become records of several kinds. */
export function mappedWorkbook(
  file: OpenedFile,
  { sheets }: ImportMapping,
  codeOf: CentreCodeOf,
): OpenedWorkbook {
  const sources = file.sources.flatMap((source, place) => {
    const mapped = sheets.find(({ name }) => name === source.name);
    return mapped ? [new MappedSource(mapped, source, place)] : [];
  });
  const reading = { sources, companies: once(() => readCompanies(sources)), codeOf };
  const kinds = SHEET_NAMES.filter((kind) => sources.some(({ mapped }) => kindsOf(mapped).includes(kind)));
  return {
    sheets: kinds.map((kind) => sheetOfKind(kind, reading)),
    remarks: file.remarks,
    layout: layoutOf(file, sources),
    close: () => file.close(),
  };
}

function sheetOfKind(kind: SheetName, { sources, ...reading }: Reading): OpenedSheet {
  const own = sources.filter(({ mapped }) => kindsOf(mapped).includes(kind));
  return {
    ...{ name: kind, sheet: sheetOf(kind) },
    rowsExpected: own.reduce((sum, { source }) => sum + source.rowsExpected, 0),
    rows: () => rowsOf(kind, { ...reading, sources: own }),
  };
}

async function* rowsOf(kind: SheetName, { sources, companies, codeOf }: Reading): AsyncGenerator<RawRow[]> {
  const [first] = sources;
  if (!first) return;
  const columns = columnsOf(kind, sources);
  const refs = columns.some(isReference) || kind === 'companies' ? await companies() : new CompanyRefs();
  yield [
    {
      row: first.headerLine,
      cells: columns.map((text, column) => ({ column, kind: 'text', text })),
    },
  ];
  for (const source of sources) {
    const toRow = rowMaker(kind, { source, columns, refs, codeOf });
    for await (const batch of source.rows()) yield batch.flatMap((listed) => toRow(listed) ?? []);
  }
}

/** All that some sheet has of this kind, with the marks by which its rows refer to each other. */
function columnsOf(kind: SheetName, sources: readonly MappedSource[]): string[] {
  const named = new Set(sources.flatMap((source) => [...source.sourcesOf(kind).keys()]));
  if (sheetOf(kind).columns.some(({ name }) => name === 'ref')) named.add('ref');
  const reference = companyReference(kind);
  if (reference && sources.some(({ mapped }) => kindsOf(mapped).includes('companies')))
    named.add(reference.name);
  return [...named];
}

function rowMaker(
  kind: SheetName,
  at: {
    source: MappedSource;
    columns: readonly string[];
    refs: CompanyRefs;
    codeOf: CentreCodeOf;
  },
): (listed: ListedRow) => RawRow | undefined {
  const { source, columns, refs, codeOf } = at;
  const sources = source.sourcesOf(kind);
  const own = source.mapped.columns.filter(({ sheet }) => sheet === kind);
  const hasCompany = kindsOf(source.mapped).includes('companies');
  const generated = (name: string, line: number): string | undefined => {
    if (name === 'ref') return kind === 'companies' ? refs.refOf(line) : refOf(line);
    return isReference(name) && hasCompany ? refs.refOf(line) : undefined;
  };
  const cellOf = (name: string, { line, cells }: ListedRow): Omit<Cell, 'column'> | undefined => {
    const from = sources.get(name);
    if (!from) {
      const text = generated(name, line);
      return text === undefined ? undefined : { kind: 'text', text };
    }
    const cell = 'value' in from ? ({ kind: 'text', text: from.value } as const) : cells.get(from.heading);
    return cell && CENTRES.has(name) ? { ...cell, text: codesIn(cell.text, codeOf) } : cell;
  };
  return (listed) => {
    const isFilled = own.some(({ heading, column }) => isSaid(column, listed.cells.get(heading)));
    if (!isFilled && !listed.brokenOff) return undefined;
    if (kind === 'companies' && !sources.has('ref') && refs.isRepeat(listed.line)) return undefined;
    const cells = columns.flatMap((name, column): Cell[] => {
      const cell = cellOf(name, listed);
      return cell ? [{ ...cell, column }] : [];
    });
    return { row: listed.line, cells, ...(listed.brokenOff && { brokenOff: true }) };
  };
}

const isReference = (name: string): boolean => name === 'company_ref' || name === 'parent_company_ref';

/** In a list of firms an amount of nothing says that there is none. */
const isSaid = (column: string, cell: Cell | undefined): boolean =>
  cell !== undefined &&
  cell.text !== '' &&
  !(column === 'amount_eur' && /^0(?:[.,]0{1,2})?$/.test(cell.text));

const CENTRES = new Set(['centre_code', 'centre_codes', 'hub_code']);

/** People call a centre by its name; the format by its code. */
const codesIn = (text: string, codeOf: CentreCodeOf): string =>
  text
    .split(';')
    .map((one) => codeOf(one.trim()) ?? one)
    .join(';');

async function readCompanies(sources: readonly MappedSource[]): Promise<CompanyRefs> {
  const refs = new CompanyRefs();
  for (const source of sources) {
    const columns = source.mapped.columns.filter(({ sheet }) => sheet === 'companies');
    if (columns.length === 0) continue;
    for await (const batch of source.rows()) {
      for (const { line, cells } of batch) {
        const said = columns.flatMap(({ heading, column }): [string, string][] => {
          const text = cells.get(heading)?.text ?? '';
          return text === '' ? [] : [[column, text]];
        });
        if (said.length > 0) refs.add(line, new Map(said));
      }
    }
  }
  return refs;
}

/** Tells where in the file itself something is. */
function layoutOf(file: OpenedFile, sources: readonly MappedSource[]): Layout {
  return {
    sources: sources.map(({ source, mapped }) => ({ ...source, headerRow: mapped.headerRow ?? 1 })),
    placeOf: (sheet, line, column) => {
      const source = file.sources[Math.floor(line / MOST_ROWS)];
      const own = sources.find((one) => one.source === source);
      if (!own || !isKind(sheet)) return undefined;
      const columns = own.sourcesOf(sheet);
      const from = columns.get(column ?? '') ?? (column === 'ended_on' ? columns.get('last_day') : undefined);
      const name = own.mapped.columns.find((one) => one.sheet === 'companies' && one.column === 'name');
      const heading =
        from && 'heading' in from ? from.heading : isReference(column ?? '') ? name?.heading : undefined;
      return { sheet: own.mapped.name, row: line % MOST_ROWS, column: heading ?? column };
    },
  };
}

const isKind = (sheet: string): sheet is SheetName => SHEET_NAMES.some((name) => name === sheet);

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
