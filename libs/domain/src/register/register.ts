import { ACTIVITIES } from './activities';
import { ATTENDANCES } from './attendances';
import { CENTRES } from './centres';
import { COMPANIES } from './companies';
import { CONTACTS } from './contacts';
import { INVESTMENTS } from './investments';
import type { RegisterKind } from './kind';
import { NOTES } from './notes';
import { OUTCOMES } from './outcomes';
import { PARTICIPATIONS } from './participations';
import { SPIN_OFFS } from './spin-offs';

/** The kinds of records of the register, by their names at the API. */
export const REGISTER = {
  centres: CENTRES,
  companies: COMPANIES,
  participations: PARTICIPATIONS,
  activities: ACTIVITIES,
  attendances: ATTENDANCES,
  investments: INVESTMENTS,
  'spin-offs': SPIN_OFFS,
  outcomes: OUTCOMES,
  contacts: CONTACTS,
  notes: NOTES,
} satisfies Record<string, RegisterKind>;

export const REGISTER_RESOURCES: readonly string[] = Object.keys(REGISTER);

/** What the register says of a kind of record. */
export const kindOf = (resource: string): RegisterKind | undefined =>
  Object.hasOwn(REGISTER, resource) ? (REGISTER as Record<string, RegisterKind>)[resource] : undefined;
