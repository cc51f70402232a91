import { DATED, IN_ONE_CENTRE } from './additivity';
import { defineIndicator } from './definition';
import { PERIOD, CASH_AND_KIND } from './phrases';

export const investment_realised = defineIndicator({
  code: 'investment_realised',
  version: 1,
  unit: 'EUR',
  kind: 'flow',
  counts: 'investment',
  placedBy: 'centre',
  addsUp: { ...IN_ONE_CENTRE, ...DATED, source: 'sum', form: 'sum', funder: 'sum' },
  sensitivity: 'dominance',
  title: { nl: 'Gerealiseerde investeringen', en: 'Realised investment' },
  definition: {
    nl:
      `De som, in euro, van de gerealiseerde investeringen in praktijkomgevingen met een datum ${PERIOD.nl}, uit alle ` +
      'bronnen: bedrijven, kennisinstellingen, Rijk, regio en Europese Unie. Wat alleen is toegezegd, telt niet mee. ' +
      CASH_AND_KIND.nl,
    en:
      `The sum, in euro, of the realised investments in centres dated ${PERIOD.en}, from all sources: companies, ` +
      'knowledge institutes, national government, regional government and the European Union. What is only committed ' +
      `is not counted. ${CASH_AND_KIND.en}`,
  },
});
