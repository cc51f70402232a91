import { choice, date, formed, name, reference, required, withDefault } from './field';
import { defineKind } from './kind';
import { CENTRE, COMPANY, NAME, RETAIN_UNTIL } from './shared-columns';

export const CONTACTS = defineKind({
  name: 'contact',
  one: { nl: 'Contactpersoon', en: 'Contact' },
  many: { nl: 'Contactpersonen', en: 'Contacts' },
  about: {
    nl: 'Wie een fieldlab bij een bedrijf spreekt. Iemand blijft bewaard zolang dat nodig is, en telt nergens mee.',
    en: 'Whom a fieldlab talks to at a company. People are kept for as long as they are needed, and are counted nowhere.',
  },
  access: { as: 'contact', read: 'coordinators', write: 'coordinators' },
  within: 'centreId',
  fields: {
    companyId: required(reference('companies', COMPANY)),
    centreId: required(reference('centres', CENTRE)),
    name: required(
      name({
        ...NAME,
        aliases: ['Contactpersoon', 'Contact', 'Contact person', 'Naam contactpersoon', 'Full name'],
      }),
    ),
    role: name({
      label: { nl: 'Functie', en: 'Position' },
      aliases: ['Rol', 'Job title'],
      help: { nl: 'Wat iemand er doet.', en: 'What somebody does there.' },
    }),
    email: formed('email', {
      label: { nl: 'E-mailadres', en: 'E-mail address' },
      aliases: ['E-mail', 'Mail', 'Mailadres'],
      help: { nl: 'Zoals anna@metaal.example.', en: 'Such as anna@metaal.example.' },
    }),
    phone: formed('phone', {
      label: { nl: 'Telefoon', en: 'Telephone' },
      aliases: ['Telefoonnummer', 'Tel', 'Mobiel', 'Phone number', 'Telephone number', 'Mobile'],
      help: { nl: 'Cijfers, met + voor een ander land.', en: 'Digits, with + for another country.' },
    }),
    purpose: withDefault(
      choice('contactPurpose', {
        label: { nl: 'Waarvoor', en: 'Purpose' },
        aliases: ['Doel'],
        help: { nl: 'Waarvoor deze persoon bewaard wordt.', en: 'What this person is kept for.' },
        asked: true,
      }),
      'PARTICIPATION',
    ),
    // The last day on which it is kept; without one the database takes the usual term.
    retainUntil: date(RETAIN_UNTIL),
  },
  sheet: {
    label: { nl: 'Contactpersonen', en: 'Contacts' },
    help: { nl: 'Wie men er spreekt.', en: 'Whom one talks to there.' },
    hasRef: false,
  },
  words: {
    centreId: { nl: 'Fieldlab of hub', en: 'Fieldlab or hub' },
    companyName: { nl: 'Bedrijf', en: 'Company' },
    centreName: { nl: 'Fieldlab of hub', en: 'Fieldlab or hub' },
  },
});
