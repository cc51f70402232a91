import { IN_SEVERAL_CENTRES, RUNNING } from './additivity';
import { defineIndicator } from './definition';
import { BUSINESS_ONLY, ONCE, OVERLAP, PERIOD } from './phrases';

export const companies_participated = defineIndicator({
  code: 'companies_participated',
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
    level: 'overlap',
    sector: 'sum',
  },
  countsGroups: true,
  sensitivity: 'threshold',
  within: ['companies_reached', 'participations'],
  title: { nl: 'Bedrijven die deelnamen', en: 'Companies that took part' },
  definition: {
    nl:
      `Het aantal verschillende bedrijven met een deelname op niveau deelnemer of partner ${PERIOD.nl}, ook als die ` +
      `deelname inmiddels is beëindigd. ${OVERLAP.nl} ${ONCE.nl} ${BUSINESS_ONLY.nl}`,
    en:
      `The number of distinct companies with a participation of level participant or partner ${PERIOD.en}, even if ` +
      `that participation has ended since. ${OVERLAP.en} ${ONCE.en} ${BUSINESS_ONLY.en}`,
  },
});
