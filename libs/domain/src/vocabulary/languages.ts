/** The languages of screens, definitions and reports; Dutch is the one that is written first. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language: a missing one fails compilation. */
export type Localised = Record<Language, string>;
