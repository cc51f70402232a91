import { IN_ONE_CENTRE, ON_A_DAY } from './additivity';
import { defineIndicator } from './definition';

export const hubs_active = defineIndicator({
  code: 'hubs_active',
  version: 1,
  unit: 'count',
  kind: 'stock',
  counts: 'centre',
  placedBy: 'centre',
  addsUp: { ...IN_ONE_CENTRE, ...ON_A_DAY },
  sensitivity: 'never',
  partOf: { indicator: 'centres_active', by: 'kind', keys: ['HUB'] },
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
});
