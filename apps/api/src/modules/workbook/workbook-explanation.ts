import {
  CHOICES,
  nameIn,
  SHEETS,
  shownColumns,
  WORDS,
  type ChoiceName,
  type Column,
  type Language,
} from '@fieldlab/domain';
import type { XlsxCell, XlsxColumn } from '../../resource/exports/xlsx';

const column = (name: string, width: number): XlsxColumn => ({ name, kind: 'text', width });

export const EXPLANATION_COLUMNS: Record<Language, readonly XlsxColumn[]> = {
  nl: [
    column('Blad', 20),
    column('Kolom', 24),
    column('Verplicht', 11),
    column('Wat er hoort', 90),
    column('Keuzes', 70),
  ],
  en: [
    column('Sheet', 20),
    column('Column', 24),
    column('Required', 11),
    column('What belongs there', 90),
    column('Choices', 70),
  ],
};

const GENERAL: Record<Language, readonly string[]> = {
  nl: [
    'Rij 1 van elk blad bevat de kolomnamen. De volgorde van bladen en kolommen is vrij; wat je niet nodig hebt, laat je weg.',
    'Lijsten scheid je met een puntkomma. Datums schrijf je als 31-12-2020. Bedragen zijn in euro.',
    'Het hele werkboek wordt gecontroleerd voordat er iets wordt opgeslagen: bij een fout wordt niets opgeslagen.',
  ],
  en: [
    'Row 1 of each sheet holds the column names. Sheets and columns stand in any order; leave out what you do not need.',
    'Part lists by semicolons. Write dates as 2020-12-31 or 31-12-2020. Amounts are in euro.',
    'The whole workbook is checked before anything is stored: with a fault, nothing is stored.',
  ],
};

/** What every sheet and column is for, to be read beside the empty sheets. */
export function explanationRows(language: Language): XlsxCell[][] {
  const general = GENERAL[language].map((text): XlsxCell[] => [null, null, null, text, null]);
  const sheets = SHEETS.flatMap((sheet): XlsxCell[][] => {
    const name = nameIn(language, sheet);
    return [
      [name, null, null, sheet.help[language], null],
      ...shownColumns(sheet)
        .filter(({ exported }) => !exported)
        .map((shown) => columnRow(name, shown, language)),
    ];
  });
  return [...general, ...sheets];
}

const YES: Record<Language, string> = { nl: 'ja', en: 'yes' };

function columnRow(sheet: string, shown: Column, language: Language): XlsxCell[] {
  const { required, help, type } = shown;
  return [
    sheet,
    nameIn(language, shown),
    required ? YES[language] : null,
    help[language],
    type in CHOICES ? choices(type as ChoiceName, language) : null,
  ];
}

/** In English the values of the format with their words. */
function choices(name: ChoiceName, language: Language): string {
  const words: Record<string, string> = WORDS[language][name];
  return CHOICES[name]
    .map((value) => (language === 'en' ? `${value} (${words[value] ?? ''})` : (words[value] ?? value)))
    .join(', ');
}
