import { date, note, reference, required } from './field';
import { defineKind } from './kind';
import { CENTRE, COMPANY, day, NOTE, RETAIN_UNTIL } from './shared-columns';

export const NOTES = defineKind({
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
});
