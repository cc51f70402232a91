import { date, note, reference, required } from './field';
import { defineKind } from './kind';

export const NOTES = defineKind({
  fields: {
    companyId: required(reference('companies')),
    centreId: required(reference('centres')),
    text: required(note()),
    // A note with a due date is a follow-up.
    dueOn: date(),
    doneOn: date(),
    // The last day on which it is kept; without one the database takes the usual term.
    retainUntil: date(),
  },
});
