import { COMMON_BREAKDOWNS, type IndicatorDefinition } from './definition';
import {
  BUSINESS_ONLY,
  EVERY_CLAIM_LEVEL,
  EVERY_ORGANISATION,
  MERGED,
  PERIOD,
  SEVERAL_CENTRES,
} from './phrases';

/** What came out of the centres: trained people, spin-offs, products, services, jobs and production. */

const RESULTS = {
  version: 1,
  unit: 'count',
  kind: 'flow',
  provinceOf: 'centre',
  breakdowns: [...COMMON_BREAKDOWNS, 'claimLevel'],
} as const satisfies Partial<IndicatorDefinition>;

export const RESULT_INDICATORS = [
  {
    ...RESULTS,
    code: 'people_trained',
    counts: 'attendance',
    breakdowns: COMMON_BREAKDOWNS,
    title: { nl: 'Trainingsdeelnames', en: 'Training attendances' },
    definition: {
      nl:
        `De som van het aantal aanwezige personen bij activiteiten van de soort training die zijn gehouden ${PERIOD.nl}. ` +
        'Wie aan twee trainingen deelneemt, telt twee keer. Een training telt op de dag waarop zij werd gehouden, een ' +
        'training van meer dagen op de eerste. Personen van alle soorten organisaties tellen mee, niet alleen van ' +
        'bedrijven.',
      en:
        `The sum of the people present at activities of the kind training that were held ${PERIOD.en}. One person in two ` +
        'trainings counts twice. A training counts on the day on which it was held, one of several days on the first. ' +
        'People of organisations of every type are counted, not of businesses only.',
    },
  },
  {
    ...RESULTS,
    code: 'spin_offs',
    counts: 'spinOff',
    title: { nl: 'Spin-offs', en: 'Spin-offs' },
    definition: {
      nl:
        'Het aantal nieuwe bedrijven dat uit een of meer praktijkomgevingen is voortgekomen en is opgericht ' +
        `${PERIOD.nl}, ook als het inmiddels is opgeheven. ${SEVERAL_CENTRES.nl} ${EVERY_CLAIM_LEVEL.nl}`,
      en:
        'The number of new companies that came out of one or more centres and were founded ' +
        `${PERIOD.en}, even if dissolved since. ${SEVERAL_CENTRES.en} ${EVERY_CLAIM_LEVEL.en}`,
    },
  },
  {
    ...RESULTS,
    code: 'spin_offs_active',
    kind: 'stock',
    counts: 'spinOff',
    title: { nl: 'Bestaande spin-offs', en: 'Spin-offs in existence' },
    definition: {
      nl:
        'Het aantal nieuwe bedrijven dat uit een of meer praktijkomgevingen is voortgekomen en op de peildatum bestaat: ' +
        'opgericht op of vóór de peildatum en op die dag niet opgeheven. De opheffingsdatum is de eerste dag waarop een ' +
        `spin-off niet meer meetelt. ${SEVERAL_CENTRES.nl} ${EVERY_CLAIM_LEVEL.nl}`,
      en:
        'The number of new companies that came out of one or more centres and exist on the as-of date: founded on or ' +
        'before it and not dissolved on that day. The date of dissolution is the first day on which a spin-off no longer ' +
        `counts. ${SEVERAL_CENTRES.en} ${EVERY_CLAIM_LEVEL.en}`,
    },
  },
  {
    ...RESULTS,
    code: 'new_products',
    counts: 'outcome',
    title: { nl: 'Nieuwe producten', en: 'New products' },
    definition: {
      nl:
        'De som van de aantallen van de resultaten van de soort nieuw product die zijn behaald ' +
        `${PERIOD.nl}. ${SEVERAL_CENTRES.nl} ${EVERY_CLAIM_LEVEL.nl} ${EVERY_ORGANISATION.nl}`,
      en:
        'The sum of the quantities of the outcomes of the kind new product that were achieved ' +
        `${PERIOD.en}. ${SEVERAL_CENTRES.en} ${EVERY_CLAIM_LEVEL.en} ${EVERY_ORGANISATION.en}`,
    },
  },
  {
    ...RESULTS,
    code: 'new_services',
    counts: 'outcome',
    title: { nl: 'Nieuwe diensten', en: 'New services' },
    definition: {
      nl:
        'De som van de aantallen van de resultaten van de soort nieuwe dienst die zijn behaald ' +
        `${PERIOD.nl}. ${SEVERAL_CENTRES.nl} ${EVERY_CLAIM_LEVEL.nl} ${EVERY_ORGANISATION.nl}`,
      en:
        'The sum of the quantities of the outcomes of the kind new service that were achieved ' +
        `${PERIOD.en}. ${SEVERAL_CENTRES.en} ${EVERY_CLAIM_LEVEL.en} ${EVERY_ORGANISATION.en}`,
    },
  },
  {
    ...RESULTS,
    code: 'jobs',
    unit: 'FTE',
    counts: 'outcome',
    title: { nl: 'Directe banen', en: 'Direct jobs' },
    definition: {
      nl:
        'De som, in voltijdsbanen (fte), van de resultaten van de soort banen die zijn behaald ' +
        `${PERIOD.nl}. Het zijn bruto directe banen volgens de opgave van het bedrijf zelf: banen die elders zijn ` +
        `verdwenen of ook zonder het programma waren ontstaan, zijn er niet afgetrokken. ${SEVERAL_CENTRES.nl} ${EVERY_CLAIM_LEVEL.nl} ${EVERY_ORGANISATION.nl}`,
      en:
        'The sum, in full-time equivalents (FTE), of the outcomes of the kind jobs that were achieved ' +
        `${PERIOD.en}. These are gross direct jobs by the company's own statement: jobs lost elsewhere, or that would ` +
        `have come without the programme, are not subtracted. ${SEVERAL_CENTRES.en} ${EVERY_CLAIM_LEVEL.en} ${EVERY_ORGANISATION.en}`,
    },
  },
  {
    ...RESULTS,
    code: 'production_starts',
    counts: 'company',
    provinceOf: 'company',
    breakdowns: [...COMMON_BREAKDOWNS, 'sizeClass', 'claimLevel'],
    title: { nl: 'Bedrijven die met productie begonnen', en: 'Companies that started production' },
    definition: {
      nl:
        'Het aantal verschillende bedrijven met een resultaat van de soort begonnen met productie dat is behaald ' +
        `${PERIOD.nl}. Elk bedrijf telt één keer, hoe vaak het ook met productie begon. ${MERGED.nl} ${BUSINESS_ONLY.nl} ` +
        `${SEVERAL_CENTRES.nl} ${EVERY_CLAIM_LEVEL.nl}`,
      en:
        'The number of distinct companies with an outcome of the kind production start that was achieved ' +
        `${PERIOD.en}. Each company counts once, however often it started production. ${MERGED.en} ${BUSINESS_ONLY.en} ` +
        `${SEVERAL_CENTRES.en} ${EVERY_CLAIM_LEVEL.en}`,
    },
  },
] as const satisfies readonly IndicatorDefinition[];
