import { IN_SEVERAL_CENTRES, ON_A_DAY } from './additivity';
import { defineIndicator } from './definition';
import { EVERY_CLAIM_LEVEL, SEVERAL_CENTRES } from './phrases';

export const spin_offs_active = defineIndicator({
  code: 'spin_offs_active',
  version: 1,
  unit: 'count',
  kind: 'stock',
  counts: 'spinOff',
  placedBy: 'centre',
  addsUp: { ...IN_SEVERAL_CENTRES, ...ON_A_DAY, claimLevel: 'sum' },
  sensitivity: 'never',
  within: ['spin_offs'],
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
});
