import { cellLabel, cellsBy, NETHERLANDS, type SealedEdition } from '@fieldlab/domain';

/** Every number of an edition as a row that can stand by itself. */
export interface EditionRow {
  indicator: string;
  definitionVersion: number;
  title: string;
  unit: string;
  by: string | null;
  key: string | null;
  label: string | null;
  value: number | string | null;
  suppressed: boolean;
}

export const EDITION_COLUMNS = [
  'indicator',
  'definitionVersion',
  'title',
  'unit',
  'by',
  'key',
  'label',
  'value',
  'suppressed',
] as const satisfies readonly (keyof EditionRow)[];

/** In every row of a file that may be taken apart: which edition it is, of when. */
export const EDITION_STAMP = ['asOf', 'from', 'knownAt', 'scope', 'edition', 'seal'] as const;

export function editionRows(edition: SealedEdition): EditionRow[] {
  const { language, by: ways } = edition;
  return edition.figures.flatMap((figure) => {
    const { indicator, definitionVersion, unit } = figure;
    const title = edition.definitions.find(({ code }) => code === indicator)?.title[language] ?? indicator;
    const shared = { indicator, definitionVersion, title, unit };
    return [
      {
        ...shared,
        by: null,
        key: null,
        label: null,
        value: figure.value,
        suppressed: figure.suppressed === true,
      },
      ...ways.flatMap((by) =>
        cellsBy(figure, by, ways).map(({ key, label, value, suppressed }) => ({
          ...{ ...shared, by, key, value, suppressed: suppressed === true },
          label: cellLabel(by, key, language, NETHERLANDS) ?? label,
        })),
      ),
    ];
  });
}
