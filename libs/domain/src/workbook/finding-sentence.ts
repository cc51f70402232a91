import { CHOICES, type ChoiceName } from '../vocabulary/enumerations';
import type { Language } from '../vocabulary/languages';
import { WORDS } from '../vocabulary/words';
import type { Column } from './columns';
import { FINDINGS, findingMessage, type FindingCode, type FindingParams } from './findings-catalogue';
import { ROW_SHEETS, SHEETS } from './format';

/** Where something was found, in the names of the format, and what the sentence says of it. */
export interface FoundAt {
  code: FindingCode;
  sheet: string | null;
  column: string | null;
  params: FindingParams;
}

/** The sentence of a finding as a screen says it: columns by their names there, values of closed lists by their words. */
export function findingSentence({ code, sheet, column, params }: FoundAt, language: Language): string {
  const said = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? wordOf({ code, sheet, column, name, value }, language) : value,
  ]);
  return findingMessage(code, Object.fromEntries(said) as FindingParams, language);
}

/** The same sentence of all findings of a kind, with nothing filled in. */
export const findingKindSentence = (code: FindingCode, language: Language): string =>
  KINDS[code]?.[language] ?? FINDINGS[code][language].replace(/\{\w+\}/g, '…');

interface Named {
  code: FindingCode;
  sheet: string | null;
  column: string | null;
  name: string;
  value: string;
}

function wordOf({ code, sheet, column, name, value }: Named, language: Language): string {
  const isSheet = name === 'target' || (name === 'name' && code === 'SHEET_REPEATED');
  if (isSheet) return SHEETS.find((known) => known.name === value)?.label[language] ?? value;
  if (name === 'label') return columnOf(sheet, value)?.label[language] ?? value;
  const words =
    name === 'kept' || name === 'choices' ? wordsOf(columnOf(sheet, column), language) : undefined;
  if (!words) return value;
  return name === 'choices'
    ? value
        .split(', ')
        .map((choice) => words[choice] ?? choice)
        .join(', ')
    : (words[value] ?? value);
}

const columnOf = (sheet: string | null, name: string | null): Column | undefined =>
  ROW_SHEETS.find((known) => known.name === sheet)?.columns.find((column) => column.name === name);

function wordsOf(
  column: Column | undefined,
  language: Language,
): Readonly<Partial<Record<string, string>>> | undefined {
  return column && column.type in CHOICES ? WORDS[language][column.type as ChoiceName] : undefined;
}

/** Kinds whose sentence says little without what is filled in. */
const KINDS: Partial<Record<FindingCode, Record<Language, string>>> = {
  ZERO_MAY_BE_LOST: {
    nl: 'De cel bevat een getal: een nul vooraan kan zijn weggevallen.',
    en: 'The cell holds a number: a leading zero may have been lost.',
  },
  COMPANY_NUMBER_PADDED: {
    nl: 'De nullen vooraan waren weggevallen; het nummer is daarmee aangevuld.',
    en: 'The leading zeros had been lost, and were put back.',
  },
  THOUSANDS_ASSUMED: {
    nl: 'Punten of komma’s zijn gelezen als scheiding van duizendtallen.',
    en: 'Separators were read as parting thousands.',
  },
  NUMBER_ROUNDED: { nl: 'Een getal is afgerond.', en: 'A number was rounded.' },
  TIME_OF_DAY_IGNORED: {
    nl: 'Alleen de datum is gelezen, zonder de tijd.',
    en: 'Only the date was read, without the time of day.',
  },
  DATE_READ_AS_TEXT: {
    nl: 'De cel is een datum, maar hier hoort tekst.',
    en: 'The cell is a date where text belongs.',
  },
  POSTCODE_UNUSUAL: {
    nl: 'Dit lijkt geen postcode; het is overgenomen zoals het er staat.',
    en: 'This does not look like a postcode; it was taken as it stands.',
  },
  LEGAL_FORM_UNKNOWN: {
    nl: 'De rechtsvorm is niet bekend; overgenomen zoals hij er staat.',
    en: 'The legal form is not known; it was taken as it stands.',
  },
  SECTOR_CODE_UNUSUAL: {
    nl: 'Dit lijkt geen sectorcode; het is overgenomen zoals het er staat.',
    en: 'This does not look like a sector code; it was taken as it stands.',
  },
  REPEATED_IN_LIST: {
    nl: 'Iets staat twee keer in een lijst en telt één keer.',
    en: 'Something stands in a list twice and counts once.',
  },
  UNKNOWN_SHEET: {
    nl: 'Bladen die niet bij dit werkboek horen, zijn overgeslagen.',
    en: 'Sheets that are not part of this workbook were skipped.',
  },
  COLUMN_UNKNOWN: {
    nl: 'Kolommen die niet bekend zijn, zijn overgeslagen.',
    en: 'Columns that are not known were skipped.',
  },
  COLUMN_WITHOUT_NAME: {
    nl: 'Kolommen zonder naam in rij 1 zijn overgeslagen.',
    en: 'Columns without a name in row 1 were skipped.',
  },
  FILE_IGNORED: {
    nl: 'Bestanden in de map die geen csv zijn, zijn overgeslagen.',
    en: 'Files among them that are no csv were skipped.',
  },
  MORE_CHANGES: {
    nl: 'Er zijn meer wijzigingen dan hier getoond worden.',
    en: 'There are more changes than are shown here.',
  },
  DIFFERS_IN_WORKBOOK: {
    nl: 'Een andere rij zegt iets anders over hetzelfde bedrijf; dat is gehouden.',
    en: 'Another row says something else about the same company; that was kept.',
  },
  DIFFERS_FROM_REGISTER: {
    nl: 'In het register staat iets anders; dat is niet gewijzigd.',
    en: 'The register says something else; it was not changed.',
  },
  POSSIBLE_DUPLICATE: {
    nl: 'Heeft geen nummer en lijkt op een ander bedrijf; beide zijn gehouden en staan op de lijst van mogelijke dubbelen.',
    en: 'Has no number and looks like another company; both were kept and are listed as possible duplicates.',
  },
  REFERENCE_LEFT_OUT: {
    nl: 'Overgeslagen, want waar de rij naar verwijst is overgeslagen: dat was verwijderd.',
    en: 'Left out, because what the row refers to was left out: it had been deleted.',
  },
};

/** What these say is that something was passed over: a file, a sheet, a column, a row, a cell. */
const NOT_READ: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'FORMULA_WITHOUT_VALUE',
  'UNKNOWN_SHEET',
  'COLUMN_UNKNOWN',
  'COLUMN_WITHOUT_NAME',
  'MACROS_IGNORED',
  'EXTERNAL_LINKS_IGNORED',
  'FILE_IGNORED',
  'DIFFERS_IN_WORKBOOK',
  'DIFFERS_FROM_REGISTER',
  'RECORD_WAS_DELETED',
  'REFERENCE_LEFT_OUT',
]);

/** Answers whether what such a finding is about does not reach the register; a fault keeps its row out. */
export const isLeftUnread = (code: FindingCode): boolean =>
  NOT_READ.has(code) || FINDINGS[code].kind === 'fault';
