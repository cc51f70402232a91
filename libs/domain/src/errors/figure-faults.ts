import type { Language } from '../vocabulary/languages';

/** What can be wrong with a question for figures, and with a text that names some. */
export const FIGURE_FAULTS = {
  NOT_A_SCOPE: {
    nl: '“{scope}” is geen bereik. Schrijf programme, hub:CODE of centre:CODE.',
    en: '“{scope}” is not a scope. Write programme, hub:CODE or centre:CODE.',
  },
  NO_SUCH_SCOPE: { nl: '{scope} is er niet.', en: 'There is no {scope}.' },
  NO_SUCH_INDICATOR: {
    nl: '“{indicator}” is geen indicator. Kies er een uit de lijst.',
    en: '“{indicator}” is not an indicator; see /api/v1/indicators.',
  },
  ONE_INDICATOR: { nl: 'Kies één indicator.', en: 'Name one indicator.' },
  NO_SUCH_BREAKDOWN: {
    nl: '“{by}” is geen uitsplitsing. Kies uit: {choices}.',
    en: '“{by}” is not a breakdown. Choose one of: {choices}.',
  },
  NOT_BROKEN_DOWN: {
    nl: '{indicator} wordt niet uitgesplitst naar {by}; wel naar: {choices}.',
    en: '{indicator} has no breakdown by {by}; it has: {choices}.',
  },
  NOTHING_BROKEN_DOWN: {
    nl: 'Geen van de indicatoren wordt uitgesplitst naar {by}.',
    en: 'None of the indicators has a breakdown by {by}.',
  },
  NO_SUCH_SECTOR_VERSION: {
    nl: '“{version}” is geen versie van de SBI. Kies uit: {choices}.',
    en: '“{version}” is not a version of the SBI. Choose one of: {choices}.',
  },
  ONLY_BY_PLACE: {
    nl: 'Waar bedrijven zijn gevestigd, hoort bij de uitsplitsing naar provincie of gemeente.',
    en: 'Where companies are goes with the breakdown by province or municipality.',
  },
  ONLY_BY_SECTOR: {
    nl: 'Een versie van de SBI hoort bij de uitsplitsing naar sector.',
    en: 'A version of the SBI goes with the breakdown by sector.',
  },
  NO_SUCH_COUNT: {
    nl: '“{countBy}” kan niet worden geteld. Kies uit: {choices}.',
    en: '“{countBy}” cannot be counted. Choose one of: {choices}.',
  },
  COUNTS_NO_GROUPS: {
    nl: '{indicator} wordt niet per concern geteld.',
    en: '{indicator} is not counted by group.',
  },
  CELL_INCOMPLETE: {
    nl: 'Een cel heeft een uitsplitsing en een waarde.',
    en: 'A cell is named by both by and key.',
  },
  TOO_MANY_PERIODS: {
    nl: 'Dat zijn meer dan {most} perioden. Kies een kortere tijd.',
    en: 'That is more than {most} periods. Choose a shorter span.',
  },
  STARTS_AFTER_END: {
    nl: 'Het begin ({from}) ligt na de peildatum ({asOf}).',
    en: 'The period would start ({from}) after it ends ({asOf}).',
  },
  DIFFERENT_UNITS: {
    nl: 'Vergelijk cijfers met dezelfde eenheid.',
    en: 'Compare figures of one unit.',
  },
  NOTHING_TO_DIVIDE: {
    nl: '{indicator} is daar leeg: er is niets om door te delen.',
    en: '{indicator} is empty there: there is nothing to divide.',
  },
  CHAIN_TOO_SHORT: {
    nl: 'Kies ten minste twee cijfers om te vergelijken.',
    en: 'Choose at least two figures to compare.',
  },
  NO_CHAIN: { nl: 'Kies ten minste één vergelijking.', en: 'Choose at least one comparison.' },
  NO_TEXT: { nl: 'Typ een getal of een alinea.', en: 'Type a number or a paragraph.' },
  SHARE_TOO_LARGE: {
    nl: 'Een aandeel is ten hoogste 100 procent.',
    en: 'A share is at most 100 per cent.',
  },
  TOO_PRECISE: { nl: 'Gebruik minder decimalen.', en: 'Use fewer decimals.' },
  NO_FIGURE: {
    nl: '{source} noemt geen cijfer. Schrijf bijvoorbeeld {{jobs}} of {{jobs:province=NL-NB}}.',
    en: '{source} names no figure. Write for example {{jobs}} or {{jobs:province=NL-NB}}.',
  },
  NOT_IN_REPORT: {
    nl: '{source}: {indicator} hoort niet bij de indicatoren van dit rapport.',
    en: '{source}: {indicator} is not among the report’s indicators.',
  },
  REPORT_NOT_BROKEN_DOWN: {
    nl: '{source}: het rapport wordt niet uitgesplitst naar {by}.',
    en: '{source}: the report is not broken down by {by}.',
  },
} as const satisfies Record<string, Record<Language, string>>;
