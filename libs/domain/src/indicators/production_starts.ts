import { IN_SEVERAL_CENTRES, RUNNING } from './additivity';
import { defineIndicator } from './definition';
import { BUSINESS_ONLY, MERGED, PERIOD, EVERY_CLAIM_LEVEL, SEVERAL_CENTRES } from './phrases';

export const production_starts = defineIndicator({
  code: 'production_starts',
  version: 1,
  unit: 'count',
  kind: 'flow',
  counts: 'company',
  placedBy: 'company',
  addsUp: {
    ...IN_SEVERAL_CENTRES,
    ...RUNNING,
    province: 'sum',
    municipality: 'sum',
    sizeClass: 'sum',
    claimLevel: 'overlap',
  },
  sensitivity: 'threshold',
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
});
