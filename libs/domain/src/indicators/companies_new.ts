import { DATED, FIRST_IN_CENTRES } from './additivity';
import { defineIndicator } from './definition';
import { BUSINESS_ONLY, ONCE, PERIOD } from './phrases';

export const companies_new = defineIndicator({
  code: 'companies_new',
  version: 1,
  unit: 'count',
  kind: 'flow',
  counts: 'company',
  placedBy: 'company',
  addsUp: {
    ...FIRST_IN_CENTRES,
    ...DATED,
    province: 'sum',
    municipality: 'sum',
    sizeClass: 'sum',
    level: 'covered',
    sector: 'sum',
  },
  countsGroups: true,
  sensitivity: 'threshold',
  within: ['companies_participated'],
  title: { nl: 'Nieuwe deelnemende bedrijven', en: 'New participating companies' },
  definition: {
    nl:
      'Het aantal verschillende bedrijven waarvan de allereerste deelname op niveau deelnemer of partner begon ' +
      `${PERIOD.nl}. De allereerste is de vroegste binnen het programma, de hub of de praktijkomgeving waarvoor het ` +
      'cijfer wordt gevraagd; een eerdere deelname op niveau bereikt of actief doet niet ter zake. In een uitsplitsing ' +
      'is het de vroegste binnen de cel; per jaar of kwartaal is het de vroegste van alle jaren. ' +
      `${ONCE.nl} ${BUSINESS_ONLY.nl}`,
    en:
      'The number of distinct companies whose first ever participation of level participant or partner started ' +
      `${PERIOD.en}. First ever is the earliest within the programme, hub or centre for which the figure is asked; an ` +
      'earlier participation of level reached or engaged does not matter. In a breakdown it is the earliest within ' +
      'the cell; by year or quarter it is the earliest of all years. ' +
      `${ONCE.en} ${BUSINESS_ONLY.en}`,
  },
});
