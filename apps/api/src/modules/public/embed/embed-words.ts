import type { Language } from '@fieldlab/domain';

/** What stands around a published figure on somebody else's page. */
export const EMBED_WORDS = {
  nl: {
    asOf: 'Peildatum',
    period: (from: string, to: string) => `${from} tot en met ${to}`,
    edition: (number: number, title: string) => `Editie ${number} van ‘${title}’`,
    seal: 'Zegel (SHA-256)',
    by: (title: string, way: string) => `${title}, per ${way}`,
    table: 'Als tabel',
    value: 'Waarde',
    more: (count: number) => `en nog ${count} in de editie zelf`,
    withheld: 'Afgeschermd: achter zo weinig bedrijven zou één bedrijf herkenbaar zijn.',
  },
  en: {
    asOf: 'As of',
    period: (from: string, to: string) => `${from} to ${to}`,
    edition: (number: number, title: string) => `Edition ${number} of ‘${title}’`,
    seal: 'Seal (SHA-256)',
    by: (title: string, way: string) => `${title}, by ${way}`,
    table: 'As a table',
    value: 'Value',
    more: (count: number) => `and ${count} more in the edition itself`,
    withheld: 'Withheld: behind so few companies a single one could be recognised.',
  },
} as const satisfies Record<Language, object>;
