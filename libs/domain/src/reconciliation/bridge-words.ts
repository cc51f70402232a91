import type { IndicatorCode } from '../indicators/catalogue';
import type { Localised } from '../vocabulary/languages';
import type { ReconciliationReason } from './reasons';

/**
 * What a letter says of each figure: `{when}` begins the sentence, `{n}` is the value, `{where}` the scope, and of
 * `[one|more]` the first is said where the value is 1 or an amount. Unlike a title it never calls a company active,
 * which is the name of a level.
 */
export const STATEMENTS: Record<IndicatorCode, Localised> = {
  fieldlabs_active: {
    nl: '{when} [was|waren] er{where} {n} [fieldlab|fieldlabs]',
    en: '{when} there [was|were] {n} [fieldlab|fieldlabs]{where}',
  },
  hubs_active: {
    nl: '{when} [was|waren] er{where} {n} [hub|hubs]',
    en: '{when} there [was|were] {n} [hub|hubs]{where}',
  },
  centres_active: {
    nl: '{when} [was|waren] er{where} {n} [praktijkomgeving|praktijkomgevingen]',
    en: '{when} there [was|were] {n} [centre|centres]{where}',
  },
  fieldlabs_started: {
    nl: '{when} [begon|begonnen] er{where} {n} [fieldlab|fieldlabs]',
    en: '{when} {n} [fieldlab|fieldlabs] started{where}',
  },
  companies_reached: {
    nl: '{when} [is|zijn]{where} {n} [bedrijf|bedrijven] bereikt',
    en: '{when} {n} [company was|companies were] reached{where}',
  },
  companies_participated: {
    nl: '{when} [nam|namen]{where} {n} [bedrijf|bedrijven] deel',
    en: '{when} {n} [company|companies] took part{where}',
  },
  companies_participating: {
    nl: '{when} [deed|deden]{where} {n} [bedrijf|bedrijven] mee',
    en: '{when} {n} [company was|companies were] taking part{where}',
  },
  companies_new: {
    nl: '{when} [nam|namen]{where} {n} [bedrijf|bedrijven] voor het eerst deel',
    en: '{when} {n} [company|companies] took part{where} for the first time',
  },
  participations: {
    nl: '{when} [was|waren] er{where} {n} [deelname|deelnames]',
    en: '{when} there [was|were] {n} [participation|participations]{where}',
  },
  sme_share: {
    nl: '{when} was{where} {n} van de deelnemende bedrijven mkb',
    en: '{when} {n} of the companies that took part{where} were SMEs',
  },
  people_trained: {
    nl: '{when} werd{where} {n} keer een training gevolgd',
    en: '{when} people attended a training{where} {n} [time|times]',
  },
  spin_offs: {
    nl: '{when} [kwam|kwamen] er{where} {n} [spin-off|spin-offs] tot stand',
    en: '{when} {n} [spin-off|spin-offs] came about{where}',
  },
  spin_offs_active: {
    nl: '{when} [bestond|bestonden] er{where} {n} [spin-off|spin-offs]',
    en: '{when} {n} [spin-off|spin-offs] existed{where}',
  },
  new_products: {
    nl: '{when} [kwam|kwamen] er{where} {n} [nieuw product|nieuwe producten]',
    en: '{when} there [was|were] {n} new [product|products]{where}',
  },
  new_services: {
    nl: '{when} [kwam|kwamen] er{where} {n} [nieuwe dienst|nieuwe diensten]',
    en: '{when} there [was|were] {n} new [service|services]{where}',
  },
  jobs: {
    nl: '{when} ontstond er{where} {n} aan directe banen',
    en: '{when} direct jobs came to {n}{where}',
  },
  production_starts: {
    nl: '{when} [begon|begonnen]{where} {n} [bedrijf|bedrijven] met productie',
    en: '{when} {n} [company|companies] started production{where}',
  },
  investment_realised: {
    nl: '{when} werd{where} {n} geïnvesteerd',
    en: '{when} {n} was invested{where}',
  },
  investment_committed: {
    nl: '{when} werd{where} {n} aan investeringen toegezegd',
    en: '{when} {n} of investment was committed{where}',
  },
  investment_private: {
    nl: '{when} investeerden bedrijven{where} {n}',
    en: '{when} companies invested {n}{where}',
  },
  investment_public: {
    nl: '{when} investeerden overheden{where} {n}',
    en: '{when} public bodies invested {n}{where}',
  },
  leverage: {
    nl: '{when} stond{where} tegenover elke publieke euro {n} euro aan privaat geld',
    en: '{when} every public euro was met by {n} euros of private money{where}',
  },
};

/**
 * What a letter says of each reason, after "Daarvan" or "Daarnaast", "Of these," or "In addition,". An amount loses the
 * Dutch "er" before `{n}`.
 */
export const CLAUSES: Record<ReconciliationReason, Localised> = {
  DEFINITION_CHANGED: {
    nl: '[hangt|hangen] er {n} samen met een andere versie van de definitie',
    en: '{n} [comes|come] of another version of the definition',
  },
  ONLY_REACHED: {
    nl: '[werd|werden] er {n} alleen bereikt, zonder deel te nemen',
    en: '{n} [was|were] only reached and did not take part',
  },
  NOT_REACHED: {
    nl: '[had|hadden] er {n} in de periode geen deelname en geen bezoek',
    en: '{n} neither took part nor attended anything in the period',
  },
  CENTRE_ENDED: { nl: 'was van {n} het fieldlab beëindigd', en: 'the fieldlab of {n} had ended' },
  STOPPED_BEFORE: {
    nl: '[was|waren] er {n} vóór {date} gestopt',
    en: '{n} had stopped before {date}',
  },
  FIRST_TOOK_PART_EARLIER: {
    nl: '[nam|namen] er {n} al vóór de periode voor het eerst deel',
    en: '{n} first took part before the period',
  },
  NO_PRODUCTION_START: {
    nl: '[was|waren] er {n} niet met productie begonnen',
    en: '{n} had not started production',
  },
  SEVERAL_CENTRES: {
    nl: '[is|zijn] er {n} geteld als deelname in meer dan één praktijkomgeving',
    en: '{n} [was|were] counted as participation in several centres',
  },
  NOT_A_FIELDLAB: {
    nl: '[is|zijn] er {n} hub en geen fieldlab',
    en: '{n} [is a hub and not a fieldlab|are hubs and not fieldlabs]',
  },
  NOT_A_HUB: {
    nl: '[is|zijn] er {n} fieldlab en geen hub',
    en: '{n} [is a fieldlab and not a hub|are fieldlabs and not hubs]',
  },
  STARTED_BEFORE_PERIOD: {
    nl: '[begon|begonnen] er {n} vóór de periode',
    en: '{n} started before the period',
  },
  CLOSED_BEFORE: {
    nl: '[was|waren] er {n} op of vóór {date} beëindigd',
    en: '{n} had ended on or before {date}',
  },
  DISSOLVED_BEFORE: {
    nl: '[was|waren] er {n} op of vóór {date} opgeheven',
    en: '{n} had been dissolved on or before {date}',
  },
  FOUNDED_BEFORE_PERIOD: {
    nl: '[was|waren] er {n} al vóór de periode opgericht',
    en: '{n} had been founded before the period',
  },
  COMMITTED_NOT_REALISED: {
    nl: '[was|waren] er {n} wel toegezegd, maar niet gerealiseerd',
    en: '{n} [was|were] committed but not realised',
  },
  REALISED_NOT_COMMITTED: {
    nl: '[was|waren] er {n} al gerealiseerd, en dus niet meer toegezegd',
    en: '{n} had been realised, and [was|were] no longer committed',
  },
  FROM_COMPANIES: { nl: '[kwam|kwamen] er {n} van bedrijven', en: '{n} came from companies' },
  FROM_KNOWLEDGE_INSTITUTES: {
    nl: '[kwam|kwamen] er {n} van kennisinstellingen',
    en: '{n} came from knowledge institutes',
  },
  FROM_PUBLIC_SOURCES: {
    nl: '[kwam|kwamen] er {n} van overheden en de EU',
    en: '{n} came from public bodies and the EU',
  },
  OF_THE_FIRST: {
    nl: '[telt|tellen] er {n} alleen mee in het eerste cijfer',
    en: '{n} [is|are] counted by the first figure alone',
  },
  OF_THE_SECOND: {
    nl: '[telt|tellen] er {n} alleen mee in het tweede cijfer',
    en: '{n} [is|are] counted by the second figure alone',
  },
  OUTSIDE_SCOPE: {
    nl: '[valt|vallen] er {n} buiten het bereik van het tweede cijfer',
    en: '{n} [lies|lie] outside the scope of the second figure',
  },
  WITHIN_SCOPE: {
    nl: '[valt|vallen] er {n} alleen binnen het bereik van het tweede cijfer',
    en: '{n} [lies|lie] within the scope of the second figure alone',
  },
  BEFORE_PERIOD: {
    nl: '[telt|tellen] er {n} alleen mee vóór {date}',
    en: '{n} [counts|count] before {date} alone',
  },
  STARTED_AFTER: { nl: '[begon|begonnen] er {n} na {date}', en: '{n} started after {date}' },
  DATED_AFTER: { nl: '[is|zijn] er {n} van na {date}', en: '{n} [dates|date] from after {date}' },
  MERGED: {
    nl: '[bleek|bleken] er {n} hetzelfde bedrijf als een ander',
    en: '{n} proved to be the same company as another',
  },
  ADDED_SINCE: { nl: '[is|zijn] er {n} sindsdien vastgelegd', en: '{n} [was|were] recorded since' },
  REMOVED_SINCE: { nl: '[is|zijn] er {n} sindsdien verwijderd', en: '{n} [was|were] removed since' },
  CORRECTED_SINCE: { nl: '[is|zijn] er {n} sindsdien gecorrigeerd', en: '{n} [was|were] corrected since' },
  SCOPE_DIFFERS: {
    nl: '[hangt|hangen] er {n} samen met een ander bereik',
    en: '{n} [comes|come] of another scope',
  },
  PERIOD_DIFFERS: {
    nl: '[hangt|hangen] er {n} samen met een andere periode',
    en: '{n} [comes|come] of another period',
  },
  KNOWLEDGE_DIFFERS: {
    nl: '[hangt|hangen] er {n} samen met wat sindsdien bekend werd',
    en: '{n} [comes|come] of what became known since',
  },
};
