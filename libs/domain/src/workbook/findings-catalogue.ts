import type { Language } from '../vocabulary/languages';

interface FindingText {
  kind: 'fault' | 'warning';
  nl: string;
  en: string;
}

/**
 * Everything an import can remark on, with its sentence in both languages; `{name}` is filled in.
 * A fault keeps the whole workbook out; a warning says what was understood, or left as it was.
 */
export const FINDINGS = {
  // Cells
  VALUE_MISSING: {
    kind: 'fault',
    nl: 'Hier moet iets staan: {label} is verplicht.',
    en: 'Fill in this cell: {label} is required.',
  },
  CELL_IS_ERROR: {
    kind: 'fault',
    nl: 'De cel bevat de fout {value}. Herstel de formule of typ de waarde zelf.',
    en: 'The cell holds the error {value}. Mend the formula or type the value itself.',
  },
  CELL_IS_BOOLEAN: {
    kind: 'fault',
    nl: 'De cel bevat WAAR of ONWAAR; hier hoort {label}.',
    en: 'The cell holds TRUE or FALSE; {label} belongs here.',
  },
  CELL_TOO_LONG: {
    kind: 'fault',
    nl: 'De tekst is langer dan de {most} tekens die hier passen. Maak hem korter.',
    en: 'The text is longer than the {most} characters that fit here. Shorten it.',
  },
  INVALID_CHARACTER: {
    kind: 'fault',
    nl: 'De tekst bevat een onzichtbaar teken dat niet bewaard kan worden. Typ de tekst opnieuw.',
    en: 'The text holds an invisible character that cannot be kept. Type the text again.',
  },
  FORMULA_WITHOUT_VALUE: {
    kind: 'warning',
    nl: 'De formule is opgeslagen zonder uitkomst en telt als een lege cel. Open het bestand in een rekenprogramma en sla het daar op, of typ de waarde zelf.',
    en: 'The formula was saved without its result, and counts as an empty cell. Open the file in a spreadsheet program and save it there, or type the value itself.',
  },
  DIGITS_LOST: {
    kind: 'fault',
    nl: 'Een getal in een cel heeft hoogstens 15 cijfers; van “{value}” zijn er cijfers verloren. Geef de cel de opmaak tekst en typ het nummer opnieuw.',
    en: 'A number in a cell holds 15 digits at most; digits of “{value}” were lost. Give the cell a text format and type the number again.',
  },
  ZERO_MAY_BE_LOST: {
    kind: 'warning',
    nl: 'Gelezen als {read}. De cel bevat een getal: een nul vooraan kan zijn weggevallen.',
    en: 'Read as {read}. The cell holds a number: a leading zero may have been lost.',
  },
  INVALID_CODE: {
    kind: 'fault',
    nl: '“{value}” is geen code: gebruik ten hoogste 40 letters zonder accent, cijfers, punten en streepjes.',
    en: '“{value}” is no code: use at most 40 letters without accents, digits, dots, dashes and underscores.',
  },
  INVALID_SECTOR_CODE: {
    kind: 'fault',
    nl: '“{value}” is geen SBI-code: die heeft 1 tot 6 cijfers.',
    en: '“{value}” is no SBI code: that has 1 to 6 digits.',
  },
  TOO_MANY_IN_LIST: {
    kind: 'fault',
    nl: 'Hier staan {count} waarden; ten hoogste {most} passen.',
    en: 'There are {count} values here; at most {most} fit.',
  },
  NOT_A_DATE: {
    kind: 'fault',
    nl: '“{value}” is geen datum. Schrijf bijvoorbeeld 31-12-2020 of 2020-12-31.',
    en: '“{value}” is no date. Write for example 2020-12-31 or 31-12-2020.',
  },
  DATE_INCOMPLETE: {
    kind: 'fault',
    nl: '“{value}” noemt geen dag. Als de eerste dag bedoeld is, schrijf dan {suggestion}.',
    en: '“{value}” names no day. If the first day is meant, write {suggestion}.',
  },
  DATE_DOES_NOT_EXIST: {
    kind: 'fault',
    nl: 'De dag “{value}” bestaat niet. Datums staan als dag-maand-jaar.',
    en: 'There is no such day as “{value}”. Dates are read as day-month-year.',
  },
  DATE_OUT_OF_RANGE: {
    kind: 'fault',
    nl: '“{value}” kan niet kloppen: datums liggen van 1900 tot en met 2199.',
    en: '“{value}” cannot be right: dates lie from 1900 to 2199.',
  },
  YEAR_IN_TWO_DIGITS: {
    kind: 'fault',
    nl: 'Schrijf het jaar van “{value}” in vier cijfers.',
    en: 'Write the year of “{value}” in four digits.',
  },
  NUMBER_INSTEAD_OF_DATE: {
    kind: 'fault',
    nl: 'Hier staat het getal {value}. Als {suggestion} bedoeld is, geef de cel dan de opmaak datum.',
    en: 'This is the number {value}. If {suggestion} is meant, give the cell a date format.',
  },
  NOT_AN_AMOUNT: {
    kind: 'fault',
    nl: '“{value}” is geen bedrag in euro. Schrijf bijvoorbeeld 1234,56.',
    en: '“{value}” is no amount in euro. Write for example 1234.56.',
  },
  NOT_A_NUMBER: {
    kind: 'fault',
    nl: '“{value}” is geen getal.',
    en: '“{value}” is no number.',
  },
  NOT_A_WHOLE_NUMBER: {
    kind: 'fault',
    nl: '{label} is een heel getal; “{value}” is dat niet.',
    en: '{label} is a whole number; “{value}” is not.',
  },
  TOO_MANY_DECIMALS: {
    kind: 'fault',
    nl: '“{value}” heeft meer dan twee cijfers achter de komma, of een punt op een onverwachte plaats.',
    en: '“{value}” has more than two decimals, or a separator in an unexpected place.',
  },
  NUMBER_NOT_POSITIVE: {
    kind: 'fault',
    nl: '{label} moet groter dan nul zijn; hier staat “{value}”.',
    en: '{label} must be more than zero; here it is “{value}”.',
  },
  NUMBER_NEGATIVE: {
    kind: 'fault',
    nl: '{label} kan niet kleiner dan nul zijn; hier staat “{value}”.',
    en: '{label} cannot be less than zero; here it is “{value}”.',
  },
  NUMBER_TOO_LARGE: {
    kind: 'fault',
    nl: '“{value}” is groter dan hier past: ten hoogste {most}.',
    en: '“{value}” is more than fits here: at most {most}.',
  },
  INVALID_COMPANY_NUMBER: {
    kind: 'fault',
    nl: '“{value}” is geen {name}: dat heeft {digits} cijfers.',
    en: '“{value}” is no {name}: that has {digits} digits.',
  },
  COMPANY_NUMBER_PADDED: {
    kind: 'warning',
    nl: 'Gelezen als {read}: de nullen vooraan waren weggevallen.',
    en: 'Read as {read}: the leading zeros had been lost.',
  },
  UNKNOWN_VALUE: {
    kind: 'fault',
    nl: '“{value}” kan hier niet staan. Kies uit: {choices}.',
    en: '“{value}” cannot stand here. Choose from: {choices}.',
  },
  UNKNOWN_COUNTRY: {
    kind: 'fault',
    nl: '“{value}” is geen landcode van twee letters, zoals NL, BE of DE.',
    en: '“{value}” is no two-letter country code, such as NL, BE or DE.',
  },
  UNKNOWN_PROVINCE: {
    kind: 'fault',
    nl: '“{value}” is geen provincie. Schrijf de naam of de code, zoals NL-DR.',
    en: '“{value}” is no province. Write its name or its code, such as NL-DR.',
  },
  INVALID_URL: {
    kind: 'fault',
    nl: '“{value}” is geen webadres. Het begint met https:// of www.',
    en: '“{value}” is no web address. It begins with https:// or www.',
  },
  INVALID_EMAIL: {
    kind: 'fault',
    nl: '“{value}” is geen e-mailadres, zoals anna@metaal.example.',
    en: '“{value}” is no e-mail address, such as anna@metaal.example.',
  },
  INVALID_PHONE: {
    kind: 'fault',
    nl: '“{value}” is geen telefoonnummer: gebruik cijfers, spaties en een + vooraan.',
    en: '“{value}” is no telephone number: use digits, spaces and a + in front.',
  },
  THOUSANDS_ASSUMED: {
    kind: 'warning',
    nl: '“{value}” is gelezen als {read}: de punten of komma’s scheiden duizendtallen.',
    en: '“{value}” was read as {read}: the separators part thousands.',
  },
  NUMBER_ROUNDED: {
    kind: 'warning',
    nl: '{value} is afgerond op {read}.',
    en: '{value} was rounded to {read}.',
  },
  TIME_OF_DAY_IGNORED: {
    kind: 'warning',
    nl: 'Alleen de datum {read} is gelezen, zonder de tijd.',
    en: 'Only the date {read} was read, without the time of day.',
  },
  DATE_READ_AS_TEXT: {
    kind: 'warning',
    nl: 'Deze cel is een datum, maar hier hoort tekst; gelezen als “{read}”.',
    en: 'This cell is a date where text belongs; read as “{read}”.',
  },
  POSTCODE_UNUSUAL: {
    kind: 'warning',
    nl: '“{value}” lijkt geen postcode; het is overgenomen zoals het er staat.',
    en: '“{value}” does not look like a postcode; it was taken as it stands.',
  },
  LEGAL_FORM_UNKNOWN: {
    kind: 'warning',
    nl: 'De rechtsvorm “{value}” is niet bekend; overgenomen zoals hij er staat.',
    en: 'The legal form “{value}” is not known; it was taken as it stands.',
  },
  SECTOR_CODE_UNUSUAL: {
    kind: 'warning',
    nl: '“{value}” lijkt geen {name}-code; het is overgenomen zoals het er staat.',
    en: '“{value}” does not look like an {name} code; it was taken as it stands.',
  },
  REPEATED_IN_LIST: {
    kind: 'warning',
    nl: '“{item}” staat twee keer in de lijst en telt één keer.',
    en: '“{item}” stands in the list twice and counts once.',
  },
  // Sheets and columns
  UNKNOWN_SHEET: {
    kind: 'warning',
    nl: 'Het blad “{value}” hoort niet bij dit werkboek en is overgeslagen.',
    en: 'The sheet “{value}” is not part of this workbook and was skipped.',
  },
  SHEET_REPEATED: {
    kind: 'fault',
    nl: 'Er zijn twee bladen voor {name}: “{value}” en “{other}”. Voeg ze samen.',
    en: 'There are two sheets for {name}: “{value}” and “{other}”. Join them.',
  },
  COLUMN_MISSING: {
    kind: 'fault',
    nl: 'De verplichte kolom {label} ontbreekt. De kolomnamen staan in rij 1.',
    en: 'The required column {label} is missing. Row 1 holds the column names.',
  },
  COLUMN_REPEATED: {
    kind: 'fault',
    nl: 'De kolom {label} staat er twee keer: {column} en {other}.',
    en: 'The column {label} is there twice: {column} and {other}.',
  },
  COLUMN_UNKNOWN: {
    kind: 'warning',
    nl: 'De kolom “{value}” is niet bekend en is overgeslagen.',
    en: 'The column “{value}” is not known and was skipped.',
  },
  COLUMN_WITHOUT_NAME: {
    kind: 'warning',
    nl: 'Kolom {value} heeft geen naam in rij 1 en is overgeslagen.',
    en: 'Column {value} has no name in row 1 and was skipped.',
  },
  QUOTE_NOT_CLOSED: {
    kind: 'fault',
    nl: 'Een aanhalingsteken in deze rij wordt nergens gesloten; alles erna is niet gelezen.',
    en: 'A quotation mark in this row is never closed; nothing after it was read.',
  },
  READ_AS_WINDOWS_1252: {
    kind: 'warning',
    nl: 'Het bestand is geen UTF-8 en is gelezen als Windows-1252. Controleer letters met accenten.',
    en: 'The file is not UTF-8 and was read as Windows-1252. Check letters with accents.',
  },
  MACROS_IGNORED: {
    kind: 'warning',
    nl: 'Het werkboek bevat macro’s; die worden nooit uitgevoerd.',
    en: 'The workbook holds macros; they are never run.',
  },
  EXTERNAL_LINKS_IGNORED: {
    kind: 'warning',
    nl: 'Het werkboek verwijst naar andere bestanden; alleen de waarden die erin bewaard zijn, zijn gelezen.',
    en: 'The workbook links to other files; only the values stored in it were read.',
  },
  FILE_IGNORED: {
    kind: 'warning',
    nl: 'Het bestand “{value}” in de map is geen csv en is overgeslagen.',
    en: 'The file “{value}” among them is no csv and was skipped.',
  },
  MORE_FINDINGS: {
    kind: 'warning',
    nl: 'Er zijn er nog {count} meer, die hier niet getoond worden.',
    en: 'There are {count} more, which are not shown here.',
  },
  // Rows that are records of the register
  UNKNOWN_ID: {
    kind: 'fault',
    nl: 'Er is hier geen gegeven met dit id: het is verwijderd of samengevoegd, of komt uit een ander register. Maak id en versie leeg om de rij als nieuw op te nemen.',
    en: 'There is no record with this id here: it was deleted or merged, or comes from another register. Empty id and version to take the row in as a new one.',
  },
  ID_REPEATED: {
    kind: 'fault',
    nl: 'Dit id staat al in rij {other} van dit blad. Maak het leeg in een gekopieerde rij.',
    en: 'This id stands in row {other} of this sheet already. Empty it in a copied row.',
  },
  STALE_VERSION: {
    kind: 'fault',
    nl: 'Dit is intussen gewijzigd: de rij is van versie {value}, het register staat op versie {current}. Exporteer opnieuw.',
    en: 'This was changed meanwhile: the row is of version {value}, the register is at version {current}. Export again.',
  },
  NUMBER_TAKEN: {
    kind: 'fault',
    nl: 'Het nummer {value} is van een ander bedrijf: {other}.',
    en: 'The number {value} belongs to another company: {other}.',
  },
  CENTRE_CODE_TAKEN: {
    kind: 'fault',
    nl: 'De code “{value}” is van een andere praktijkomgeving.',
    en: 'The code “{value}” belongs to another centre.',
  },
  MORE_CHANGES: {
    kind: 'warning',
    nl: 'Er zijn nog {count} andere wijzigingen, die hier niet getoond worden.',
    en: 'There are {count} more changes, which are not shown here.',
  },
  TOO_MANY_ROWS: {
    kind: 'fault',
    nl: 'Er is één programma; dit is een tweede rij.',
    en: 'There is one programme; this is a second row.',
  },
  // One row
  END_DISAGREES: {
    kind: 'fault',
    nl: 'De laatste dag {lastDay} en de einddatum {endedOn} spreken elkaar tegen: het einde is de dag erna.',
    en: 'The last day {lastDay} and ended_on {endedOn} disagree: ended_on is the day after.',
  },
  ENDS_BEFORE_START: {
    kind: 'fault',
    nl: 'Het einde ligt niet na het begin, {start}.',
    en: 'The end does not lie after the start, {start}.',
  },
  END_WITHOUT_START: {
    kind: 'fault',
    nl: 'Er is een einde, maar geen begin.',
    en: 'There is an end but no start.',
  },
  COUNTRY_NEEDED: {
    kind: 'fault',
    nl: 'Bij een buitenlands nummer hoort het land dat het uitgaf.',
    en: 'A foreign number needs the country that issued it.',
  },
  HUB_UNDER_HUB: {
    kind: 'fault',
    nl: 'Een hub valt niet onder een andere hub; laat deze cel leeg.',
    en: 'A hub lies under no other hub; leave this cell empty.',
  },
  QUANTITY_NOT_WHOLE: {
    kind: 'fault',
    nl: 'Alleen banen worden in delen geteld; “{value}” moet een heel getal zijn.',
    en: 'Only jobs are counted in parts; “{value}” must be a whole number.',
  },
  EVIDENCE_MISSING: {
    kind: 'warning',
    nl: 'Er staat “met bewijs”, maar er is geen link. Het telt zo mee en komt op de lijst van wat bewijs mist.',
    en: 'It says “evidenced” but there is no link. It counts so, and is listed as lacking evidence.',
  },
  // Between rows
  REF_REPEATED: {
    kind: 'fault',
    nl: 'De verwijzing “{value}” staat al in rij {other} van dit blad.',
    en: 'The ref “{value}” stands in row {other} of this sheet already.',
  },
  CENTRE_CODE_REPEATED: {
    kind: 'fault',
    nl: 'De code “{value}” staat al in rij {other}.',
    en: 'The code “{value}” stands in row {other} already.',
  },
  UNKNOWN_REF: {
    kind: 'fault',
    nl: '“{value}” staat niet in de kolom ref van het blad {target}.',
    en: '“{value}” does not stand in the column ref of the sheet {target}.',
  },
  CENTRE_NOT_YOURS: {
    kind: 'fault',
    nl: 'Dit hoort bij een praktijkomgeving die niet van jou is. Laat de rij weg, of vraag de coördinator ervan.',
    en: 'This belongs to a centre that is not yours. Leave the row out, or ask its coordinator.',
  },
  ADMINISTRATORS_ONLY: {
    kind: 'fault',
    nl: 'Alleen een beheerder mag dit toevoegen of wijzigen. Zet hier wat al geregistreerd is, of laat de rij weg.',
    en: 'Only an administrator may add or change this. Put here what is registered, or leave the row out.',
  },
  UNKNOWN_CENTRE: {
    kind: 'fault',
    nl: 'Er is geen praktijkomgeving met code “{value}”, in dit werkboek noch in het register.',
    en: 'There is no centre with code “{value}”, neither in this workbook nor in the register.',
  },
  REFERENCE_SET_ASIDE: {
    kind: 'fault',
    nl: 'De rij van “{value}” is opzij gezet, en deze rij met haar.',
    en: 'The row of “{value}” was set aside, and this row with it.',
  },
  HUB_IS_NOT_A_HUB: {
    kind: 'fault',
    nl: '“{value}” is een fieldlab, geen hub.',
    en: '“{value}” is a fieldlab, not a hub.',
  },
  CENTRE_LEAVES_PARTICIPATIONS: {
    kind: 'fault',
    nl: 'Er zijn {count} deelnames geregistreerd die na dit einde zouden beginnen.',
    en: '{count} registered participations would start after this end.',
  },
  PARTICIPATION_OVERLAP: {
    kind: 'fault',
    nl: 'Deze deelname overlapt die in rij {other}: hetzelfde bedrijf in dezelfde praktijkomgeving.',
    en: 'This participation overlaps that in row {other}: the same company in the same centre.',
  },
  PARTICIPATION_OVERLAPS_REGISTER: {
    kind: 'fault',
    nl: 'Dit bedrijf is hier al geregistreerd vanaf {start}{until}; de deelnames overlappen.',
    en: 'This company is registered here from {start}{until} already; the participations overlap.',
  },
  PARTICIPATION_OUTSIDE_CENTRE: {
    kind: 'fault',
    nl: 'De deelname begint buiten de periode van {centre}: {start} t/m {end}.',
    en: 'The participation starts outside the period of {centre}: {start} up to and including {end}.',
  },
  CENTRE_WITHOUT_START: {
    kind: 'fault',
    nl: '{centre} heeft nog geen startdatum en kan nog geen deelnames hebben.',
    en: '{centre} has no start date yet and cannot have participations.',
  },
  PERIOD_LOCKED: {
    kind: 'fault',
    nl: 'De opgave van {centre} over {period} is vastgesteld. Geef bij het importeren een reden op.',
    en: 'What {centre} said of {period} was accepted. Give a reason with the import.',
  },
  ATTENDANCE_REPEATED: {
    kind: 'fault',
    nl: 'Dit bedrijf staat voor deze activiteit al in rij {other}. Tel de personen op in één rij.',
    en: 'This company stands in row {other} for this activity already. Add the people up in one row.',
  },
  NUMBERS_OF_DIFFERENT_COMPANIES: {
    kind: 'fault',
    nl: 'Deze nummers zijn in het register van verschillende bedrijven: {names}.',
    en: 'These numbers belong to different companies in the register: {names}.',
  },
  NUMBERS_TANGLED: {
    kind: 'fault',
    nl: 'Te veel rijen hangen door hun nummers aan elkaar om te zien welke bedrijven het zijn.',
    en: 'Too many rows hang together by their numbers to see which companies they are.',
  },
  DIFFERS_IN_WORKBOOK: {
    kind: 'warning',
    nl: 'Rij {other} zegt “{kept}” over hetzelfde bedrijf; dat is gehouden.',
    en: 'Row {other} says “{kept}” about the same company; that was kept.',
  },
  DIFFERS_FROM_REGISTER: {
    kind: 'warning',
    nl: 'In het register staat “{kept}”; dat is niet gewijzigd.',
    en: 'The register says “{kept}”; it was not changed.',
  },
  POSSIBLE_DUPLICATE: {
    kind: 'warning',
    nl: 'Heeft geen nummer en lijkt op “{other}”; beide zijn gehouden en staan op de lijst van mogelijke dubbelen.',
    en: 'Has no number and looks like “{other}”; both were kept and are listed as possible duplicates.',
  },
  RECORD_WAS_DELETED: {
    kind: 'warning',
    nl: 'Deze rij was eerder geïmporteerd en is daarna verwijderd; zij is overgeslagen.',
    en: 'This row was imported before and deleted since; it was left out.',
  },
  REFERENCE_LEFT_OUT: {
    kind: 'warning',
    nl: 'Overgeslagen, want “{value}” is overgeslagen: dat was verwijderd.',
    en: 'Left out, because “{value}” was left out: it had been deleted.',
  },
} as const satisfies Record<string, FindingText>;

export type FindingCode = keyof typeof FINDINGS;
export type FindingParams = Readonly<Record<string, string | number>>;

export const isFault = (code: FindingCode): boolean => FINDINGS[code].kind === 'fault';

/** The sentence of a finding; a parameter that is not given is left out. */
export function findingMessage(code: FindingCode, params: FindingParams, language: Language): string {
  return FINDINGS[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
