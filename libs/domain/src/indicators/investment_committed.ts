import { DATED, IN_ONE_CENTRE } from './additivity';
import { defineIndicator } from './definition';
import { PERIOD, CASH_AND_KIND } from './phrases';

export const investment_committed = defineIndicator({
  code: 'investment_committed',
  version: 1,
  unit: 'EUR',
  kind: 'flow',
  counts: 'investment',
  placedBy: 'centre',
  addsUp: { ...IN_ONE_CENTRE, ...DATED, source: 'sum', form: 'sum', funder: 'sum' },
  sensitivity: 'dominance',
  title: { nl: 'Toegezegde investeringen', en: 'Committed investment' },
  definition: {
    nl:
      `De som, in euro, van de toegezegde investeringen in praktijkomgevingen met een datum ${PERIOD.nl}, uit alle ` +
      'bronnen: bedrijven, kennisinstellingen, Rijk, regio en Europese Unie. Wat is gerealiseerd, staat apart ' +
      `geregistreerd en telt hier niet mee. ${CASH_AND_KIND.nl}`,
    en:
      `The sum, in euro, of the committed investments in centres dated ${PERIOD.en}, from all sources: companies, ` +
      'knowledge institutes, national government, regional government and the European Union. What was realised is ' +
      `registered separately and is not counted here. ${CASH_AND_KIND.en}`,
  },
});
