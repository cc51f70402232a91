import { IN_ONE_CENTRE, ON_A_DAY } from './additivity';
import { defineIndicator } from './definition';

export const fieldlabs_active = defineIndicator({
  code: 'fieldlabs_active',
  version: 1,
  unit: 'count',
  kind: 'stock',
  counts: 'centre',
  placedBy: 'centre',
  addsUp: { ...IN_ONE_CENTRE, ...ON_A_DAY },
  sensitivity: 'never',
  partOf: { indicator: 'centres_active', by: 'kind', keys: ['FIELDLAB'] },
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
});
