import { companyColumn } from '../identity/company-columns';
import { SHEET_NAMES, type SheetName } from '../workbook/columns';
import { SHEETS } from '../workbook/format';
import { findSheet, namesOf, plainName } from '../workbook/headers';
import { readChoice } from '../workbook/choices';
import { readDate } from '../workbook/dates';
import type { ImportMapping, MappedColumn, MappedSheet, MappedValue } from './import-mapping';

/** A sheet of a file as it was looked at: its headings, and below each some of what stands there. */
export interface SheetLooks {
  name: string;
  headerRow: number;
  columns: readonly { heading: string; samples: readonly string[] }[];
}

type Target = readonly [sheet: SheetName, column: string];

/** What people write above the columns of a list of their own, beside the names that the format knows. */
const USUAL: readonly (readonly [Target, readonly string[]])[] = [
  [['companies', 'kvk_number'], ['kvk', 'kvk nr', 'kvk nummer', 'nummer kvk', 'coc', 'coc number', 'chamber of commerce number']],
  [['participations', 'centre_code'], ['fieldlab', 'hub', 'fieldlabcode', 'fieldlabnaam', 'naam fieldlab', 'fieldlab name', 'praktijkomgeving', 'centrum', 'centre', 'center', 'lab']],
  [['participations', 'level'], ['niveau', 'level', 'rol', 'role', 'betrokkenheid', 'deelnameniveau', 'involvement', 'type deelname', 'status deelname']],
  [['participations', 'started_on'], ['sinds', 'since', 'vanaf', 'start', 'startdatum', 'start date', 'deelname sinds', 'deelnemer sinds', 'lid sinds', 'aangesloten sinds', 'ingangsdatum', 'begindatum', 'joined', 'joined on', 'participates since']],
  [['participations', 'last_day'], ['tot', 'tot en met', 't/m', 'einddatum', 'einde', 'until', 'end', 'end date', 'gestopt op', 'left on']],
  [['participations', 'note'], ['opmerking', 'opmerkingen', 'toelichting', 'notitie', 'notities', 'remark', 'remarks', 'comment', 'comments', 'notes']],
  [['investments', 'amount_eur'], ['geïnvesteerd', 'investering', 'investeringen', 'bedrag', 'invested', 'investment', 'amount', 'bijdrage', 'contribution', 'bedrag in euro', 'investering in euro', 'amount eur', 'invested eur']],
  [['investments', 'dated_on'], ['datum investering', 'investeringsdatum', 'investment date', 'invested on']],
  [['investments', 'source'], ['bron', 'financieringsbron', 'source', 'source of funding']],
  [['investments', 'funder'], ['financier', 'funder', 'investeerder', 'investor']],
]; // prettier-ignore

const USUAL_TARGETS = new Map(
  USUAL.flatMap(([target, headings]) =>
    headings.map((heading): [string, Target] => [plainName(heading), target]),
  ),
);

/** The columns of companies by what lists of companies call them. */
const COMPANY_COLUMNS = { name: 'name', number: 'kvk_number', country: 'country', postcode: 'postcode', municipality: 'municipality', website: 'website' } as const; // prettier-ignore

/** Kinds that a list of firms is of, before others that have a column of the same name. */
const LIKELIEST: readonly SheetName[] = [
  'companies',
  'participations',
  ...SHEET_NAMES.filter((name) => !['programme', 'companies', 'participations'].includes(name)),
];

/** Only a sheet of this kind has them by themselves: in a list of firms a "date" or "kind" may be anything. */
const LOOSE = new Set(['kind', 'title', 'status', 'form', 'source', 'ref', 'id', 'version', 'note', 'code', 'type', 'quantity', 'people']); // prettier-ignore

/** Says what each column of a file of any layout probably holds; a person sees it, and corrects it. */
export const guessMapping = (sheets: readonly SheetLooks[]): ImportMapping => ({
  sheets: sheets.map(guessSheet).filter(({ columns }) => columns.length > 0),
});

function guessSheet({ name, headerRow, columns }: SheetLooks): MappedSheet {
  const own = findSheet(name)?.name;
  const taken = new Set<string>();
  const mapped = columns.flatMap(({ heading, samples }): MappedColumn[] => {
    const target = candidatesOf(heading, own).find(
      ([sheet, column]) => !taken.has(`${sheet}.${column}`) && looksLike([sheet, column], samples),
    );
    if (!target) return [];
    taken.add(target.join('.'));
    return [{ heading, sheet: target[0], column: target[1] }];
  });
  const kept = withoutLoneKinds(mapped, own);
  return { name, headerRow, columns: kept, values: usualValues(kept) };
}

/** How many of the headings of a row mean something: the row that holds the headings has the most. */
export const meaningOf = (row: readonly string[]): number =>
  row.filter((text) => candidatesOf(text, undefined).length > 0).length;

function candidatesOf(heading: string, own: SheetName | undefined): Target[] {
  const plain = plainName(heading);
  if (plain === '') return [];
  const named = (sheetName: SheetName): Target[] =>
    (SHEETS.find(({ name }) => name === sheetName)?.columns ?? [])
      .filter((column) => namesOf(column).includes(plain))
      .map((column): Target => [sheetName, column.name]);
  const usual = USUAL_TARGETS.get(plain);
  const described = companyColumn(heading);
  const company =
    described !== undefined && described in COMPANY_COLUMNS
      ? [['companies', COMPANY_COLUMNS[described as keyof typeof COMPANY_COLUMNS]] as const]
      : [];
  const ofOthers = LIKELIEST.flatMap(named).filter(([, column]) => !LOOSE.has(column));
  return [...(own === undefined ? [] : named(own)), ...company, ...(usual ? [usual] : []), ...ofOthers];
}

/** Where a column takes a date or one of a few words, and none of what stands there is one, it is another column. */
function looksLike([sheetName, name]: Target, samples: readonly string[]): boolean {
  const column = SHEETS.find((sheet) => sheet.name === sheetName)?.columns.find((one) => one.name === name);
  if (samples.length === 0 || !column) return true;
  if (column.type === 'level') return samples.some((text) => readChoice('level', text).value !== null);
  if (column.type !== 'date') return true;
  return samples.some((text) => {
    const { value, remarks } = readDate({ kind: 'text', text });
    return (
      value !== null ||
      remarks.some(({ code }) => code === 'DATE_INCOMPLETE' || code === 'NUMBER_INSTEAD_OF_DATE')
    );
  });
}

/** A kind without what makes it one is no kind: a place alone makes no centre, an amount without a firm no investment. */
const MAKES: Partial<Record<SheetName, readonly string[]>> = {
  programme: ['name', 'started_on'],
  centres: ['code', 'name'],
  companies: ['name'],
  participations: ['centre_code'],
  activities: ['held_on', 'title'],
  attendances: ['people'],
  investments: ['amount_eur'],
  spin_offs: ['founded_on'],
  outcomes: ['achieved_on', 'kind'],
};

const HANGS_FROM_CENTRE = new Set<SheetName>([
  'participations',
  'activities',
  'investments',
  'spin_offs',
  'outcomes',
]);

function withoutLoneKinds(columns: MappedColumn[], own: SheetName | undefined): MappedColumn[] {
  const has = (sheet: SheetName, column: string): boolean =>
    columns.some((one) => one.sheet === sheet && one.column === column);
  const hasCentre = columns.some(({ column }) => column === 'centre_code' || column === 'centre_codes');
  return columns.filter(
    ({ sheet }) =>
      sheet === own ||
      ((MAKES[sheet] ?? []).every((column) => has(sheet, column)) &&
        (hasCentre || !HANGS_FROM_CENTRE.has(sheet))),
  );
}

/** An amount in a list of firms is what firms put in, and was paid; somebody may say otherwise. */
function usualValues(columns: readonly MappedColumn[]): MappedValue[] {
  const kinds = new Set(columns.map(({ sheet }) => sheet));
  const isMapped = (column: string): boolean =>
    columns.some((one) => one.sheet === 'investments' && one.column === column);
  if (!kinds.has('investments') || !kinds.has('companies')) return [];
  return (
    [
      ['source', 'COMPANIES'],
      ['status', 'REALISED'],
    ] as const
  )
    .filter(([column]) => !isMapped(column))
    .map(([column, value]) => ({ sheet: 'investments', column, value }));
}
