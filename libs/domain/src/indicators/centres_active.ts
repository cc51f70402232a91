import { IN_ONE_CENTRE, ON_A_DAY } from './additivity';
import { defineIndicator } from './definition';

export const centres_active = defineIndicator({
  code: 'centres_active',
  version: 1,
  unit: 'count',
  kind: 'stock',
  counts: 'centre',
  placedBy: 'centre',
  addsUp: { ...IN_ONE_CENTRE, ...ON_A_DAY },
  sensitivity: 'never',
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
});
