import { NOT_ADDITIVE } from './additivity';
import { defineIndicator } from './definition';
import { PERIOD, CASH_AND_KIND, THIRD_PART } from './phrases';

export const leverage = defineIndicator({
  code: 'leverage',
  version: 1,
  unit: 'ratio',
  kind: 'ratio',
  counts: 'investment',
  placedBy: 'centre',
  addsUp: NOT_ADDITIVE,
  sensitivity: 'dominance',
  madeOf: [{ indicator: 'investment_private' }, { indicator: 'investment_public' }],
  title: { nl: 'Hefboom', en: 'Leverage' },
  definition: {
    nl:
      'De private investeringen gedeeld door de publieke: hoeveel euro van bedrijven er tegenover elke euro van Rijk, ' +
      `regio en Europese Unie staat. Beide zijn gerealiseerde investeringen met een datum ${PERIOD.nl}. ` +
      `${THIRD_PART.nl} Op twee decimalen, half naar boven afgerond; leeg als er geen publieke investeringen zijn. ` +
      CASH_AND_KIND.nl,
    en:
      'Private investment divided by public investment: how many euros of companies stand against each euro of ' +
      'national government, regional government and the European Union. Both are realised investments dated ' +
      `${PERIOD.en}. ${THIRD_PART.en} To two decimals, half rounded up; empty when there is no public investment. ` +
      CASH_AND_KIND.en,
  },
});
