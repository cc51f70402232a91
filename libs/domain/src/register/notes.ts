import { date, note, reference, required } from './field';
import { defineKind } from './kind';
import { CENTRE, COMPANY, day, NOTE, RETAIN_UNTIL } from './shared-columns';

export const NOTES = defineKind({
  name: 'note',
  one: { nl: 'Notitie', en: 'Note' },
  many: { nl: 'Notities en opvolging', en: 'Notes and follow-ups' },
  about: {
    nl: 'Vrije notities over bedrijven, per fieldlab. Met een datum erbij wordt een notitie een opvolging; in cijfers tellen ze nooit mee.',
    en: 'Free notes about companies, per fieldlab. With a date a note becomes a follow-up; figures never count them.',
  },
  access: { as: 'note', read: 'coordinators', write: 'coordinators' },
  within: 'centreId',
  fields: {
    companyId: required(reference('companies', COMPANY)),
    centreId: required(reference('centres', CENTRE)),
    text: required(note({ ...NOTE, aliases: ['Tekst', 'Toelichting', 'Opmerking', 'Opmerkingen'] })),
    // A note with a due date is a follow-up.
    dueOn: date(day('Opvolgen op', 'Follow up on', ['Opvolging', 'Actiedatum', 'Due', 'Due date'])),
    doneOn: date(day('Afgehandeld op', 'Done on', ['Afgehandeld', 'Done'])),
    // The last day on which it is kept; without one the database takes the usual term.
    retainUntil: date(RETAIN_UNTIL),
  },
  sheet: {
    label: { nl: 'Notities en opvolging', en: 'Notes and follow-ups' },
    help: { nl: 'Wat er over een bedrijf is opgeschreven.', en: 'What was written about a company.' },
    hasRef: false,
  },
  words: {
    centreId: { nl: 'Fieldlab of hub', en: 'Fieldlab or hub' },
    companyName: { nl: 'Bedrijf', en: 'Company' },
    centreName: { nl: 'Fieldlab of hub', en: 'Fieldlab or hub' },
    state: { nl: 'Stand', en: 'State' },
  },
});
