import { IN_SEVERAL_CENTRES, RUNNING } from './additivity';
import { defineIndicator } from './definition';
import { BUSINESS_ONLY, ONCE, OVERLAP, PERIOD } from './phrases';

export const companies_reached = defineIndicator({
  code: 'companies_reached',
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
  title: { nl: 'Bereikte bedrijven', en: 'Companies reached' },
  definition: {
    nl:
      `Het aantal verschillende bedrijven dat ${PERIOD.nl} is bereikt: met een deelname op welk niveau ook (bereikt, ` +
      'actief, deelnemer of partner), of doordat het aanwezig was bij een activiteit die in de periode werd gehouden. ' +
      `${OVERLAP.nl} Een activiteit telt op de dag waarop zij werd gehouden. ${ONCE.nl} ${BUSINESS_ONLY.nl}`,
    en:
      `The number of distinct companies that were reached ${PERIOD.en}: by a participation of any level (reached, ` +
      'engaged, participant or partner), or by attending an activity that was held in the period. ' +
      `${OVERLAP.en} An activity counts on the day on which it was held. ${ONCE.en} ${BUSINESS_ONLY.en}`,
  },
});
