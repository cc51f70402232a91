import { PUBLIC_SOURCES } from '../vocabulary/enumerations';
import { DATED, IN_ONE_CENTRE } from './additivity';
import { defineIndicator } from './definition';
import { PERIOD, CASH_AND_KIND, THIRD_PART } from './phrases';

export const investment_public = defineIndicator({
  code: 'investment_public',
  version: 1,
  unit: 'EUR',
  kind: 'flow',
  counts: 'investment',
  placedBy: 'centre',
  addsUp: { ...IN_ONE_CENTRE, ...DATED, source: 'sum', form: 'sum', funder: 'sum' },
  sensitivity: 'dominance',
  partOf: { indicator: 'investment_realised', by: 'source', keys: PUBLIC_SOURCES },
  title: { nl: 'Publieke investeringen', en: 'Public investment' },
  definition: {
    nl:
      'De som, in euro, van de gerealiseerde investeringen in praktijkomgevingen met als bron Rijk, regio of Europese ' +
      `Unie en met een datum ${PERIOD.nl}. ${THIRD_PART.nl} Wat alleen is toegezegd, telt niet mee. ${CASH_AND_KIND.nl}`,
    en:
      'The sum, in euro, of the realised investments in centres with national government, regional government or the ' +
      `European Union as their source, dated ${PERIOD.en}. ${THIRD_PART.en} What is only committed is not counted. ` +
      CASH_AND_KIND.en,
  },
});
