import { formed, name, reference, required } from './field';
import { defineKind } from './kind';

export const CONTACTS = defineKind({
  fields: {
    companyId: required(reference('companies')),
    centreId: required(reference('centres')),
    name: required(name()),
    role: name(),
    email: formed('email'),
    phone: formed('phone'),
  },
});
