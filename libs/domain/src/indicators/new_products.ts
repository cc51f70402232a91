import { DATED, IN_SEVERAL_CENTRES } from './additivity';
import { defineIndicator } from './definition';
import { PERIOD, EVERY_CLAIM_LEVEL, EVERY_ORGANISATION, SEVERAL_CENTRES } from './phrases';

export const new_products = defineIndicator({
  code: 'new_products',
  version: 1,
  unit: 'count',
  kind: 'flow',
  counts: 'outcome',
  placedBy: 'centre',
  addsUp: { ...IN_SEVERAL_CENTRES, ...DATED, claimLevel: 'sum' },
  sensitivity: 'dominance',
  title: { nl: 'Nieuwe producten', en: 'New products' },
  definition: {
    nl:
      'De som van de aantallen van de resultaten van de soort nieuw product die zijn behaald ' +
      `${PERIOD.nl}. ${SEVERAL_CENTRES.nl} ${EVERY_CLAIM_LEVEL.nl} ${EVERY_ORGANISATION.nl}`,
    en:
      'The sum of the quantities of the outcomes of the kind new product that were achieved ' +
      `${PERIOD.en}. ${SEVERAL_CENTRES.en} ${EVERY_CLAIM_LEVEL.en} ${EVERY_ORGANISATION.en}`,
  },
});
