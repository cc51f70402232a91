import { choice, date, money, name, note, reference, required, withDefault } from './field';
import { defineKind } from './kind';
import { ACTIVITY, CENTRE, COMPANY, day, NOTE } from './shared-columns';

export const INVESTMENTS = defineKind({
  name: 'investment',
  one: { nl: 'Investering', en: 'Investment' },
  many: { nl: 'Investeringen', en: 'Investments' },
  about: {
    nl: 'Euro’s die in fieldlabs en hubs zijn gestoken, naar bron en datum. Toegezegd en gerealiseerd worden nooit bij elkaar opgeteld.',
    en: 'Euros put into fieldlabs and hubs, by source and date. Committed and realised money are never added up.',
  },
  access: { as: 'investment', read: 'readers', write: 'coordinators' },
  counted: true,
  within: 'centreId',
  fields: {
    centreId: required(reference('centres', CENTRE)),
    source: required(
      choice('source', {
        label: { nl: 'Bron', en: 'Source' },
        help: {
          nl: 'Bedrijven, kennisinstellingen, Rijk, regio of EU.',
          en: 'Companies, knowledge institutes, national, regional or EU.',
        },
      }),
    ),
    status: required(
      choice('status', {
        label: { nl: 'Status', en: 'Status' },
        help: { nl: 'Toegezegd of gerealiseerd.', en: 'Committed or realised.' },
      }),
    ),
    amountEur: required(
      money({
        label: { nl: 'Bedrag', en: 'Amount' },
        aliases: ['Bedrag in euro', 'Bedrag (EUR)', 'Amount in euro'],
        help: { nl: 'In euro, meer dan nul.', en: 'In euro, more than zero.' },
      }),
    ),
    datedOn: required(date(day('Datum', 'Dated on', ['Gedateerd op', 'Date']))),
    form: withDefault(
      choice('form', {
        label: { nl: 'Vorm', en: 'Form' },
        help: {
          nl: 'In geld (ook als het leeg is) of in natura.',
          en: 'In cash (also when empty) or in kind.',
        },
      }),
      'CASH',
    ),
    funder: name({
      label: { nl: 'Financier', en: 'Funder' },
      help: { nl: 'De regeling of het fonds.', en: 'The scheme or fund.' },
    }),
    companyId: reference('companies', COMPANY),
    activityId: reference('activities', ACTIVITY),
    note: note(NOTE),
  },
  sheet: {
    label: { nl: 'Investeringen', en: 'Investments' },
    help: { nl: 'Euro’s in een praktijkomgeving, per bron.', en: 'Euros put into a centre, by source.' },
    hasRef: true,
  },
  words: {
    centreId: { nl: 'Fieldlab of hub', en: 'Fieldlab or hub' },
    status: { nl: 'Stand', en: 'Status' },
    datedOn: { nl: 'Datum', en: 'Date' },
    note: { nl: 'Toelichting', en: 'Note' },
    centreName: { nl: 'Fieldlab of hub', en: 'Fieldlab or hub' },
    companyName: { nl: 'Bedrijf', en: 'Company' },
  },
});
