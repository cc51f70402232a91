import { IN_SEVERAL_CENTRES, ON_A_DAY } from './additivity';
import { defineIndicator } from './definition';
import { BUSINESS_ONLY, ONCE } from './phrases';

export const companies_participating = defineIndicator({
  code: 'companies_participating',
  version: 1,
  unit: 'count',
  kind: 'stock',
  counts: 'company',
  placedBy: 'company',
  addsUp: {
    ...IN_SEVERAL_CENTRES,
    ...ON_A_DAY,
    province: 'sum',
    municipality: 'sum',
    sizeClass: 'sum',
    level: 'overlap',
    sector: 'sum',
  },
  countsGroups: true,
  sensitivity: 'threshold',
  within: ['companies_participated'],
  title: { nl: 'Bedrijven die op de peildatum deelnemen', en: 'Companies taking part on the as-of date' },
  definition: {
    nl:
      'Het aantal verschillende bedrijven dat op de peildatum deelnemer of partner is van een praktijkomgeving die op ' +
      'die dag actief is: de deelname begon op of vóór de peildatum en is op die dag nog niet beëindigd, en hetzelfde ' +
      'geldt voor de praktijkomgeving. De laatste dag van een deelname en van een praktijkomgeving telt nog mee. ' +
      `${ONCE.nl} ${BUSINESS_ONLY.nl}`,
    en:
      'The number of distinct companies that on the as-of date are participant or partner of a centre that is active ' +
      'on that day: the participation started on or before the as-of date and has not ended on that day, and the same ' +
      'holds for the centre. The last day of a participation and of a centre still counts. ' +
      `${ONCE.en} ${BUSINESS_ONLY.en}`,
  },
});
