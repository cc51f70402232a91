import { COMMON_BREAKDOWNS, type IndicatorDefinition } from './definition';
import { CASH_AND_KIND, PERIOD, THIRD_PART } from './phrases';

/** Euros put into the centres, and what the public euros brought along. */

const INVESTMENTS = {
  version: 1,
  unit: 'EUR',
  kind: 'flow',
  counts: 'investment',
  provinceOf: 'centre',
  breakdowns: [...COMMON_BREAKDOWNS, 'source', 'form', 'funder'],
} as const satisfies Partial<IndicatorDefinition>;

export const INVESTMENT_INDICATORS = [
  {
    ...INVESTMENTS,
    code: 'investment_realised',
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
  },
  {
    ...INVESTMENTS,
    code: 'investment_committed',
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
  },
  {
    ...INVESTMENTS,
    code: 'investment_private',
    title: { nl: 'Private investeringen', en: 'Private investment' },
    definition: {
      nl:
        'De som, in euro, van de gerealiseerde investeringen in praktijkomgevingen met als bron bedrijven en met een ' +
        `datum ${PERIOD.nl}. ${THIRD_PART.nl} Wat alleen is toegezegd, telt niet mee. ${CASH_AND_KIND.nl}`,
      en:
        'The sum, in euro, of the realised investments in centres with companies as their source, dated ' +
        `${PERIOD.en}. ${THIRD_PART.en} What is only committed is not counted. ${CASH_AND_KIND.en}`,
    },
  },
  {
    ...INVESTMENTS,
    code: 'investment_public',
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
  },
  {
    ...INVESTMENTS,
    code: 'leverage',
    unit: 'ratio',
    kind: 'ratio',
    breakdowns: COMMON_BREAKDOWNS,
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
  },
] as const satisfies readonly IndicatorDefinition[];
