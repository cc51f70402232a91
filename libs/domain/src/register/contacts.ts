import { choice, date, formed, name, reference, required, withDefault } from './field';
import { defineKind } from './kind';

export const CONTACTS = defineKind({
  fields: {
    companyId: required(reference('companies')),
    centreId: required(reference('centres')),
    name: required(name()),
    role: name(),
    email: formed('email'),
    phone: formed('phone'),
    purpose: withDefault(choice('contactPurpose'), 'PARTICIPATION'),
    // The last day on which it is kept; without one the database takes the usual term.
    retainUntil: date(),
  },
});
