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

/** The kinds of records of the register, by their names at the API, in the order in which people find them. */
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

export type RegisterResource = keyof typeof REGISTER;

export const REGISTER_RESOURCES = Object.keys(REGISTER) as RegisterResource[];

export const isRegisterResource = (resource: string): resource is RegisterResource =>
  Object.hasOwn(REGISTER, resource);

/** What the register says of a kind of record. */
export function kindOf(resource: RegisterResource): RegisterKind;
export function kindOf(resource: string): RegisterKind | undefined;
export function kindOf(resource: string): RegisterKind | undefined {
  return isRegisterResource(resource) ? REGISTER[resource] : undefined;
}
