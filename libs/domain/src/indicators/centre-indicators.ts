import { COMMON_BREAKDOWNS, type IndicatorDefinition } from './definition';

/** Fieldlabs and hubs: what there is on a date, and what started in a period. */

const CENTRES = {
  version: 1,
  unit: 'count',
  counts: 'centre',
  provinceOf: 'centre',
  breakdowns: COMMON_BREAKDOWNS,
} as const satisfies Partial<IndicatorDefinition>;

export const CENTRE_INDICATORS = [
  {
    ...CENTRES,
    code: 'fieldlabs_active',
    kind: 'stock',
    title: { nl: 'Actieve fieldlabs', en: 'Active fieldlabs' },
    definition: {
      nl:
        'Het aantal fieldlabs dat op de peildatum actief is: gestart op of vóór de peildatum en op die dag nog niet ' +
        'beëindigd. De laatste dag van een fieldlab telt nog mee. Een fieldlab zonder startdatum telt niet mee, een hub ' +
        'evenmin.',
      en:
        'The number of fieldlabs that are active on the as-of date: started on or before it and not yet ended on that ' +
        'day. The last day of a fieldlab still counts. A fieldlab without a start date is not counted, nor is a hub.',
    },
  },
  {
    ...CENTRES,
    code: 'hubs_active',
    kind: 'stock',
    title: { nl: 'Actieve hubs', en: 'Active hubs' },
    definition: {
      nl:
        'Het aantal hubs dat op de peildatum actief is: gestart op of vóór de peildatum en op die dag nog niet ' +
        'beëindigd. De laatste dag van een hub telt nog mee. Een hub zonder startdatum telt niet mee, een fieldlab ' +
        'evenmin.',
      en:
        'The number of hubs that are active on the as-of date: started on or before it and not yet ended on that day. ' +
        'The last day of a hub still counts. A hub without a start date is not counted, nor is a fieldlab.',
    },
  },
  {
    ...CENTRES,
    code: 'centres_active',
    kind: 'stock',
    title: { nl: 'Actieve praktijkomgevingen', en: 'Active centres' },
    definition: {
      nl:
        'Het aantal praktijkomgevingen, fieldlabs en hubs samen, dat op de peildatum actief is: gestart op of vóór de ' +
        'peildatum en op die dag nog niet beëindigd. De laatste dag van een praktijkomgeving telt nog mee. Een ' +
        'praktijkomgeving zonder startdatum telt niet mee.',
      en:
        'The number of centres, fieldlabs and hubs together, that are active on the as-of date: started on or before it ' +
        'and not yet ended on that day. The last day of a centre still counts. A centre without a start date is not ' +
        'counted.',
    },
  },
  {
    ...CENTRES,
    code: 'fieldlabs_started',
    kind: 'flow',
    title: { nl: 'Gestarte fieldlabs', en: 'Fieldlabs started' },
    definition: {
      nl:
        'Het aantal fieldlabs met een startdatum in de periode van de begindatum tot en met de peildatum. Ook een ' +
        'fieldlab dat inmiddels is beëindigd, telt mee. Een hub telt niet mee.',
      en:
        'The number of fieldlabs with a start date in the period from the from date to the as-of date, both included. A ' +
        'fieldlab that has ended since is counted too. A hub is not counted.',
    },
  },
] as const satisfies readonly IndicatorDefinition[];
