import { z } from 'zod';
import { sql, type Sql } from '../../platform/database/sql';
import { pattern, reference, required, text } from '../../records/fields';
import type { RecordOf, RecordSpec } from '../../records/record-spec';
import { throughCompany } from '../../records/search';

const emailSchema = z.email('Not an e-mail address.').max(254);
const phoneSchema = z
  .string()
  .trim()
  .max(30)
  .regex(/^\+?[0-9 ()./-]{5,30}$/, 'Not a telephone number.');

const fields = {
  companyId: required(reference('companies')),
  centreId: required(reference('centres')),
  name: required(text()),
  role: text(),
  email: pattern(emailSchema),
  phone: pattern(phoneSchema),
};

const within = (centreIds: readonly string[]): Sql => sql`t.centre_id = any(${centreIds}::uuid[])`;

export const contactSpec: RecordSpec<typeof fields> = {
  resource: 'contacts',
  name: 'Contact',
  table: 'contacts',
  permissions: { read: 'contact:read', write: 'contact:write', delete: 'contact:write' },
  fields,
  joins: sql`join companies c on c.id = t.company_id join centres z on z.id = t.centre_id`,
  derived: {
    companyName: { kind: 'text', value: sql`c.name` },
    centreName: { kind: 'text', value: sql`z.name` },
  },
  within: { read: within, write: within },
  search: { texts: [sql`searchable(t.name)`], through: [throughCompany('t.company_id')] },
  defaultSort: 'name',
};

export type Contact = RecordOf<typeof fields>;
export type ContactFields = typeof fields;
