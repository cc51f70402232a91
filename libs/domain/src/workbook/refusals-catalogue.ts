import type { Language } from '../vocabulary/languages';
import type { FindingParams } from './findings-catalogue';

/** Why a file is not even read, with its sentence in both languages; `{name}` is filled in. */
const REFUSALS = {
  FILE_NOT_FOUND: { nl: 'Het bestand is er niet: {file}', en: 'There is no such file: {file}' },
  FILE_EMPTY: { nl: 'Het bestand is leeg.', en: 'The file is empty.' },
  FILE_TOO_LARGE: {
    nl: 'Het bestand is groter dan {most} MB. Verdeel het over meer werkboeken.',
    en: 'The file is larger than {most} MB. Split it into several workbooks.',
  },
  UNPACKED_TOO_LARGE: {
    nl: 'Het bestand is uitgepakt groter dan {most} MB. Verdeel het over meer werkboeken.',
    en: 'Unpacked, the file is larger than {most} MB. Split it into several workbooks.',
  },
  TOO_MANY_FILES: {
    nl: 'Er zitten meer dan {most} bestanden in; dat is geen werkboek.',
    en: 'It holds more than {most} files, which no workbook does.',
  },
  NOT_A_WORKBOOK: {
    nl: 'Dit is geen Excel-werkboek (.xlsx), en geen zip of map met csv-bestanden.',
    en: 'This is no Excel workbook (.xlsx), nor a zip or folder of csv files.',
  },
  NO_KNOWN_SHEET: {
    nl: 'Geen enkel blad hoort bij een programmawerkboek. Gevonden: {found}. Verwacht: {sheets}. Begin met het lege werkboek met uitleg.',
    en: 'None of the sheets belongs to a programme workbook. Found: {found}. Expected: {sheets}. Begin with the empty workbook that explains itself.',
  },
  NO_ROWS: {
    nl: 'Het werkboek bevat geen enkele ingevulde rij onder de kolomnamen.',
    en: 'The workbook holds not one filled row below the column names.',
  },
  UNREADABLE: {
    nl: 'Het bestand is beschadigd ({detail}). Bewaar het opnieuw en probeer het nog eens.',
    en: 'The file is damaged ({detail}). Save it again and retry.',
  },
  ENCRYPTED: {
    nl: 'Het bestand is met een wachtwoord beveiligd. Bewaar het zonder wachtwoord.',
    en: 'The file is protected by a password. Save it without one.',
  },
  OLD_EXCEL_FORMAT: {
    nl: 'Dit is een oud Excel-bestand (.xls). Bewaar het als .xlsx.',
    en: 'This is an old Excel file (.xls). Save it as .xlsx.',
  },
  OTHER_SPREADSHEET_FORMAT: {
    nl: 'Dit spreadsheetformaat ({format}) wordt niet gelezen. Bewaar het als .xlsx.',
    en: 'This spreadsheet format ({format}) is not read. Save it as .xlsx.',
  },
  UNSAFE_FILE_NAME: {
    nl: 'Het bestand bevat een onveilige bestandsnaam en is niet geopend.',
    en: 'The file holds an unsafe file name and was not opened.',
  },
  DOCUMENT_TYPE_FORBIDDEN: {
    nl: 'Het bestand bevat een documenttype-declaratie, die Excel nooit schrijft, en is niet gelezen.',
    en: 'The file holds a document type declaration, which Excel never writes, and was not read.',
  },
  SHEET_TOO_LONG: {
    nl: 'Een blad heeft meer dan {most} rijen. Verdeel het over meer bestanden.',
    en: 'A sheet has more than {most} rows. Split it into several files.',
  },
  TOO_MANY_COMPANIES: {
    nl: 'De lijst heeft meer dan {most} verschillende rijen over bedrijven. Verdeel haar over meer bestanden.',
    en: 'The list has more than {most} different rows about companies. Split it into several files.',
  },
  TEXT_FAR_TOO_LONG: {
    nl: 'Het bestand bevat een tekst van miljoenen tekens en is niet gelezen.',
    en: 'The file holds a text of millions of characters and was not read.',
  },
  WRONG_ENCODING: {
    nl: 'Het bestand {file} is UTF-16. Bewaar het als csv in UTF-8.',
    en: 'The file {file} is UTF-16. Save it as csv in UTF-8.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type RefusalReason = keyof typeof REFUSALS;

export const refusalMessage = (reason: RefusalReason, params: FindingParams, language: Language): string =>
  REFUSALS[reason][language].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
