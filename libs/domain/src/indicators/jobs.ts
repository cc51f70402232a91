import { DATED, IN_SEVERAL_CENTRES } from './additivity';
import { defineIndicator } from './definition';
import { PERIOD, EVERY_CLAIM_LEVEL, EVERY_ORGANISATION, SEVERAL_CENTRES } from './phrases';

export const jobs = defineIndicator({
  code: 'jobs',
  version: 1,
  unit: 'FTE',
  kind: 'flow',
  counts: 'outcome',
  placedBy: 'centre',
  addsUp: { ...IN_SEVERAL_CENTRES, ...DATED, claimLevel: 'sum' },
  sensitivity: 'dominance',
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
});
