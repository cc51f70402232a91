/**
 * The closed lists of the glossary, in the order in which people read them.
 * Ladders (levels, claim levels, size classes) run from low to high.
 */

export const CENTRE_KINDS = ['FIELDLAB', 'HUB'] as const;
export type CentreKind = (typeof CENTRE_KINDS)[number];

const CENTRE_TYPES = ['KNOWLEDGE', 'DEMONSTRATION', 'SKILLS', 'COMBINED'] as const;
export type CentreType = (typeof CENTRE_TYPES)[number];

export const ORGANISATION_TYPES = ['BUSINESS', 'KNOWLEDGE', 'EDUCATION', 'PUBLIC', 'OTHER'] as const;
export type OrganisationType = (typeof ORGANISATION_TYPES)[number];

/** Staff below 10, 50 and 250, and the rest (EU recommendation 2003/361/EC). */
export const SIZE_CLASSES = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** The class by the number of staff alone; turnover and balance sheet may make it a larger one. */
export const sizeClassOf = (employees: number): SizeClass =>
  employees < 10 ? 'MICRO' : employees < 50 ? 'SMALL' : employees < 250 ? 'MEDIUM' : 'LARGE';

/** The size classes that together are the SMEs (EU recommendation 2003/361/EC). */
export const SME_SIZE_CLASSES = ['MICRO', 'SMALL', 'MEDIUM'] as const satisfies readonly SizeClass[];

export const PARTICIPATION_LEVELS = ['REACHED', 'ENGAGED', 'PARTICIPANT', 'PARTNER'] as const;
export type ParticipationLevel = (typeof PARTICIPATION_LEVELS)[number];
export const isParticipationLevel = (text: string): text is ParticipationLevel =>
  PARTICIPATION_LEVELS.some((level) => level === text);

/** The levels that a figure calls "participation" (deelname). */
export const PARTICIPATING_LEVELS = [
  'PARTICIPANT',
  'PARTNER',
] as const satisfies readonly ParticipationLevel[];

export const ACTIVITY_KINDS = [
  'WORKSHOP',
  'TRAINING',
  'DEMO',
  'SCAN',
  'PILOT',
  'PROJECT',
  'MATCHMAKING',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const INVESTMENT_SOURCES = [
  'COMPANIES',
  'KNOWLEDGE_INSTITUTES',
  'NATIONAL',
  'REGIONAL',
  'EU',
] as const;
export type InvestmentSource = (typeof INVESTMENT_SOURCES)[number];

export const PRIVATE_SOURCES = ['COMPANIES'] as const satisfies readonly InvestmentSource[];
export const PUBLIC_SOURCES = ['NATIONAL', 'REGIONAL', 'EU'] as const satisfies readonly InvestmentSource[];

export const INVESTMENT_STATUSES = ['COMMITTED', 'REALISED'] as const;
export type InvestmentStatus = (typeof INVESTMENT_STATUSES)[number];

export const INVESTMENT_FORMS = ['CASH', 'IN_KIND'] as const;
export type InvestmentForm = (typeof INVESTMENT_FORMS)[number];

export const OUTCOME_KINDS = ['NEW_PRODUCT', 'NEW_SERVICE', 'PRODUCTION_START', 'JOBS'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

export const CLAIM_LEVELS = ['SELF_REPORTED', 'CONFIRMED', 'EVIDENCED'] as const;
export type ClaimLevel = (typeof CLAIM_LEVELS)[number];

/** What a contact is kept for. */
const CONTACT_PURPOSES = ['PARTICIPATION', 'EVALUATION', 'INVITATIONS', 'OTHER'] as const;
export type ContactPurpose = (typeof CONTACT_PURPOSES)[number];

/** A note without a due date; with one it is a follow-up, open or done. */
export type NoteState = 'NOTE' | 'OPEN' | 'DONE';

/** The closed lists that a field can choose from, by the name under which their words stand in WORDS. */
export const CHOICES = {
  centreKind: CENTRE_KINDS,
  centreType: CENTRE_TYPES,
  organisationType: ORGANISATION_TYPES,
  sizeClass: SIZE_CLASSES,
  level: PARTICIPATION_LEVELS,
  activityKind: ACTIVITY_KINDS,
  source: INVESTMENT_SOURCES,
  status: INVESTMENT_STATUSES,
  form: INVESTMENT_FORMS,
  outcomeKind: OUTCOME_KINDS,
  claimLevel: CLAIM_LEVELS,
  contactPurpose: CONTACT_PURPOSES,
} as const;
export type ChoiceName = keyof typeof CHOICES;
export type ChoiceOf<C extends ChoiceName> = (typeof CHOICES)[C][number];

export const isChoice = (type: string): type is ChoiceName => type in CHOICES;
