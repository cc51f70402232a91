import type { Localised } from '../vocabulary/languages';

/**
 * Why two figures of one unit differ, in the order in which a bridge tells it. `{date}` is the day at which it
 * turns. Each is written so that it can follow a number: "149 only reached, not participating".
 */
export const RECONCILIATION_REASONS = {
  DEFINITION_CHANGED: {
    nl: 'door een andere versie van de definitie',
    en: 'by another version of the definition',
  },
  ONLY_REACHED: { nl: 'alleen bereikt, geen deelname', en: 'only reached, not participating' },
  NOT_REACHED: {
    nl: 'zonder deelname of bezoek in de periode',
    en: 'without participation or attendance in the period',
  },
  CENTRE_ENDED: { nl: 'van wie het fieldlab is beëindigd', en: 'whose fieldlab ended' },
  STOPPED_BEFORE: { nl: 'gestopt vóór {date}', en: 'stopped before {date}' },
  FIRST_TOOK_PART_EARLIER: {
    nl: 'namen al vóór de periode voor het eerst deel',
    en: 'first took part before the period',
  },
  NO_PRODUCTION_START: { nl: 'niet begonnen met productie', en: 'did not start production' },
  SEVERAL_CENTRES: {
    nl: 'geteld als deelname in meer dan één praktijkomgeving',
    en: 'counted as participation in several centres',
  },
  NOT_A_FIELDLAB: { nl: 'hub, geen fieldlab', en: 'a hub, not a fieldlab' },
  NOT_A_HUB: { nl: 'fieldlab, geen hub', en: 'a fieldlab, not a hub' },
  STARTED_BEFORE_PERIOD: { nl: 'begonnen vóór de periode', en: 'started before the period' },
  CLOSED_BEFORE: { nl: 'beëindigd op of vóór {date}', en: 'ended on or before {date}' },
  DISSOLVED_BEFORE: { nl: 'opgeheven op of vóór {date}', en: 'dissolved on or before {date}' },
  FOUNDED_BEFORE_PERIOD: { nl: 'opgericht vóór de periode', en: 'founded before the period' },
  COMMITTED_NOT_REALISED: { nl: 'toegezegd, niet gerealiseerd', en: 'committed, not realised' },
  REALISED_NOT_COMMITTED: { nl: 'gerealiseerd, niet meer toegezegd', en: 'realised, no longer committed' },
  FROM_COMPANIES: { nl: 'van bedrijven', en: 'from companies' },
  FROM_KNOWLEDGE_INSTITUTES: { nl: 'van kennisinstellingen', en: 'from knowledge institutes' },
  FROM_PUBLIC_SOURCES: { nl: 'van overheden en de EU', en: 'from public sources' },
  OF_THE_FIRST: { nl: 'alles wat het eerste cijfer telt', en: 'all that the first figure counts' },
  OF_THE_SECOND: { nl: 'alles wat het tweede cijfer telt', en: 'all that the second figure counts' },
  OUTSIDE_SCOPE: {
    nl: 'buiten het bereik van het tweede cijfer',
    en: 'outside the scope of the second figure',
  },
  WITHIN_SCOPE: {
    nl: 'alleen binnen het bereik van het tweede cijfer',
    en: 'only within the scope of the second figure',
  },
  BEFORE_PERIOD: { nl: 'alleen vóór {date}', en: 'only before {date}' },
  STARTED_AFTER: { nl: 'begonnen na {date}', en: 'started after {date}' },
  DATED_AFTER: { nl: 'van na {date}', en: 'dated after {date}' },
  MERGED: { nl: 'samengevoegd als hetzelfde bedrijf', en: 'merged as the same company' },
  ADDED_SINCE: { nl: 'sindsdien vastgelegd', en: 'recorded since' },
  REMOVED_SINCE: { nl: 'sindsdien verwijderd', en: 'removed since' },
  CORRECTED_SINCE: { nl: 'sindsdien gecorrigeerd', en: 'corrected since' },
  SCOPE_DIFFERS: { nl: 'door een ander bereik', en: 'by another scope' },
  PERIOD_DIFFERS: { nl: 'door een andere periode', en: 'by another period' },
  KNOWLEDGE_DIFFERS: { nl: 'door wat sindsdien bekend werd', en: 'by what became known since' },
} as const satisfies Record<string, Localised>;

export type ReconciliationReason = keyof typeof RECONCILIATION_REASONS;

/** The differences between two figures, in the order in which a bridge crosses them (the contract's). */
export const TRANSITIONS = ['definition', 'indicator', 'scope', 'from', 'asOf', 'knownAt'] as const;
export type Transition = (typeof TRANSITIONS)[number];
