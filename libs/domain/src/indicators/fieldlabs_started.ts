import { DATED, IN_ONE_CENTRE } from './additivity';
import { defineIndicator } from './definition';

export const fieldlabs_started = defineIndicator({
  code: 'fieldlabs_started',
  version: 1,
  unit: 'count',
  kind: 'flow',
  counts: 'centre',
  placedBy: 'centre',
  addsUp: { ...IN_ONE_CENTRE, ...DATED },
  sensitivity: 'never',
  title: { nl: 'Gestarte fieldlabs', en: 'Fieldlabs started' },
  definition: {
    nl:
      'Het aantal fieldlabs met een startdatum in de periode van de begindatum tot en met de peildatum. Ook een ' +
      'fieldlab dat inmiddels is beëindigd, telt mee. Een hub telt niet mee.',
    en:
      'The number of fieldlabs with a start date in the period from the from date to the as-of date, both included. A ' +
      'fieldlab that has ended since is counted too. A hub is not counted.',
  },
});
