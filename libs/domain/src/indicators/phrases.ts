/**
 * The sentences that several definitions share stand here once, so that they cannot come to differ.
 * They are part of published texts: changing one asks for a new version of every indicator that uses it.
 */

export const PERIOD = {
  nl: 'in de periode van de begindatum tot en met de peildatum',
  en: 'in the period from the from date to the as-of date, both included',
};

export const OVERLAP = {
  nl:
    'Een deelname valt in de periode als zij op of vóór de peildatum begon en haar laatste dag op of na de begindatum ' +
    'ligt, of nog niet vaststaat; zij eindigt uiterlijk met haar praktijkomgeving.',
  en:
    'A participation falls in the period if it started on or before the as-of date and its last day lies on or after ' +
    'the from date, or is still open; it ends with its centre at the latest.',
};

export const MERGED = {
  nl: 'Samengevoegde bedrijven zijn één bedrijf, met de gegevens van het bedrijf dat bleef bestaan.',
  en: 'Merged companies are one company, with the details of the one that remained.',
};

export const ONCE = {
  nl: `Elk bedrijf telt één keer. ${MERGED.nl}`,
  en: `Each company counts once. ${MERGED.en}`,
};

export const BUSINESS_ONLY = {
  nl:
    'Alleen organisaties van het type bedrijf tellen mee; kennisinstellingen, onderwijsinstellingen, overheden en ' +
    'overige organisaties niet.',
  en:
    'Only organisations of the type business are counted; knowledge institutes, education, public bodies and other ' +
    'organisations are not.',
};

export const SEVERAL_CENTRES = {
  nl:
    'Wat bij meer dan één praktijkomgeving hoort, telt in het totaal één keer en bij elk daarvan één keer; binnen een hub of ' +
    'praktijkomgeving telt het mee zodra een van die praktijkomgevingen erbinnen valt.',
  en:
    'What belongs to several centres counts once in the total and once for each of them; within a hub or centre it ' +
    'counts as soon as one of those centres lies within.',
};

export const EVERY_CLAIM_LEVEL = {
  nl: 'Elke mate van onderbouwing telt mee: eigen opgave, bevestigd en met bewijs.',
  en: 'Every claim level counts: self-reported, confirmed and evidenced.',
};

export const EVERY_ORGANISATION = {
  nl: 'Resultaten van organisaties van elk type tellen mee.',
  en: 'Outcomes of organisations of every type are counted.',
};

export const CASH_AND_KIND = {
  nl: 'Bijdragen in geld en in natura tellen beide mee, ongeacht wie ze deed.',
  en: 'Contributions in cash and in kind both count, whoever made them.',
};

export const THIRD_PART = {
  nl: 'Investeringen van kennisinstellingen zijn het derde deel: zij tellen niet als privaat en niet als publiek.',
  en: 'Investments by knowledge institutes are the third part: they count neither as private nor as public.',
};
